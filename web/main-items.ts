import { parsePeriod } from '#data/model/period.ts'
import type { Indicator, LatestItem } from './api.ts'

const endOf = ({ level }: LatestItem) => parsePeriod(level.period, level.time)?.end ?? 0

/** The numbers a region is known by: indicators with most numbers anywhere, that are no part of another one shown, newest first among equals. */
export function mainItems(
  items: readonly LatestItem[],
  indicators: readonly Indicator[],
  count: number,
): readonly LatestItem[] {
  const entry = (item: LatestItem) => indicators.find(({ code }) => code === item.indicator)
  const weight = (item: LatestItem) => entry(item)?.coverage.observations ?? 0
  const isWhole = (item: LatestItem) => !items.some(({ indicator }) => indicator === entry(item)?.partOf)
  return items
    .toSorted(
      (a, b) => Number(isWhole(b)) - Number(isWhole(a)) || weight(b) - weight(a) || endOf(b) - endOf(a),
    )
    .slice(0, count)
}
