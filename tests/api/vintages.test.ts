import { describe, expect, inject, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { lastDayOf } from '#data/model/published.ts'
import { answers } from '#server/answers.ts'
import { openApi } from '../support/real-api.ts'
import { walkVintage } from '../walks/vintages.ts'

const real = readCatalog('data/catalog')
const now = await openApi(inject('database'))

describe('an answer for 2024-06-30', () => walkVintage('2024-06-30'))

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
