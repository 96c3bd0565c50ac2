import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { lastDayOf } from '#data/model/published.ts'
import { openStore } from '#data/store/open-store.ts'
import { finding } from '#data/store/schema.ts'
import { build } from '#etl/build.ts'
import { answers } from '#server/answers.ts'
import { openApi } from '../support/real-api.ts'

const real = readCatalog('data/catalog')
const scratch = mkdtempSync(join(tmpdir(), 'youju-vintages-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** The sources that notes of the catalogue name: they stay in the list, without their figures. */
const named = new Set(
  [...real.indicators.values()].flatMap(({ targetNotes }) =>
    targetNotes.flatMap(({ source }) => source ?? []),
  ),
)

/** The database as it would have been built on a day: no document that came later, nor one without a date. */
async function buildAsOf(day: string): Promise<string> {
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

const sourcesOf = await readFindingSources()
const now = await openApi(inject('database'))

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
  '/export/csv?question=series&indicator=software_revenue&measure=level,yoy_pct',
]

describe.each(['2022-06-30', '2024-06-30', '2025-02-01'])('an answer for %s', async (day) => {
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
})

describe('an answer for a day', () => {
  const path = '/api/v1/series?indicator=software_revenue&asOf=2024-06-30'

  test('is named by its own content, and asked for again is 304', async () => {
    const first = await now.get(path)
    const { snapshot } = answers.series.parse(await first.json())
    const tag = first.headers.get('ETag') ?? ''
    expect(tag).toContain(`"${snapshot}-`)
    expect(snapshot).not.toBe(await now.current.use(async (store) => store.snapshot.id))
    const again = await now.get(path, { 'If-None-Match': tag })
    expect([again.status, await again.text(), again.headers.get('ETag')]).toEqual([304, '', tag])
  })

  test('is not taken for that of the database', async () => {
    const plain = (await now.get('/api/v1/series?indicator=software_revenue')).headers.get('ETag') ?? ''
    expect((await now.get(path, { 'If-None-Match': plain })).status).toBe(200)
  })

  test('says how many numbers have no date, beside the body', async () => {
    const question = '/api/v1/series?indicator=mobile_phone_users&asOf=2024-06-30'
    const undated = Number((await now.get(question)).headers.get('Youju-Undated'))
    const { observations, sources } = answers.observations.parse(
      await now.ask(
        '/observations?indicator=mobile_phone_users&region=CN&measure=level&status=actual,preliminary',
      ),
    )
    const without = new Set(sources.filter(({ published }) => published === '').map(({ id }) => id))
    expect(undated).toBe(observations.filter(({ source }) => without.has(source)).length)
    expect(undated).toBeGreaterThan(0)
    expect(
      (await now.get('/api/v1/series?indicator=software_revenue')).headers.get('Youju-Undated'),
    ).toBeNull()
  })
})

describe('history', async () => {
  const codes = [...real.indicators.keys()]
  const measures = 'measure=level,yoy_pct,net_add,share_pct'
  const read = async (query: string) => answers.series.parse(await now.ask(`/series?${query}`)).series
  const idOf = ({ period, source, printedValue }: { period: string; source: string; printedValue: string }) =>
    [period, source, printedValue].join(' ')

  test.each(['2022-12-31', '2024-03-15', '2026-01-01'])(
    'holds for %s exactly what is answered as of that day',
    async (day) => {
      const query = `indicator=${codes}&${measures}`
      const history = await read(`${query}&includeHistory=true`)
      const known = await read(`${query}&asOf=${day}`)
      const valid = history.flatMap(({ points, indicator, measure, basis }) =>
        points
          .filter(
            ({ validFrom = '', validTo = null }) => validFrom <= day && (validTo === null || day < validTo),
          )
          .map((point) => `${indicator} ${measure} ${basis} ${idOf(point)}`),
      )
      const shown = known.flatMap(({ points, indicator, measure, basis }) =>
        points.map((point) => `${indicator} ${measure} ${basis} ${idOf(point)}`),
      )
      expect(shown.length).toBeGreaterThan(100)
      expect(valid.sort()).toEqual(shown.sort())
    },
  )

  test('updatedAfter gives the part of the present that was published later', async () => {
    const query = `indicator=${codes}&${measures}`
    const [present, changed] = [await read(query), await read(`${query}&updatedAfter=2024-12-31`)]
    const later = (series: typeof present) =>
      series.flatMap(({ points }) =>
        points.filter(
          ({ source }) => (lastDayOf(real.sources.get(source)?.published ?? '') ?? '') > '2024-12-31',
        ),
      )
    // A break lies between two points, and the part may lack the one before.
    const alone = (points: (typeof present)[number]['points']) =>
      points.map((point) => ({ ...point, break: null }))
    expect(alone(changed.flatMap(({ points }) => points))).toEqual(alone(later(present)))
    expect(later(present).length).toBeGreaterThan(100)
  })

  test('a date is its end, an instant is in Beijing time unless it says otherwise', async () => {
    const changedAfter = async (instant: string) =>
      (await read(`indicator=software_revenue&updatedAfter=${encodeURIComponent(instant)}`)).flatMap(
        ({ points }) => points.map(idOf),
      )
    const day = await changedAfter('2024-06-30')
    expect(await changedAfter('2024-07-01T00:00:00')).toEqual(day)
    expect(await changedAfter('2024-06-30T16:00:00Z')).toEqual(day)
    expect(await changedAfter('2024-07-01T00:00:00+08:00')).toEqual(day)
    expect(await changedAfter('2024-07-02T00:00')).toEqual(await changedAfter('2024-07-01'))
  })
})
