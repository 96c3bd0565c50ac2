import type { Language } from '#data/model/language.ts'
import { comparePeriods } from '#data/model/period.ts'
import { type Scale, scaleFor } from '#data/model/quantity.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import {
  addsUp,
  breaksSince,
  type ChartData,
  type ChartSeries,
  colorOfRegion,
  compare,
  directionOf,
  isLogarithmic,
  isMixed,
  mix,
  numberLabels,
  ownColorOf,
  type Pair,
  type Ranked,
  type Row,
  rank,
  rankedLabels,
  scaleOf,
  shapeOfRegion,
  subjectOf,
  themes,
  unitOf,
  valuesOf,
  withOddity,
} from '#server/charts/index.ts'
import type { NativeChart, NativePoint } from './native-chart.ts'
import { nativePoint } from './native-point.ts'
import { valueAxisOf } from './value-axis.ts'

const theme = themes.light
const regionWord = { zh: '地区', en: 'Region' }

/** 排名: lying bars, the nation on top, then the regions from the highest. */
export function nativeRanking(data: ChartData): NativeChart | undefined {
  const { language } = data
  const ranked = rank(data)
  const [first] = ranked?.rows ?? []
  if (!ranked || !first) return undefined
  const rows = ranked.nation ? [ranked.nation, ...ranked.rows] : ranked.rows
  const hasBar = (row: Row) => row !== ranked.nation || !addsUp(row.series)
  const labels = rankedLabels(ranked, language)
  const scale = scaleNamed(labels.unit, rows.filter(hasBar), language)
  return {
    language,
    shape: 'bars',
    slots: rows.map((row) => {
      const { code, name } = row.series.region
      const role = row === ranked.nation ? 'nation' : code === data.selected ? 'chosen' : undefined
      return { label: hasBar(row) ? name[language] : `${name[language]} ${labels.say(row)}`, role }
    }),
    slotName: regionWord[language],
    rules: [],
    blanks: 'gap',
    labels: 'every',
    axis: valueAxisOf(
      rows.filter(hasBar).map(({ point }) => point.value),
      scale,
      { zero: 'always', isShown: false },
    ),
    series: [
      {
        name: subjectOf(first.series, language),
        color: theme.rest,
        shape: 'circle',
        width: 0,
        dash: 'solid',
        isDotted: false,
        points: rows.map((row) => (hasBar(row) ? barOf(data, ranked, row, scale) : undefined)),
      },
    ],
  }
}

function barOf(data: ChartData, ranked: Ranked, row: Row, scale: Scale): NativePoint {
  const { series, point } = row
  const { code } = series.region
  const own = code === data.selected ? theme.accent : (colorOfRegion(code, theme) ?? theme.rest)
  const isOld = comparePeriods(point.period, ranked.period) < 0
  const color = isOld ? mix(own, theme.ground, 0.55) : own
  const bar = nativePoint(data, series, point, { color, scale })
  const period = isMixed(ranked) ? formatPeriod(point.period, data.language) : ''
  return {
    ...bar,
    isHollow: point.status !== 'actual' || breaksSince(ranked, row).length > 0,
    aside: [bar.aside, period].filter(Boolean).join(' ') || undefined,
  }
}

/** 两期对比: a line for each region between two periods. */
export function nativeSlope(data: ChartData): NativeChart | undefined {
  const { language, selected } = data
  const compared = compare(data)
  const [first] = compared?.pairs ?? []
  if (!compared || !first) return undefined
  const { pairs, periods } = compared
  const rows = pairs.flatMap(({ from, to }) => [from, to])
  const scale = scaleNamed(numberLabels(rows, language, 'wide').unit, rows, language)
  return {
    language,
    shape: 'lines',
    slots: periods.map((period) => ({ label: formatPeriod(period, language) })),
    slotName: regionWord[language],
    rules: [],
    blanks: 'gap',
    labels: 'ends',
    axis: valueAxisOf(valuesOf(pairs), scale, {
      zero: 'near',
      isShown: false,
      isLogarithmic: isLogarithmic(pairs),
    }),
    series: pairs.map((pair) => {
      const { series } = pair.to
      const color = ownColorOf(series.region.code, theme)
      const isSelected = series.region.code === selected
      const isAside = selected !== undefined && !isSelected
      const points = [pair.from, pair.to].map(({ point }) =>
        nativePoint(data, series, point, { color: isAside ? mix(color, theme.ground, 0.5) : color, scale }),
      )
      return {
        name: series.region.name[language],
        color: isAside ? mix(color, theme.ground, 0.5) : color,
        shape: shapeOfRegion(series.region.code),
        width: isSelected ? 3 : 1.75,
        dash: dashOf(pair),
        isDotted: true,
        points: points.map((point, index) => ({
          ...point,
          aside: index === 1 ? withOddity(arrowOf(pair), pair.to.point) || undefined : point.aside,
        })),
      }
    }),
  }
}

const arrowOf = (pair: Pair) => {
  const direction = directionOf(pair)
  return direction === undefined ? '' : direction < 0 ? '▼' : direction > 0 ? '▲' : '＝'
}

/** Dashed where it fell, dotted across a change of 口径. */
function dashOf(pair: Pair): 'solid' | 'dash' | 'dot' {
  const direction = directionOf(pair)
  return direction === undefined ? 'dot' : direction < 0 ? 'dash' : 'solid'
}

/** The scale that the words of the chart name, else the one that suits the largest number. */
function scaleNamed(unit: string, rows: readonly Row[], language: Language): Scale {
  const series: ChartSeries[] = rows.map((row) => ({ ...row.series, points: [row.point] }))
  const [first] = series
  const steps = first ? unitOf(first).ladder[language] : []
  const scales = steps.flatMap(([power]) =>
    first ? [scaleFor(10 ** power, unitOf(first), language, first.indicator.counter ?? undefined)] : [],
  )
  return scales.find(({ label }) => label === unit) ?? scaleOf(series, language)
}
