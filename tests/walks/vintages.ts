import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, inject, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { lastDayOf } from '#data/model/published.ts'
import { openStore } from '#data/store/open-store.ts'
import { finding } from '#data/store/schema.ts'
import { build } from '#etl/build.ts'
import { answers } from '#server/answers.ts'
import { openApi } from '../support/real-api.ts'

const real = readCatalog('data/catalog')
/** The sources that notes of the catalogue name: they stay in the list, without their figures. */
const named = new Set(
  [...real.indicators.values()].flatMap(({ targetNotes }) =>
    targetNotes.flatMap(({ source }) => source ?? []),
  ),
)

/** The database as it would have been built on a day: no document that came later, nor one without a date. */
async function buildAsOf(day: string): Promise<string> {
  const scratch = mkdtempSync(join(tmpdir(), 'youju-vintages-'))
  afterAll(() => rmSync(scratch, { recursive: true, force: true }))
  const sourcesOf = await readFindingSources()
  const folder = join(scratch, day)
  cpSync('data', folder, { recursive: true, filter: (path) => !path.endsWith('build') })
  const isOut = (source: string) => (lastDayOf(real.sources.get(source)?.published ?? '') ?? '9') <= day
  const acknowledged = 'acknowledged.csv'
  for (const kind of ['observations', 'corrections']) {
    for (const file of readdirSync(join(folder, kind)).filter((name) => name !== acknowledged)) {
      if (!isOut(file.replace(/\.csv$/, ''))) rmSync(join(folder, kind, file))
    }
  }
  keepLines(join(folder, 'corrections', acknowledged), (id) => (sourcesOf.get(id) ?? []).every(isOut))
  for (const file of readdirSync(join(folder, 'catalog/sources'))) {
    keepLines(join(folder, 'catalog/sources', file), (id) => isOut(id) || named.has(id))
  }
  const out = join(folder, 'then.duckdb')
  await build({ dataFolder: folder, out, inputs: 'test' })
  return out
}

/** Rewrites a file with its head and the lines whose first field may stay. */
function keepLines(path: string, mayStay: (id: string) => boolean): void {
  const [head, ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n')
  writeFileSync(path, `${[head, ...lines.filter((line) => mayStay(line.split(',')[0] ?? ''))].join('\n')}\n`)
}

/** The documents whose figures each finding of today holds against each other. */
async function readFindingSources(): Promise<Map<string, string[]>> {
  const { db, close } = await openStore(inject('database'))
  const rows = await db.select({ id: finding.id, left: finding.left, right: finding.right }).from(finding)
  await close()
  return new Map(
    rows.map(({ id, left, right }) => [
      id,
      [...left.observations, ...right.observations].map((observation) => observation.split(':')[0] ?? ''),
    ]),
  )
}

const questions = [
  '/series?indicator=software_revenue,telecom_revenue,base_stations_5g,mobile_phone_users&region=CN,520000&measure=level,yoy_pct,net_add',
  '/series?indicator=software_revenue&includeHistory=true',
  '/series?indicator=software_revenue&measure=level,yoy_pct&updatedAfter=2021-06-30T08:00:00',
  '/observations?limit=10000',
  '/observations?indicator=computing_power&updatedAfter=2022-01-01',
  '/compare?indicator=software_revenue',
  '/compare?indicator=base_stations_5g&regions=zones,provinces',
  '/latest',
  '/latest?region=520000',
  '/standing?region=520000',
  '/targets',
  '/sentence?indicator=base_stations_5g',
  '/sentence?indicator=software_revenue&region=CN,110000,440000',
  '/verdicts',
  '/export/csv?question=series&indicator=software_revenue&measure=level,yoy_pct',
]

/** Tests that what is answered for a day is what a database built on that day answers. */
export async function walkVintage(day: string): Promise<void> {
  const now = await openApi(inject('database'))
  const then = await openApi(await buildAsOf(day))

  test.each(questions)('%s is the same to the byte before and after later loads', async (question) => {
    const path = `/api/v1${question}&asOf=${day}`.replace(/^([^?]*)&/, '$1?')
    const [before, after] = await Promise.all([then.get(path), now.get(path)])
    expect([before.status, after.status]).toEqual([200, 200])
    expect(await after.text()).toBe(await before.text())
    expect(after.headers.get('ETag')).toBe(before.headers.get('ETag'))
  })

  test('knows nothing that came later, and less than today', async () => {
    const known = answers.observations.parse(await now.ask(`/observations?limit=10000&asOf=${day}`))
    const all = answers.observations.parse(await now.ask('/observations?limit=10000'))
    expect(known.observations.length).toBeGreaterThan(100)
    expect(known.observations.length).toBeLessThan(all.observations.length)
    expect(known.sources.filter(({ published }) => (lastDayOf(published) ?? '9') > day)).toEqual([])
  })
}
