import { useEffect, useState } from 'react'

/** How long the outcome of a press stays, in milliseconds. */
const shownMs = 2000

/** What came of a press, said in its place for a moment; one that is still under way stays. */
export function useOutcome<Outcome extends string>(underWay?: Outcome) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  useEffect(() => {
    if (!outcome || outcome === underWay) return
    const timer = setTimeout(() => setOutcome(null), shownMs)
    return () => clearTimeout(timer)
  }, [outcome, underWay])
  return [outcome, setOutcome] as const
}
