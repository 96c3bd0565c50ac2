import { useEffect, useRef } from 'react'

/** Closes an open `details` on Escape (the focus goes back to its summary) and on a press outside it. */
export function useClosing<Element extends HTMLDetailsElement>() {
  const ref = useRef<Element>(null)
  useEffect(() => {
    const onPress = ({ target }: PointerEvent) => {
      if (ref.current?.open && target instanceof Node && !ref.current.contains(target))
        ref.current.open = false
    }
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !ref.current?.open) return
      ref.current.open = false
      ref.current.querySelector('summary')?.focus()
    }
    addEventListener('pointerdown', onPress)
    addEventListener('keydown', onKey)
    return () => {
      removeEventListener('pointerdown', onPress)
      removeEventListener('keydown', onKey)
    }
  }, [])
  return ref
}
