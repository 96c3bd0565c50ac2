import type { Language, Text } from '#data/model/language.ts'
import type { ChartData, ChartIndicator, ChartRegion, ChartSeries } from '#server/charts/chart-kind.ts'
import { toChartPoint } from '#server/charts/chart-point.ts'
import type { CompareAnswer, Indicator, Region, Series, SeriesAnswer } from './api.ts'

/** What names the codes in an answer. */
export interface Names {
  readonly indicators: readonly Indicator[]
  readonly regions: readonly Region[]
}

/** An answer of the API as charts take it. Series of things the catalogue does not have are an error of the server. */
export function toChartData(
  answer: SeriesAnswer,
  { names, language }: { readonly names: Names; readonly language: Language },
): ChartData {
  return {
    series: answer.series.map((series) => toChartSeries(series, names)),
    sources: answer.sources,
    language,
  }
}

/** A comparison as charts take it: a series of one number for each region, and empty ones for those missing. */
export function compareToChartData(
  answer: CompareAnswer,
  { names, language }: { readonly names: Names; readonly language: Language },
): ChartData {
  const { indicator, measure, basis, of } = answer
  const key = { indicator, measure, basis, of, comparison: 'usual', transform: 'none' as const, unit: '' }
  const series = [
    ...answer.rows.map(({ region, point }) => ({ ...key, region, points: [point] })),
    ...answer.missing.map((region) => ({ ...key, region, points: [] })),
  ]
  return {
    series: series.map((each) => toChartSeries(each, names)),
    sources: answer.sources,
    language,
  }
}

function toChartSeries(series: Series, names: Names): ChartSeries {
  return {
    indicator: entryOf<ChartIndicator>(names.indicators, series.indicator),
    region: entryOf<ChartRegion>(names.regions, series.region),
    measure: series.measure,
    basis: series.basis,
    of: nameOf(series.of, names),
    comparedTo: series.comparison === 'usual' ? undefined : nameOf(series.comparison, names),
    points: series.points.map(toChartPoint),
  }
}

function entryOf<Entry extends { readonly code: string }>(entries: readonly Entry[], code: string): Entry {
  const found = entries.find((entry) => entry.code === code)
  if (!found) throw new Error(`The catalogue does not have ${code}, of which there is a series.`)
  return found
}

const stated: Text = { zh: '文中所述时期', en: 'the period the text names' }

/** The name of what a share is of or a change is against: `region:CN`, `indicator:gdp`, `gdp`, `stated`. */
export function nameOf(reference: string, { indicators, regions }: Names): Text | undefined {
  if (reference === '') return undefined
  if (reference === 'stated') return stated
  const code = reference.replace(/^(region|indicator):/, '')
  const entries: readonly { readonly code: string; readonly name: Text }[] = reference.startsWith('region:')
    ? regions
    : indicators
  return entries.find((entry) => entry.code === code)?.name
}
