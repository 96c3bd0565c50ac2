import { type RefObject, useEffect, useRef, useState } from 'react'

export interface Size {
  readonly width: number
  readonly height: number
}

/** The inner size of an element in whole pixels, once it stands and whenever it changes. */
export function useSize<Element extends HTMLElement>(): readonly [
  RefObject<Element | null>,
  Size | undefined,
] {
  const ref = useRef<Element>(null)
  const [size, setSize] = useState<Size>()
  useEffect(() => {
    if (!ref.current) return
    const watch = new ResizeObserver(([entry]) => {
      if (!entry) return
      const { width, height } = entry.contentRect
      setSize({ width: Math.floor(width), height: Math.floor(height) })
    })
    watch.observe(ref.current)
    return () => watch.disconnect()
  }, [])
  return [ref, size]
}
