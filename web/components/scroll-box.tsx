import type { ReactNode, Ref } from 'react'

interface ScrollBoxProps {
  readonly label: string
  readonly children: ReactNode
  readonly ref?: Ref<HTMLElement>
}

/** A table that may be longer or wider than its place: it scrolls by itself, by keys too, under a fixed head. */
export function ScrollBox({ label, children, ref }: ScrollBoxProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys
    <section className="scroll-box" aria-label={label} tabIndex={0} {...(ref && { ref })}>
      {children}
    </section>
  )
}
