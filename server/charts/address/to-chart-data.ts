import type { Language, Text } from '#data/model/language.ts'
import { parsePeriod, type Time } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type {
  ChartData,
  ChartDerivation,
  ChartIndicator,
  ChartParent,
  ChartRegion,
  ChartSeries,
} from '../chart-kind.ts'
import { toChartPoint } from '../points/chart-point.ts'
import type { CompareAnswer, Names, Parents, Point, Series, SeriesAnswer } from './answers.ts'

/**
 * An answer of the API as charts take it. Series of things the catalogue does not have are an error of the server.
 * @param parents the printed numbers that derived ones are made of.
 */
export function toChartData(
  answer: SeriesAnswer,
  {
    names,
    language,
    parents = new Map(),
  }: { readonly names: Names; readonly language: Language; readonly parents?: Parents | undefined },
): ChartData {
  return {
    series: withUndivided(answer.series.map((series) => toChartSeries(series, names, parents))),
    sources: answer.sources,
    language,
  }
}

/** A comparison as charts take it: a series of one number for each region, and empty ones for those missing. */
export function compareToChartData(
  answer: CompareAnswer,
  { names, language }: { readonly names: Names; readonly language: Language },
): ChartData {
  const { indicator, measure, compilation, basis, of } = answer
  const key = {
    indicator,
    measure,
    compilation,
    basis,
    of,
    comparison: 'usual',
    transform: 'none' as const,
    indexBase: null,
    unit: '',
  }
  const series = [
    ...answer.rows.map(({ region, point }) => ({ ...key, region, points: [point] })),
    ...answer.missing.map((region) => ({ ...key, region, points: [] })),
  ]
  return {
    series: series.map((each) => toChartSeries(each, names, new Map())),
    sources: answer.sources,
    language,
  }
}

/** January–Februaries that nobody divided go with the months of their region: they are no line of their own. */
function withUndivided(series: readonly ChartSeries[]): ChartSeries[] {
  const isPairs = ({ transform, basis }: ChartSeries) => transform === 'decumulate' && basis === 'cumulative'
  return series
    .filter((each) => !isPairs(each))
    .map((each) => {
      const pairs = series.find((other) => isPairs(other) && other.region === each.region)
      return pairs && each.basis === 'month' ? { ...each, undivided: pairs.points } : each
    })
}

function toChartSeries(series: Series, names: Names, parents: Parents): ChartSeries {
  return {
    indicator: entryOf<ChartIndicator>(names.indicators, series.indicator),
    region: entryOf<ChartRegion>(names.regions, series.region),
    measure: series.measure,
    compilation: series.compilation,
    basis: series.basis,
    of: nameOf(series.of, names),
    comparedTo: series.comparison === 'usual' ? undefined : nameOf(series.comparison, names),
    transform: series.transform,
    indexBase: baseOf(series),
    points: series.points.map((point) => toChartPoint(point, derivationOf(point, names, parents))),
  }
}

const baseOf = ({ indexBase, basis }: Series) =>
  indexBase === null ? undefined : parsePeriod(indexBase, basis === 'stock' ? 'moment' : 'span')

function derivationOf({ derived, time }: Point, names: Names, parents: Parents): ChartDerivation | null {
  if (!derived) return null
  const { method, against, isAcrossBreak, missing } = derived
  const known = derived.parents.flatMap((id) => parents.get(id) ?? [])
  return {
    method,
    isAcrossBreak,
    missing: missing.map((code) => entryOf<ChartRegion>(names.regions, code).name),
    against: nameOfAgainst(against, time, names),
    unknownParents: derived.parents.length - known.length,
    parents: known.map(
      (parent): ChartParent => ({
        indicator: entryOf<ChartIndicator>(names.indicators, parent.indicator),
        region: entryOf<ChartRegion>(names.regions, parent.region),
        measure: parent.measure,
        point: toChartPoint(parent),
      }),
    ),
  }
}

const nothing: Text = { zh: '', en: '' }

function nameOfAgainst(against: string, time: Time, names: Names): Text {
  const period = parsePeriod(against, time)
  if (!period) return nameOf(against, names) ?? nothing
  return { zh: formatPeriod(period, 'zh'), en: formatPeriod(period, 'en') }
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
