import type { Language } from '#data/model/language.ts'
import { type Basis, endMonthOf, endYearOf, type Period } from '#data/model/period.ts'
import { monthName } from '#data/wording/month-names.ts'
import type { ChartSeries, Frame } from '../chart-kind.ts'
import type { ChartOption } from '../chart-option.ts'
import { themes } from '../palette.ts'
import { fontSizeOf, widthOf } from '../typography.ts'

/**
 * Real time, counted in months from year 0: a month covers [month − 0.5, month + 0.5].
 * A span stands at its middle, a cumulative figure in its last month, a stock at the end of its month.
 */
export interface TimeScale {
  readonly min: number
  readonly max: number
  /** Whether every number is one of a whole year or of its end, and stands in the middle of it. */
  readonly byYear: boolean
  /** Bars need half a slot at either end, lines only a little air. */
  readonly room: Room
  positionOf(period: Period): number
}

type Room = 'bars' | 'lines'

export function timeScaleOf(series: readonly ChartSeries[], room: Room): TimeScale {
  const periods = series.flatMap(({ points }) => points.map(({ period }) => period))
  const basis = series[0]?.basis ?? 'stock'
  const byYear =
    periods.every((period) => endMonthOf(period) === 12) && basis !== 'month' && basis !== 'quarter'
  const positionOf = byYear ? middleOfYear : (period: Period) => positions[basis](period)
  const places = periods.map(positionOf)
  const [first, last] = [Math.min(...places), Math.max(...places)]
  const step = byYear ? 12 : basis === 'quarter' ? 3 : 1
  const pad = room === 'bars' ? step / 2 : byYear ? 2 : 0.5
  const start = yearAt(first) * 12 - 0.5
  const min = !byYear && first - start < 4 ? start : first - pad
  return { min, max: last + pad, byYear, room, positionOf }
}

const middleOfYear = (period: Period) => endYearOf(period) * 12 + 5.5

const positions: Readonly<Record<Basis, (period: Period) => number>> = {
  stock: ({ end }) => end + 0.5,
  cumulative: ({ end }) => end,
  month: ({ end }) => end,
  quarter: ({ start, end }) => (start + end) / 2,
  year: ({ start, end }) => (start + end) / 2,
}

const yearAt = (position: number) => Math.floor((position + 0.5) / 12)

interface Tick {
  readonly at: number
  readonly label: string
}

/** Years when there are enough of them, else months with the year below. */
export function xAxis(scale: TimeScale, plotWidth: number, frame: Frame, language: Language) {
  const ticks = scale.byYear || scale.max - scale.min > 26 ? yearTicks : monthTicks
  const { labels, marks } = ticks(scale, plotWidth, fontSizeOf(frame), language)
  const byPlace = new Map(labels.map(({ at, label }) => [at, label]))
  const theme = themes[frame.theme]
  return {
    type: 'value',
    min: scale.min,
    max: scale.max,
    axisLine: { show: true, onZero: false, lineStyle: { color: theme.axis } },
    axisTick: { show: true, length: 5, customValues: marks, lineStyle: { color: theme.axis } },
    splitLine: { show: false },
    axisLabel: {
      color: theme.muted,
      fontSize: fontSizeOf(frame),
      lineHeight: 16,
      margin: 8,
      hideOverlap: false,
      showMinLabel: true,
      showMaxLabel: true,
      customValues: [...byPlace.keys()],
      formatter: (value: number) => byPlace.get(value) ?? '',
    },
  } as const satisfies ChartOption['xAxis']
}

interface Ticks {
  readonly labels: readonly Tick[]
  readonly marks: number[]
}

/** Each year named in its middle, a mark where it begins; 18 for 2018 or every other year where it is narrow. */
function yearTicks(scale: TimeScale, plotWidth: number, fontSize: number, language: Language): Ticks {
  const { min, max, byYear } = scale
  const years = range(yearAt(min), yearAt(max - 0.01))
  const perYear = (plotWidth * 12) / (max - min)
  const [full, short] = [widthOf('2018', fontSize), widthOf('18', fontSize)]
  const isShort = perYear < full + 8
  const hasSuffix = perYear >= widthOf('2018年', fontSize) + 6
  const every = [1, 2, 5, 10].find((step) => perYear * step >= (isShort ? short : full) + 6) ?? 10
  const last = years.at(-1) ?? 0
  const places = years.flatMap((year) => {
    const [from, to] = [Math.max(min, year * 12 - 0.5), Math.min(max, year * 12 + 11.5)]
    const room = ((to - from) * plotWidth) / (max - min)
    if ((last - year) % every !== 0 || (!byYear && room * every + 2 < short)) return []
    return [{ year, at: byYear ? year * 12 + 5.5 : (from + to) / 2 }]
  })
  const isTight = isShort && perYear * every < (full + short) / 2 + 5
  const labels = places
    .filter((_, index) => !(isTight && index === 1))
    .map(({ year, at }, index) => ({
      at,
      label: yearLabel(year, index === 0, isShort, hasSuffix && language === 'zh'),
    }))
  const marks = byYear && scale.room === 'lines' ? places.map(({ at }) => at) : newYears(min, max)
  return { labels, marks }
}

function yearLabel(year: number, isFirst: boolean, isShort: boolean, hasSuffix: boolean): string {
  if (isFirst) return hasSuffix ? `${year}年` : String(year)
  return isShort ? String(year % 100).padStart(2, '0') : String(year)
}

function monthTicks({ min, max }: TimeScale, plotWidth: number, fontSize: number, language: Language): Ticks {
  const perMonth = plotWidth / (max - min)
  const widest = widthOf(language === 'zh' ? '12月' : 'Mar', fontSize)
  const every = [1, 2, 3, 6, 12].find((step) => perMonth * step >= widest + 8) ?? 12
  const months = range(Math.ceil(min), Math.floor(max)).filter((month) => (month + 1) % every === 0)
  const labels = months.map((month, index) => {
    const number = (month % 12) + 1
    const name = monthName(number, language)
    const isNewYear = index === 0 || Math.floor(month / 12) !== Math.floor((months[index - 1] ?? month) / 12)
    const year = Math.floor(month / 12)
    return { at: month, label: isNewYear ? `${name}\n${language === 'zh' ? `${year}年` : year}` : name }
  })
  return { labels, marks: newYears(min, max) }
}

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)
const newYears = (min: number, max: number) =>
  range(yearAt(min), yearAt(max) + 1)
    .map((year) => year * 12 - 0.5)
    .filter((at) => at >= min && at <= max)
