import type { Derived, Known } from '#data/model/derive/derived.ts'
import { subtract } from '#data/model/interval.ts'
import { admits, type Basis, endYearOf, printPeriod } from '#data/model/period.ts'

/**
 * How much faster something grew than in the period before in the same basis, in points: one printed growth less the
 * other. Each is on its own base, so that a break between the two periods does not matter.
 * @param growths printed growths of one series, in time order.
 * @returns undefined where none was printed within the year before.
 */
export function paceOf(now: Known, growths: readonly Known[], basis: Basis): Derived | undefined {
  const before = growths.findLast(({ period }) => period.end < now.period.end)
  if (!before || !isNear(before, now, basis)) return undefined
  return {
    method: 'change',
    period: now.period,
    value: now.value.minus(before.value),
    interval: subtract(now.interval, before.interval),
    parents: [now.id, before.id],
    isAcrossBreak: false,
    against: printPeriod(before.period),
  }
}

/** Cumulative growth is held against that of fewer months of its year, or of the whole year before. */
function isNear(before: Known, now: Known, basis: Basis): boolean {
  if (now.period.end - before.period.end > 12) return false
  if (basis !== 'cumulative') return true
  return endYearOf(before.period) === endYearOf(now.period) || admits.year(before.period)
}
