import type { Decimal } from 'decimal.js'
import type { Catalog } from '#data/catalog/catalog.ts'
import type { Refusal } from '#data/model/observation.ts'
import { printPeriod } from '#data/model/period.ts'
import type { Ranked } from '#data/model/precedence.ts'
import { trustOf } from '#data/model/trust.ts'
import * as schema from '#data/store/schema.ts'
import type { About } from '#data/store/seal-database.ts'
import type { TableRows } from '#data/store/write-database.ts'
import type { Checked } from '../check/check-figures.ts'
import type { InboxReport } from '../inbox/inbox.ts'
import { sayBecause } from '../inbox/say-inbox.ts'
import { breakRow, findingRow, odditiesOf } from './finding-rows.ts'
import { toPinyin } from './to-pinyin.ts'

type Row = Readonly<Record<string, unknown>>

export interface Publication {
  readonly catalog: Catalog
  readonly observations: readonly Ranked[]
  readonly refusals: readonly Refusal[]
  readonly checked: Checked
  readonly inbox: InboxReport
  readonly counts: { readonly read: number; readonly added: number }
  /** Hash of the files read. */
  readonly inputs: string
}

/** Everything that is published, as rows, and what is told about it. */
export function toTables(publication: Publication): { about: About; tables: TableRows[] } {
  const { catalog, observations, refusals, checked, inbox, counts, inputs } = publication
  const oddities = odditiesOf(checked.findings, catalog)
  const tables: TableRows[] = [
    ...catalogTables(catalog),
    {
      table: schema.observation,
      rows: observations
        .toSorted(inOrder)
        .map((each) => ({ ...observationRow(each, oddities), trust: trustIn(catalog, each) })),
    },
    { table: schema.refusal, rows: refusals.map((refusal): Row => ({ ...refusal })) },
    { table: schema.finding, rows: checked.findings.map((each) => findingRow(each, catalog)) },
    { table: schema.seriesBreak, rows: checked.breaks.map((each) => breakRow(each, catalog)) },
    ...inboxTables(inbox),
  ]
  const about = { inputs, ...counts, published: observations.length, refused: refusals.length }
  return { about, tables }
}

function catalogTables({ topics, indicators, regions, units, issuers, sources }: Catalog): TableRows[] {
  const indicatorRows = [...indicators.values()].map((entry, position) => ({
    code: entry.code,
    position,
    topic: entry.topic,
    name_zh: entry.name.zh,
    name_en: entry.name.en,
    pinyin: [entry.name.zh, ...entry.aliases].map(toPinyin).join('|'),
    kind: entry.kind,
    unit: entry.unit,
    part_of: entry.partOf,
    entry,
  }))
  const regionRows = [...regions.values()].map((entry, position) => ({
    code: entry.code,
    position,
    kind: entry.kind,
    name_zh: entry.name.zh,
    name_en: entry.name.en,
    parent: entry.parent,
    entry,
  }))
  const coded = (entry: { readonly code: string }, position: number) => ({
    code: entry.code,
    position,
    entry,
  })
  return [
    { table: schema.topic, rows: topics.map(coded) },
    { table: schema.indicator, rows: indicatorRows },
    { table: schema.region, rows: regionRows },
    { table: schema.unit, rows: [...units.values()].map(coded) },
    { table: schema.issuer, rows: [...issuers].map(([name, entry]) => ({ name, entry })) },
    { table: schema.source, rows: [...sources.values()] },
  ]
}

const inboxTables = ({ files, held }: InboxReport): TableRows[] => [
  {
    table: schema.inboxFile,
    rows: files.map(
      ({ counts, grade = null, ...same }): Row => ({
        ...same,
        grade,
        published: counts.published,
        waiting: counts.waiting,
        refused: counts.refused,
        no_indicator: counts['no-indicator'],
      }),
    ),
  },
  {
    table: schema.inboxNumber,
    rows: held.map(
      ({ column, row = null, ...same }): Row => ({
        ...same,
        column_number: column,
        row,
        said: sayBecause(same.because),
      }),
    ),
  },
]

/** The order in which the table is read: zone maps then do the work of an index. */
function inOrder(a: Ranked, b: Ranked): number {
  return (
    compareText(a.indicator, b.indicator) ||
    compareText(a.region, b.region) ||
    a.period.end - b.period.end ||
    a.period.start - b.period.start ||
    compareText(a.measure, b.measure) ||
    a.rank - b.rank ||
    compareText(a.id, b.id)
  )
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const endOf = (end: Decimal) => (end.isFinite() ? end.toFixed() : null)

function observationRow(observation: Ranked, oddities: ReadonlyMap<string, Row>): Row {
  const { period, value, interval, printedValue, printedUnit, comparedTo, of, column, ...same } = observation
  return {
    ...same,
    period: printPeriod(period),
    is_moment: period.time === 'moment',
    start_month: period.start,
    end_month: period.end,
    value: value.toFixed(),
    low: endOf(interval.low),
    high: endOf(interval.high),
    printed_value: printedValue,
    printed_unit: printedUnit,
    compared_to: comparedTo,
    share_of: of,
    column_number: column,
    ...oddities.get(observation.id),
  }
}

const trustIn = ({ sources }: Catalog, { source, quote }: Ranked) =>
  trustOf({ quote, url: sources.get(source)?.url ?? '' })
