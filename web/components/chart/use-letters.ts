import { useEffect, useState } from 'react'

/** Counts how often letters have arrived: a chart drawn before was measured with others, and is drawn anew. */
export function useLetters(): number {
  const [arrivals, setArrivals] = useState(0)
  useEffect(() => {
    const count = () => setArrivals((before) => before + 1)
    document.fonts.addEventListener('loadingdone', count)
    return () => document.fonts.removeEventListener('loadingdone', count)
  }, [])
  return arrivals
}
