import {
  axisUnit,
  type ChartData,
  type ChartSeries,
  colorsOf,
  nameIn,
  onLatestBase,
  paler,
  reachOf,
  restarts,
  scaleOf,
  shapesOf,
  subjectOf,
  themes,
  timeScaleOf,
} from '#server/charts/index.ts'
import { endLines, newestText } from './end-lines.ts'
import type { NativeChart } from './native-chart.ts'
import { nativePoint } from './native-point.ts'
import { timeSlots } from './time-slots.ts'
import { valueAxisOf } from './value-axis.ts'

const theme = themes.light

/** 走势: lines over real time, or over years where all numbers are of one. */
export function nativeTrend(all: ChartData): NativeChart | undefined {
  const data = drawn(all)
  const { series, language } = data
  const [first] = series
  if (!first) return undefined
  const by = timeScaleOf(series, 'lines').byYear ? 'years' : 'days'
  const time = timeSlots(series, { by, language, hasLines: true })
  const scale = { ...scaleOf(series, language), label: axisUnit(data) }
  const colors = colorsOf(series, theme)
  const shapes = shapesOf(series)
  const isDotted = time.slots.length <= mostDotted
  return {
    language,
    shape: 'lines',
    slots: time.slots,
    slotName: slotNames[language],
    rules: time.rules,
    blanks: time.isBroken ? 'gap' : 'span',
    labels: 'last',
    axis: valueAxisOf(reachOf(series), scale, { zero: series.some(restarts) ? 'always' : 'near' }),
    series: series.map((each, index) => {
      const color = colors[index] ?? theme.accent
      const isDerived = each.points.some(({ derived }) => derived)
      return {
        name: nameOf(data, each),
        color: isDerived ? paler(color, theme) : color,
        shape: shapes[index] ?? 'circle',
        width: isDerived ? 1.5 : series.length === 1 ? 2.25 : 2,
        dash: 'solid',
        isDotted,
        end: endOf(data, each),
        points: time.pointsOf(each).map((point) => point && nativePoint(data, each, point, { color, scale })),
      }
    }),
  }
}

/** Up to so many lines are named with their latest number, more with their name alone. */
const mostWithNumbers = 5

function endOf(data: ChartData, series: ChartSeries): readonly string[] | undefined {
  if (data.series.length === 1) return endLines(data, series)
  if (data.series.length > mostWithNumbers) return undefined
  return [`${nameOf(data, series)} ${newestText(data, series)}`]
}

/** 柱状: upright bars from zero, the latest foremost. */
export function nativeColumns(all: ChartData): NativeChart | undefined {
  const data = drawn({ ...all, series: all.series.slice(0, 1) })
  const { series, language } = data
  const [only] = series
  if (!only) return undefined
  const by = timeScaleOf(series, 'bars').byYear ? 'years' : 'days'
  const time = timeSlots(series, { by, language, hasLines: false })
  const scale = { ...scaleOf(series, language), label: axisUnit(data) }
  const latest = only.points.at(-1)
  return {
    language,
    shape: 'columns',
    slots: time.slots,
    slotName: slotNames[language],
    rules: time.rules,
    blanks: 'gap',
    labels: time.slots.length <= mostLabelled ? 'every' : 'last',
    axis: valueAxisOf(reachOf(series), scale, { zero: 'always' }),
    series: [
      {
        name: nameOf(data, only),
        color: theme.rest,
        shape: 'circle',
        width: 0,
        dash: 'solid',
        isDotted: false,
        points: time
          .pointsOf(only)
          .map(
            (point) =>
              point &&
              nativePoint(data, only, point, { color: point === latest ? theme.accent : theme.rest, scale }),
          ),
      },
    ],
  }
}

export const slotNames = { zh: '时期', en: 'Period' }

/** Beyond so many, points of a line lie on one another, and numbers on bars. */
const mostDotted = 40
const mostLabelled = 16

/** What can stand on one axis. */
function drawn(all: ChartData): ChartData {
  const series = onLatestBase(all.series).series.filter(({ points }) => points.length > 0)
  return { ...all, series }
}

/** What tells a series from the others, or what it is where it is alone. */
const nameOf = (data: ChartData, series: ChartSeries): string =>
  nameIn(data, series) || subjectOf(series, data.language)
