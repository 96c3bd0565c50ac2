import type { Catalog } from '#data/catalog/catalog.ts'
import type { Measure } from '#data/model/measure.ts'
import { basesOf, parsePeriod } from '#data/model/period.ts'
import { joinIssuers, type Source } from '#data/model/source.ts'
import type { Answer, PointAnswer } from '#server/answers.ts'

/** One printed number with everything a reader of a table needs to know of it; the names are the columns. */
export interface ExportRow {
  readonly indicator: string
  readonly indicator_name: string
  readonly region: string
  readonly region_name: string
  readonly period: string
  readonly measure: Measure
  /** Empty where the compilations of the indicator agree. */
  readonly compilation: string
  /** One basis for a number of a series; all that admit it for a number by itself. */
  readonly basis: string
  /** In base units, a plain decimal. */
  readonly value: string
  /** What the digits, or the parents, leave open; empty where an end is open. */
  readonly low: string
  readonly high: string
  readonly unit: string
  readonly printed_value: string
  readonly printed_unit: string
  readonly compared_to: string
  readonly of: string
  readonly status: string
  readonly qualifier: string
  readonly source: string
  /** Joined by `;`. */
  readonly issuers: string
  readonly carrier: string
  readonly title: string
  readonly remark: string
  readonly published: string
  readonly dating: string
  readonly url: string
  readonly origin: string
  readonly line: string
  readonly trust: string
  /** How it was made and of which observations; empty for a printed number, like the next four. */
  readonly method: string
  readonly parents: string
  readonly against: string
  readonly is_across_break: string
  /** Regions that a sum among the parents lacks. */
  readonly missing: string
  /** The finding of a figure that leaves its own course, or of one it is made of. */
  readonly oddity: string
}

/** The columns in order, and whether a column holds numbers or text. */
export const exportColumns = {
  indicator: 'text',
  indicator_name: 'text',
  region: 'text',
  region_name: 'text',
  period: 'text',
  measure: 'text',
  compilation: 'text',
  basis: 'text',
  value: 'number',
  low: 'number',
  high: 'number',
  unit: 'text',
  printed_value: 'number',
  printed_unit: 'text',
  compared_to: 'text',
  of: 'text',
  status: 'text',
  qualifier: 'text',
  source: 'text',
  issuers: 'text',
  carrier: 'text',
  title: 'text',
  remark: 'text',
  published: 'text',
  dating: 'text',
  url: 'text',
  origin: 'text',
  line: 'number',
  trust: 'text',
  method: 'text',
  parents: 'text',
  against: 'text',
  is_across_break: 'text',
  missing: 'text',
  oddity: 'text',
} as const satisfies Record<keyof ExportRow, 'text' | 'number'>

export function seriesRows(catalog: Catalog, { series }: Answer<'series'>): ExportRow[] {
  return series.flatMap(({ points, ...key }) => points.map((point) => toRow(catalog, key, point)))
}

export function compareRows(
  catalog: Catalog,
  { rows, ...key }: Omit<Answer<'compareLatest'>, 'newest'>,
): ExportRow[] {
  return rows.map(({ region, point }) => toRow(catalog, { ...key, region }, point))
}

export function observationRows(catalog: Catalog, { observations }: Answer<'observations'>): ExportRow[] {
  return observations.map((point) => toRow(catalog, { ...point, basis: admittingBases(point) }, point))
}

const admittingBases = ({ period, time }: PointAnswer) => {
  const read = parsePeriod(period, time)
  return read ? basesOf(read).join(' ') : ''
}

interface Key {
  readonly indicator: string
  readonly region: string
  readonly measure: Measure
  readonly compilation: string
  readonly basis: string
  readonly of: string
}

const plain = new Intl.NumberFormat('en-US', { useGrouping: false, maximumFractionDigits: 8 })

const printEnd = (end: number | null) => (end === null ? '' : plain.format(end))

function toRow({ indicators, regions, sources }: Catalog, key: Key, point: PointAnswer): ExportRow {
  return {
    indicator: key.indicator,
    indicator_name: indicators.get(key.indicator)?.name.zh ?? '',
    region: key.region,
    region_name: regions.get(key.region)?.name.zh ?? '',
    period: point.period,
    measure: key.measure,
    compilation: key.compilation,
    basis: key.basis,
    value: plain.format(point.value),
    low: printEnd(point.low),
    high: printEnd(point.high),
    unit: point.unit,
    printed_value: point.printedValue,
    printed_unit: point.printedUnit,
    compared_to: point.comparedTo,
    of: key.of,
    status: point.status,
    qualifier: point.qualifier,
    source: point.source,
    ...documentColumns(sources.get(point.source)),
    line: point.line === null ? '' : String(point.line),
    trust: point.trust,
    ...derivationOf(point),
    oddity: point.oddity?.finding ?? '',
  }
}

const printed = { method: '', parents: '', against: '', is_across_break: '', missing: '' }

function derivationOf({ derived }: PointAnswer): typeof printed {
  if (!derived) return printed
  const { method, parents, against, isAcrossBreak, missing } = derived
  const lists = { parents: parents.join(' '), missing: missing.join(' ') }
  return { method, against, is_across_break: String(isAcrossBreak), ...lists }
}

const noDocument = {
  issuers: '',
  carrier: '',
  title: '',
  remark: '',
  published: '',
  dating: '',
  url: '',
  origin: '',
}

/** What names the document; empty where it is not known. */
function documentColumns(source: Source | undefined) {
  if (!source) return noDocument
  const { carrier, title, remark, published, dating, url, origin } = source
  return { issuers: joinIssuers(source), carrier, title, remark, published, dating, url, origin }
}
