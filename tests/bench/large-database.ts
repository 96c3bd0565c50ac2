import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { Catalog } from '#data/catalog/catalog.ts'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { Indicator } from '#data/model/indicator.ts'
import { Region } from '#data/model/region.ts'
import { sealDatabase } from '#data/store/seal-database.ts'
import { writeDatabase } from '#data/store/write-database.ts'
import { toTables } from '#etl/publish/to-tables.ts'

/** How many regions and periods the database has; the number of indicators is asked for. */
export const regionsMade = 400
export const periodsMade = 25
export const firstYear = 2000
const sourcesAYear = 40

export const indicatorCode = (at: number) => `made_${String(at).padStart(4, '0')}`
/** The nation is the last in the order of codes. */
export const regionCode = (at: number) => (at === regionsMade - 1 ? 'CN' : String(100_000 + at))
const sourceId = (at: number) => `made-${String(at).padStart(5, '0')}`

/**
 * A database of our own tables with whole years of made levels: a printed number each 1,000 of which has a correction.
 * Made in SQL, and left as it is where it stands already.
 * @returns the file.
 */
export async function makeLargeDatabase(file: string, indicators: number): Promise<string> {
  if (existsSync(file)) return file
  mkdirSync(dirname(file), { recursive: true })
  const unfinished = `${file}.tmp`
  rmSync(unfinished, { force: true })
  const { tables, about } = toTables({
    catalog: makeCatalog(indicators),
    observations: [],
    refusals: [],
    inbox: { files: [], held: [], stale: [] },
    checked: { claims: 0, findings: [], breaks: [], stale: [] },
    counts: { read: 0, added: 0 },
    inputs: `${indicators}`,
  })
  await writeDatabase(unfinished, tables)
  await fill(unfinished, indicators)
  const published = indicators * regionsMade * periodsMade
  await sealDatabase(unfinished, { about: { ...about, published }, at: '2026-01-01T00:00:00.000Z' })
  renameSync(unfinished, file)
  return file
}

function makeCatalog(indicators: number): Catalog {
  const { units, topics } = readCatalog('data/catalog')
  const [topic] = topics
  if (!topic) throw new Error('the catalogue has no topic')
  const name = (text: string) => ({ zh: text, en: text })
  const range = <Made>(length: number, make: (at: number) => Made) =>
    Array.from({ length }, (_, at) => make(at))
  const codes = range(regionsMade, regionCode)
  const ministry = { name: name('统计部门'), aliases: [], place: 'CN' }
  return {
    topics: [{ ...topic, headline: indicatorCode(0), leads: [] }],
    units,
    indicators: byCode(
      range(indicators, (at) =>
        Indicator.parse({
          code: indicatorCode(at),
          name: name(`指标${at}`),
          topic: topic.code,
          kind: 'flow',
          unit: 'CNY',
          aggregation: 'sum',
          definition: name(`指标${at}`),
        }),
      ),
    ),
    regions: byCode(
      codes.map((code) => {
        const isNation = code === 'CN'
        const members = isNation ? codes.filter((each) => each !== code) : undefined
        const kind = isNation ? 'nation' : 'province'
        return Region.parse({
          code,
          kind,
          name: name(`地区${code}`),
          fullName: `地区${code}`,
          pinyin: 'di qu',
          members,
        })
      }),
    ),
    issuers: new Map([[ministry.name.zh, ministry]]),
    sources: new Map(
      range(periodsMade * sourcesAYear, (at) => {
        const published = `${firstYear + 1 + Math.floor(at / sourcesAYear)}-06-30`
        const url = `https://example.org/${at}`
        const named = {
          id: sourceId(at),
          issuers: [ministry.name.zh],
          carrier: '',
          title: `年鉴${at}`,
          remark: '',
        }
        const told = { origin: 'primary', compilation: 'express', place: 'CN' } as const
        return [named.id, { ...named, ...told, published, dating: 'issue', url }] as const
      }),
    ),
  }
}

const byCode = <Entry extends { readonly code: string }>(entries: readonly Entry[]) =>
  new Map(entries.map((entry) => [entry.code, entry]))

async function fill(file: string, indicators: number): Promise<void> {
  const instance = await DuckDBInstance.create(file, { threads: '2', memory_limit: '4GB' })
  const connection = await instance.connect()
  const cells = `select i, r, y, ((i * ${regionsMade} + r) * ${periodsMade} + y) as id, hash(i, r, y) % 1000 = 0 as is_remarked,
      cast((1 + hash(i, r) % 1000000) * (100 + 7 * y) + hash(y, r, i) % 700 as double) as hundredths
    from range(${indicators}) a(i), range(${regionsMade}) b(r), range(${periodsMade}) c(y)`
  const year = `${firstYear} + y`
  for (const statement of [
    `insert into form select f, false, 'level', '', 'CNY', '亿元', '', '', 'actual', '', 'link', f = 1 from range(2) a(f)`,
    `insert into number select id, i, r, 12 * (${year}), 12 * (${year}) + 11, cast(is_remarked as integer), 1, 0,
       y * ${sourcesAYear} + r % ${sourcesAYear}, 1 + i, hundredths * 1e6, hundredths * 1e6 - 5e5, hundredths * 1e6 + 5e5,
       printf('%.2f', hundredths / 100), cast(i as varchar) || '.' || cast(r as varchar) from (${cells}) order by id`,
    `insert into provenance select id, cast(${year} as varchar), null, null, null, null,
       case when is_remarked then '更正' end, null, null from (${cells}) order by id`,
    'checkpoint',
  ])
    await connection.run(statement)
  connection.closeSync()
  instance.closeSync()
}
