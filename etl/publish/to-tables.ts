import type { Catalog } from '#data/catalog/catalog.ts'
import type { Refusal } from '#data/model/observation.ts'
import type { Ranked } from '#data/model/precedence.ts'
import * as schema from '#data/store/schema.ts'
import type { About } from '#data/store/seal-database.ts'
import type { TableRows } from '#data/store/write-database.ts'
import type { Checked } from '../check/check-figures.ts'
import type { InboxReport } from '../inbox/inbox.ts'
import { sayBecause } from '../inbox/say-inbox.ts'
import { breakRow, findingRow, odditiesOf } from './finding-rows.ts'
import { keysOf, numberTables } from './number-rows.ts'
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
  const tables: TableRows[] = [
    ...catalogTables(catalog),
    ...numberTables(observations, catalog, odditiesOf(checked.findings, catalog)),
    { table: schema.refusal, rows: refusals.map((refusal): Row => ({ ...refusal })) },
    { table: schema.finding, rows: checked.findings.map((each) => findingRow(each, catalog)) },
    { table: schema.seriesBreak, rows: checked.breaks.map((each) => breakRow(each, catalog)) },
    ...inboxTables(inbox),
  ]
  const about = { inputs, ...counts, published: observations.length, refused: refusals.length }
  return { about, tables }
}

function catalogTables({ topics, indicators, regions, units, issuers, sources }: Catalog): TableRows[] {
  const keys = {
    indicator: keysOf(indicators.keys()),
    region: keysOf(regions.keys()),
    source: keysOf(sources.keys()),
  }
  const indicatorRows = [...indicators.values()].map((entry, position) => ({
    code: entry.code,
    key: keys.indicator.get(entry.code),
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
    key: keys.region.get(entry.code),
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
    {
      table: schema.source,
      rows: [...sources.values()].map((each) => ({ ...each, key: keys.source.get(each.id) })),
    },
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
