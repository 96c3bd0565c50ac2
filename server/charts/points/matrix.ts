import { comparePeriods, endMonthOf, endYearOf, type Period } from '#data/model/period.ts'
import type { ChartData, ChartSeries } from '../chart-kind.ts'
import { pointAt, type Row, regionPeriods } from './ranked.ts'

/** Regions by periods: who has a number when. */
export interface Matrix {
  /** In time order. */
  readonly periods: readonly Period[]
  readonly lines: readonly MatrixLine[]
}

export interface MatrixLine {
  readonly series: ChartSeries
  /** One for each period; undefined where there is no number. */
  readonly cells: readonly (Row | undefined)[]
}

const lengthOf = ({ start, end }: Period) => end - start

/**
 * The regions over the years: the same months of each, those of the period asked for or of the latest, in the order
 * of the last of them. Without a second year, every period. The nation is left out: it would dwarf its parts.
 */
export function yearMatrix(data: ChartData): Matrix {
  const series = membersOf(data)
  const all = regionPeriods(series)
  const most = Math.max(0, ...all.map(({ count }) => count))
  const shown = data.isLatest ? undefined : data.periods?.at(-1)
  const last = shown ?? all.findLast(({ count }) => count * 2 >= most)?.period
  const alike = all.flatMap(({ period }) =>
    last && endMonthOf(period) === endMonthOf(last) && lengthOf(period) === lengthOf(last) ? [period] : [],
  )
  const periods = alike.length > 1 ? alike : all.map(({ period }) => period)
  const lines = linesOf(series, periods).filter(({ cells }) => cells.some(Boolean))
  return { periods, lines: lines.toSorted(byLast) }
}

/** Every region of the data and every period that any has a number for, in the order of the data. */
export function wholeMatrix(data: ChartData): Matrix {
  const series = membersOf(data)
  const periods = regionPeriods(series).map(({ period }) => period)
  return { periods, lines: linesOf(series, periods) }
}

const membersOf = ({ series }: ChartData) => series.filter(({ region }) => region.kind !== 'nation')

const linesOf = (series: readonly ChartSeries[], periods: readonly Period[]): MatrixLine[] =>
  series.map((each) => ({
    series: each,
    cells: periods.map((period) => {
      const point = pointAt(each, period)
      return point && { series: each, point }
    }),
  }))

/** Those with a number in the last period first, the highest first; then those whose last number is older. */
function byLast(a: MatrixLine, b: MatrixLine): number {
  const [at, bt] = [a, b].map(({ cells }) => cells.findLastIndex(Boolean))
  const sizeOf = ({ cells }: MatrixLine, index = 0) => cells[index]?.point.value ?? 0
  return (bt ?? 0) - (at ?? 0) || sizeOf(b, bt) - sizeOf(a, at)
}

/** Every number of a matrix. */
export const numbersIn = ({ lines }: Matrix): Row[] =>
  lines.flatMap(({ cells }) => cells.flatMap((cell) => cell ?? []))

/** Whether all periods are the same months of different years, so that the year names them. */
export const isYearly = ({ periods }: Matrix) =>
  new Set(periods.map(endYearOf)).size === periods.length &&
  new Set(periods.map((period) => `${endMonthOf(period)}|${lengthOf(period)}`)).size <= 1

/** The first and the last period. */
export const endsOf = ({ periods }: Matrix): readonly Period[] =>
  [periods[0], periods.at(-1)].flatMap((period) => period ?? []).toSorted(comparePeriods)
