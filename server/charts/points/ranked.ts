import type { Transform } from '#data/model/derive/derived.ts'
import { measureEntry } from '#data/model/measure.ts'
import { admits, comparePeriods, endMonthOf, type Period } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartData, ChartPoint, ChartSeries } from '../chart-kind.ts'
import { type Break, measuresBreak, notedBetween } from './breaks.ts'

/** A region's number in the period shown. */
export interface Row {
  readonly series: ChartSeries
  readonly point: ChartPoint
}

const isSame = (a: Period, b: Period) => comparePeriods(a, b) === 0

/** The number of a region in a period. */
export const pointAt = ({ points }: ChartSeries, period: Period) =>
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
export function regionPeriods(
  series: readonly ChartSeries[],
): { readonly period: Period; readonly count: number }[] {
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
  const all = regionPeriods(series)
  const most = Math.max(0, ...all.map(({ count }) => count))
  return all.findLast(({ count }) => count * 2 >= most)?.period
}

/** The two periods of a slope: those asked for, else the latest and the same months of the earliest year. */
export function periodPairOf(data: ChartData): readonly [Period, Period] | undefined {
  const [from, to] = data.periods ?? []
  if (from && to) return comparePeriods(from, to) < 0 ? [from, to] : [to, from]
  const all = regionPeriods(data.series).filter(({ count }) => count > 1)
  const last = all.at(-1)?.period
  if (!last) return undefined
  const first = all.find(
    ({ period }) => endMonthOf(period) === endMonthOf(last) && period.end < last.end,
  )?.period
  return first ? [first, last] : undefined
}

/** The regions in order, the nation beside them. */
export interface Ranked {
  /** The one period of all rows, or the newest of the regions. */
  readonly period: Period
  readonly rows: readonly Row[]
  readonly nation: Row | undefined
}

/** Sorts the regions of the period that is shown, or each at its own latest. */
export function rank(data: ChartData): Ranked | undefined {
  const all = rowsOf(data)
  const rows = all.filter(({ series }) => series.region.kind !== 'nation')
  const period = data.isLatest ? newestOf(rows) : periodOf(data)
  if (!period) return undefined
  return { period, rows, nation: all.find(({ series }) => series.region.kind === 'nation') }
}

const newestOf = (rows: readonly Row[]) =>
  rows
    .map(({ point }) => point.period)
    .toSorted(comparePeriods)
    .at(-1)

/** The numbers that a comparison of regions shows, the highest first. */
export function rowsOf(data: ChartData): Row[] {
  if (data.isLatest) return latestRows(data.series)
  const period = periodOf(data)
  return period ? rowsAt(data.series, period) : []
}

function latestRows(series: readonly ChartSeries[]): Row[] {
  return series
    .flatMap((each) => {
      const point = each.points.at(-1)
      return point ? [{ series: each, point }] : []
    })
    .toSorted((a, b) => b.point.value - a.point.value)
}

/** The series cut to what a comparison shows of them: whether a kind suits one period is asked of these. */
export const shownSeries = (data: ChartData): ChartSeries[] =>
  rowsOf(data).map(({ series, point }) => ({ ...series, points: [point] }))

/** Whether rows are of different periods, so that each must say its own. */
export const isMixed = ({ period, rows, nation }: Ranked) =>
  [...rows, ...(nation ? [nation] : [])].some((row) => !isSame(row.point.period, period))

/** The declared changes of 口径 between a row's period and the newest: with any, the row does not compare. */
export const breaksSince = ({ period }: Pick<Ranked, 'period'>, { series, point }: Row): Break[] =>
  measuresBreak(series) ? notedBetween(series.indicator, point.period, period) : []

/** How fast a row grew, in its own period. */
export function growthOf({ growth = [] }: ChartData, { series, point }: Row): Row | undefined {
  const own = growth.find(({ region }) => region.code === series.region.code)
  const found = own && pointAt(own, point.period)
  return own && found && { series: own, point: found }
}

/** The growth of every row, undefined where there is none; nothing at all where most rows have none. */
export function growthBeside(
  data: ChartData,
  rows: readonly Row[],
): readonly (Row | undefined)[] | undefined {
  const grown = rows.map((row) => growthOf(data, row))
  return grown.filter(Boolean).length * 2 < rows.length ? undefined : grown
}

/** As they stand in a ranking, the nation first. */
export const rowsFromTop = ({ rows, nation }: Ranked): readonly Row[] => (nation ? [nation, ...rows] : rows)

const onScale: ReadonlySet<Transform> = new Set(['none', 'change', 'decumulate', 'implied_base'])

/** Whether the values of regions add up, so that the nation is no yardstick for one of them. */
export const addsUp = ({ indicator, measure, transform = 'none' }: ChartSeries) =>
  onScale.has(transform) &&
  measureEntry(measure).unit === 'own' &&
  (indicator.kind === 'flow' || indicator.kind === 'stock')

/** The period with its basis where the period alone does not say it: a cumulative 2024年1—5月 does, an April of a flow does not. */
export function whenOf(data: ChartData, period: Period): string {
  const text = formatPeriod(period, data.language)
  const isMonth = admits.month(period) && data.series.some(({ basis }) => basis === 'month')
  return isMonth && data.language === 'zh' ? `${text}当月` : text
}
