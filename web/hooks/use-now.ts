import type { Brief } from '#server/charts/index.ts'
import { useIndicators } from './use-indicators.ts'

const beijing = 8 * 3_600_000

/** What a brief that is made now says of its data: the day in Beijing and the version; undefined until the server has said it. */
export function useNow(): Brief['made'] {
  const { data } = useIndicators()
  if (!data) return undefined
  const day = new Date(Date.now() + beijing).toISOString().slice(0, 10)
  return { day, snapshot: data.snapshot }
}
