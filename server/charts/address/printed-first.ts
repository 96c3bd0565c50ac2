import { comparePeriods, parsePeriod } from '#data/model/period.ts'
import type { Point, Series } from './answers.ts'

/**
 * Growth as printed, and derived for the periods of which nobody printed it: one series for each region.
 * @param printed growth of one indicator and basis.
 * @param derived growth made of its levels; returned as it is where nothing was printed.
 */
export function printedFirst(printed: readonly Series[], derived: readonly Series[]): readonly Series[] {
  const isPrinted = printed.some(({ points }) => points.length > 0)
  if (!isPrinted) return derived
  const regions = [...new Set([...derived, ...printed].map(({ region }) => region))]
  return regions.flatMap((region) => {
    const [said, made] = [printed, derived].map((all) => all.find((each) => each.region === region))
    const key = said ?? made
    if (!key) return []
    const points = merged(said?.points ?? [], made?.points ?? [])
    return [{ ...key, measure: 'yoy_pct' as const, transform: 'none' as const, points }]
  })
}

function merged(said: readonly Point[], made: readonly Point[]): Point[] {
  const known = new Set(said.map(({ period }) => period))
  const all = [...said, ...made.filter(({ period }) => !known.has(period))]
  return all
    .flatMap((point) => {
      const period = parsePeriod(point.period, point.time)
      return period ? [{ point, period }] : []
    })
    .toSorted((a, b) => comparePeriods(a.period, b.period))
    .map(({ point }) => point)
}
