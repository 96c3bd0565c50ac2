import { useEffect, useState } from 'react'

interface Player {
  readonly isPlaying: boolean
  readonly toggle: () => void
  readonly stop: () => void
}

const stepMs = 1400

/**
 * Walks through places one after another until the last.
 * @param at the place shown now; playing from the last one starts again at the first.
 */
export function usePlayer(at: number, count: number, goTo: (place: number) => void): Player {
  const [isPlaying, setPlaying] = useState(false)
  useEffect(() => {
    if (!isPlaying) return
    const timer = setTimeout(() => (at >= count - 1 ? setPlaying(false) : goTo(at + 1)), stepMs)
    return () => clearTimeout(timer)
  })
  const toggle = () => {
    if (!isPlaying && at >= count - 1) goTo(0)
    setPlaying(!isPlaying)
  }
  return { isPlaying: isPlaying && count > 1, toggle, stop: () => setPlaying(false) }
}
