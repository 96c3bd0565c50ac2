import { Decimal } from 'decimal.js'
import type { Catalog } from '#data/catalog/catalog.ts'
import type { Measure } from '#data/model/measure.ts'
import { basesOf, parsePeriod, printReportingPeriod } from '#data/model/period.ts'
import { joinIssuers, type Source } from '#data/model/source.ts'
import type { Answer, PointAnswer } from '#server/answers.ts'
import type { ExportRow } from '#server/tables/export-columns.ts'

/** The rows of a file: a row for each number of the JSON answer to the same question, in its order. */
export const exportRows = {
  series: (catalog: Catalog, { series }: Answer<'series'>): ExportRow[] =>
    series.flatMap(({ points, ...key }) => points.map((point) => toRow(catalog, key, point))),
  compare: (catalog: Catalog, { rows, ...key }: Omit<Answer<'compareLatest'>, 'newest'>): ExportRow[] =>
    rows.map(({ region, point }) => toRow(catalog, { ...key, region }, point)),
  observations: (catalog: Catalog, { observations }: Answer<'observations'>): ExportRow[] =>
    observations.map((point) => {
      const { indicator, region, measure, compilation, of, id, rank } = point
      const key = { indicator, region, measure, compilation, of, id, rank, basis: admittingBases(point) }
      return toRow(catalog, key, point)
    }),
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
  readonly transform?: string
  readonly indexBase?: string | null
  readonly id?: string
  readonly rank?: number
}

/** Every digit that tells the number from others, and no exponent. */
const plain = (value: number) => new Decimal(value).toFixed()

/** A month, which Excel would turn into a day, as a reporting month; whatever is no period stays. */
function inFile(text: string): string {
  const period = parsePeriod(text, 'span')
  return period ? printReportingPeriod(period) : text
}

function toRow(catalog: Catalog, key: Key, point: PointAnswer): ExportRow {
  const { indicators, regions, sources } = catalog
  const { issuers, carrier, title, remark, published, dating, url, origin } = documentColumns(
    catalog,
    sources.get(point.source),
  )
  const { method, parents, against, is_across_break, missing } = derivationOf(point)
  return {
    indicator: key.indicator,
    indicator_name: indicators.get(key.indicator)?.name ?? nameless,
    region: key.region,
    region_name: regions.get(key.region)?.name ?? nameless,
    period: inFile(point.period),
    measure: key.measure,
    compilation: key.compilation,
    basis: key.basis,
    value: plain(point.value),
    low: point.low === null ? null : plain(point.low),
    high: point.high === null ? null : plain(point.high),
    unit: point.unit,
    printed_value: point.printedValue,
    printed_unit: point.printedUnit,
    compared_to: inFile(point.comparedTo),
    of: key.of,
    status: point.status,
    qualifier: point.qualifier,
    source: point.source,
    issuers,
    carrier,
    title,
    remark,
    published,
    dating,
    url,
    origin,
    line: point.line,
    trust: point.trust,
    method,
    parents,
    against,
    is_across_break,
    missing,
    oddity: point.oddity?.finding ?? '',
    transform: key.transform ?? 'none',
    index_base: key.indexBase ? inFile(key.indexBase) : '',
    id: key.id ?? '',
    rank: key.rank ?? 1,
    valid_from: point.validFrom ?? '',
    valid_to: point.validTo ?? '',
  }
}

const nameless = { zh: '', en: '' }

const printed = { method: '', parents: '', against: '', is_across_break: null, missing: '' }

function derivationOf({
  derived,
}: PointAnswer): Pick<ExportRow, 'method' | 'parents' | 'against' | 'is_across_break' | 'missing'> {
  if (!derived) return printed
  const { method, parents, against, isAcrossBreak, missing } = derived
  const lists = { parents: parents.join(' '), missing: missing.join(' ') }
  return { method, against: inFile(against), is_across_break: isAcrossBreak, ...lists }
}

const noDocument = {
  issuers: nameless,
  carrier: '',
  title: '',
  remark: '',
  published: '',
  dating: '',
  url: '',
  origin: '',
}

/** What names the document; empty where it is not known. */
function documentColumns({ issuers: known }: Catalog, source: Source | undefined) {
  if (!source) return noDocument
  const { carrier, title, remark, published, dating, url, origin } = source
  const date = inFile(published)
  const english = source.issuers.map((name) => known.get(name)?.name.en ?? name)
  const issuers = { zh: joinIssuers(source), en: joinIssuers({ issuers: english }) }
  return { issuers, carrier, title, remark, published: date, dating, url, origin }
}
