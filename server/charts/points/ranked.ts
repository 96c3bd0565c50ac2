import { measureEntry } from '#data/model/measure.ts'
import { admits, comparePeriods, endMonthOf, formatPeriod, type Period } from '#data/model/period.ts'
import type { ChartData, ChartPoint, ChartSeries } from '../chart-kind.ts'

/** A region's number in the period shown. */
export interface Row {
  readonly series: ChartSeries
  readonly point: ChartPoint
}

const isSame = (a: Period, b: Period) => comparePeriods(a, b) === 0

const pointAt = ({ points }: ChartSeries, period: Period) =>
  points.find((point) => isSame(point.period, period))

/** The regions that have a number in a period, the highest first. */
export function rowsAt(series: readonly ChartSeries[], period: Period): Row[] {
  return series
    .flatMap((each) => {
      const point = pointAt(each, period)
      return point ? [{ series: each, point }] : []
    })
    .toSorted((a, b) => b.point.value - a.point.value)
}

/** Every period that any region has a number for, in time order, with how many have. */
function periodsOf(series: readonly ChartSeries[]): { readonly period: Period; readonly count: number }[] {
  const found = new Map<string, { period: Period; count: number }>()
  for (const { period } of series.flatMap(({ points }) => points)) {
    const key = `${period.start}|${period.end}`
    const known = found.get(key)
    if (known) known.count += 1
    else found.set(key, { period, count: 1 })
  }
  return [...found.values()].toSorted((a, b) => comparePeriods(a.period, b.period))
}

/** The period to compare regions in: the one asked for, else the latest that at least half as many have as ever. */
export function periodOf({ series, periods }: ChartData): Period | undefined {
  if (periods?.[0]) return periods[0]
  const all = periodsOf(series)
  const most = Math.max(0, ...all.map(({ count }) => count))
  return all.findLast(({ count }) => count * 2 >= most)?.period
}

/** The two periods of a slope: those asked for, else the latest and the same months of the earliest year. */
export function periodPairOf(data: ChartData): readonly [Period, Period] | undefined {
  const [from, to] = data.periods ?? []
  if (from && to) return comparePeriods(from, to) < 0 ? [from, to] : [to, from]
  const all = periodsOf(data.series).filter(({ count }) => count > 1)
  const last = all.at(-1)?.period
  if (!last) return undefined
  const first = all.find(
    ({ period }) => endMonthOf(period) === endMonthOf(last) && period.end < last.end,
  )?.period
  return first ? [first, last] : undefined
}

/** The regions of one period in order, the nation beside them. */
export interface Ranked {
  readonly period: Period
  readonly rows: readonly Row[]
  readonly nation: Row | undefined
}

/** Sorts the regions of the period that is shown. */
export function rank(data: ChartData): Ranked | undefined {
  const period = periodOf(data)
  if (!period) return undefined
  const all = rowsAt(data.series, period)
  return {
    period,
    rows: all.filter(({ series }) => series.region.kind !== 'nation'),
    nation: all.find(({ series }) => series.region.kind === 'nation'),
  }
}

/** Whether the values of regions add up, so that the nation is no yardstick for one of them. */
export const addsUp = ({ indicator, measure }: ChartSeries) =>
  measureEntry(measure).unit === 'own' && (indicator.kind === 'flow' || indicator.kind === 'stock')

/** The period with its basis where the period alone does not say it: a cumulative 2024年1—5月 does, an April of a flow does not. */
export function whenOf(data: ChartData, period: Period): string {
  const text = formatPeriod(period, data.language)
  const isMonth = admits.month(period) && data.series.some(({ basis }) => basis === 'month')
  return isMonth && data.language === 'zh' ? `${text}当月` : text
}
