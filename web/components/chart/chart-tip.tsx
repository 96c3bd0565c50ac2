import { useLayoutEffect, useRef } from 'react'
import type { Mark } from '#server/charts/chart-kind.ts'

interface ChartTipProps {
  readonly mark: Mark
  /** Where the mark is, in pixels of the chart. */
  readonly at: readonly [number, number]
  readonly width: number
  readonly link: { readonly href: string; readonly text: string } | undefined
}

const distance = 14

/** What a mark says: above it, within the width of the chart; below where there is no room. */
export function ChartTip({ mark, at: [x, y], width, link }: ChartTipProps) {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const tip = ref.current
    if (!tip) return
    const [tipWidth, tipHeight] = [tip.offsetWidth, tip.offsetHeight]
    const top = y - distance - tipHeight
    tip.style.left = `${Math.max(0, Math.min(width - tipWidth, x - tipWidth / 2))}px`
    tip.style.top = `${top < -distance ? y + distance : top}px`
  })
  const { heading, name, value, lines } = mark.tip
  return (
    <div className="plot-tip" ref={ref}>
      <p className="plot-tip-heading">{[name, heading].filter((word) => word !== '').join(' · ')}</p>
      <p className="plot-tip-value">{value}</p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {link && <a href={link.href}>{link.text}</a>}
    </div>
  )
}
