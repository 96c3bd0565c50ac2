import { describe, expect, test } from 'vitest'
import { timeOf } from '#data/model/indicator.ts'
import { type Basis, bases, monthsOf, type Period, parsePeriod } from '#data/model/period.ts'
import { answers } from '#server/answers.ts'
import { openRealApi } from '../support/real-api.ts'
import { chosenIndicators } from '../walks/chosen-indicators.ts'
import { walkCoverage } from '../walks/coverage-of-series.ts'

const { ask } = await openRealApi()

const readIndicators = async () => answers.indicators.parse(await ask('/indicators'))
const readSeries = async (query: string) => answers.series.parse(await ask(`/series?${query}`))

function periodOf({ period, time }: { period: string; time: Period['time'] }): Period {
  const read = parsePeriod(period, time)
  if (!read) throw new Error(`${period} is no period`)
  return read
}

describe('no series mixes bases', () => walkCoverage((code) => chosenIndicators.includes(code)))

describe('every combination asked for is answered, in the order asked', () => {
  test('with points where there are numbers and without where there are none', async () => {
    const { series } = await readSeries(
      'indicator=base_stations_5g,software_revenue&region=520000,CN,650000&measure=yoy_pct,level&basis=year,stock,month',
    )
    const expected = ['base_stations_5g', 'software_revenue'].flatMap((indicator) =>
      ['520000', 'CN', '650000'].flatMap((region) =>
        ['yoy_pct', 'level'].flatMap((measure) =>
          (indicator === 'base_stations_5g' ? ['stock'] : ['year', 'month']).map((basis) =>
            [indicator, region, measure, basis].join('|'),
          ),
        ),
      ),
    )
    const found = series.map(({ indicator, region, measure, basis }) =>
      [indicator, region, measure, basis].join('|'),
    )
    expect([...new Set(found)]).toEqual(expected)
    expect(series.some(({ points }) => points.length === 0)).toBe(true)
    expect(series.some(({ points }) => points.length > 0)).toBe(true)
  })

  test('every basis the indicator can have when none is named', async () => {
    const basesOf = async (query: string) => [
      ...new Set((await readSeries(query)).series.map(({ basis }) => basis)),
    ]
    expect(await basesOf('indicator=software_revenue')).toEqual(['cumulative', 'year', 'quarter', 'month'])
    expect(await basesOf('indicator=base_stations_5g')).toEqual(['stock'])
    expect(await basesOf('indicator=base_stations_5g&measure=net_add')).toEqual(
      bases.filter((each) => each !== 'stock'),
    )
  })

  test('a code named twice is answered once', async () => {
    const { series } = await readSeries('indicator=base_stations_5g,base_stations_5g&region=CN,CN')
    expect(series).toHaveLength(1)
  })
})

describe('the numbers', () => {
  test('are the printed ones in base units', async () => {
    const { series } = await readSeries('indicator=software_revenue&basis=year&from=2024&to=2024')
    expect(
      series.map(({ unit, points }) => [
        unit,
        points.map((point) => [point.period, point.value, point.printedValue]),
      ]),
    ).toEqual([['CNY', [['2024', 13_727_600_000_000, '137276']]]])
  })

  test('are actual or preliminary, never hoped for', async () => {
    const { indicators } = await readIndicators()
    const { series } = await readSeries(`indicator=${indicators.map(({ code }) => code)}`)
    const statuses = new Set(series.flatMap(({ points }) => points.map(({ status }) => status)))
    expect([...statuses].sort()).toEqual(['actual', 'preliminary'])
  })

  test('name sources that the answer names once each', async () => {
    const { series, sources } = await readSeries(
      'indicator=software_revenue,telecom_revenue&measure=level,yoy_pct',
    )
    const named = new Set(series.flatMap(({ points }) => points.map(({ source }) => source)))
    expect(sources.map(({ id }) => id).sort()).toEqual([...named].sort())
  })
})

describe('from and to', () => {
  const ends = async (range: string, basis: Basis = 'cumulative') => {
    const { series } = await readSeries(`indicator=software_revenue&basis=${basis}&${range}`)
    return series.flatMap(({ points }) => points.map((point) => monthsOf(periodOf(point)).end))
  }

  test.each([
    ['from=2024&to=2024', '2024-01', '2024-12'],
    ['from=2024-05&to=2024-08', '2024-05', '2024-08'],
    ['from=2024-Q2&to=2024-Q3', '2024-04', '2024-09'],
    ['from=2024-01/2024-04&to=2024-01/2024-06', '2024-01', '2024-06'],
    ['from=2025', '2025-01', '9999'],
    ['to=2022', '0', '2022-12'],
  ])('%s keeps the periods that end between %s and %s, both included', async (range, first, last) => {
    const all = await ends('from=1990')
    const kept = await ends(range)
    expect(kept.length).toBeGreaterThan(0)
    expect(kept).toEqual(all.filter((end) => end >= first && end <= last))
  })
})

test('the time of every point is that of its indicator and measure', async () => {
  const { indicators } = await readIndicators()
  const kinds = new Map(indicators.map(({ code, kind }) => [code, kind]))
  const { series } = await readSeries('indicator=base_stations_5g,software_revenue&measure=level,net_add')
  for (const { indicator, measure, points } of series) {
    const kind = kinds.get(indicator)
    if (kind) for (const { time } of points) expect(time).toBe(timeOf({ kind }, measure))
  }
})
