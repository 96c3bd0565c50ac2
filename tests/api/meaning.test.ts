import { describe, expect, test } from 'vitest'
import { answers } from '#server/answers.ts'
import { ownDatabase } from '../support/own-database.ts'
import { openApi, openRealApi } from '../support/real-api.ts'

const month = (year: number, number: number) => year * 12 + number - 1
const revenue = (value: string, unit = '亿元', status = 'actual', qualifier = '') =>
  `software_revenue,CN,2023,level,${value},${unit},,,${status},${qualifier}`
const power = (period: string, value: string, more = 'actual,') =>
  `computing_power,520000,${period},level,${value},EFLOPS,,,${more}`

const database = await ownDatabase({
  sources: [
    'own-rounded,2024-01-10,repost',
    'own-issuer,2024-01-25,primary',
    'own-retold,2024-03-01,second_hand',
    'own-revised,2025-01,primary',
    'own-undated,,primary',
    'own-plan,2024-06-01,primary',
  ],
  rows: {
    'own-rounded': [revenue('12.3', '万亿元')],
    'own-issuer': [revenue('123258'), power('2023-12', '30')],
    'own-retold': [revenue('123999')],
    'own-revised': [
      revenue('124800'),
      power('2024-12', '53'),
      'base_stations_5g,CN,2024-12,level,425.1,万个,,,actual,',
    ],
    'own-undated': [revenue('120000', '亿元', 'preliminary')],
    'own-plan': [
      power('2025-12', '90', 'target,>'),
      power('2026-12', '100', 'expected,'),
      'datacenter_pue,CN,2025-12,level,1.5,,,,target,<=',
      'software_revenue,CN,2025,level,15,万亿元,,,target,',
    ],
  },
  findings: [
    {
      id: 'yoy|software_revenue|CN|2023',
      identity: 'yoy',
      severity: 'hard',
      state: 'open',
      indicator: 'software_revenue',
      region: 'CN',
      compilation: 'express',
      period: '2023',
      unit: 'CNY',
      left: {
        label: '公布数',
        value: '12325800000000',
        low: '12325750000000',
        high: '12325850000000',
        observations: ['own-issuer:2'],
      },
      right: {
        label: '推算数',
        value: '12479600000000',
        low: '12473900000000',
        high: null,
        observations: ['own-revised:2'],
      },
      gap: '148050000000',
      reason: '',
    },
    {
      id: 'share|computing_power|520000|2024-12',
      identity: 'share',
      severity: 'soft',
      state: 'acknowledged',
      indicator: 'computing_power',
      region: '520000',
      compilation: '',
      period: '2024-12',
      unit: 'FLOPS',
      left: { label: '左', value: '1', low: '1', high: '1', observations: ['own-revised:3'] },
      right: { label: '右', value: '2', low: '2', high: '2', observations: [] },
      gap: '1',
      reason: '误印',
    },
  ],
  breaks: [
    {
      indicator: 'computing_power',
      region: '520000',
      before_month: month(2024, 6),
      after_month: month(2024, 9),
      kind: 'detected',
      reason_zh: '口径调整',
      reason_en: 'Scope changed',
      parents: [],
      known: '2025-01-31',
    },
  ],
})
const own = await openApi(database)
const real = await openRealApi()

const points = async (query: string) =>
  answers.series.parse(await own.ask(`/series?indicator=software_revenue&basis=year&${query}`)).series[0]
    ?.points ?? []

describe('vintages of one fact', () => {
  test.each([
    ['2024-01-09', undefined],
    ['2024-01-10', ['own-rounded', 0]],
    ['2024-01-24', ['own-rounded', 0]],
    ['2024-01-25', ['own-issuer', 1]],
    ['2024-03-01', ['own-issuer', 2]],
    ['2025-01-30', ['own-issuer', 2]],
    ['2025-01-31', ['own-revised', 3]],
  ])('by %s %s is shown, with so many others', async (day, shown) => {
    const [point] = await points(`asOf=${day}`)
    expect(point && [point.source, point.others]).toEqual(shown)
  })

  test('history gives those that were shown, each with its days', async () => {
    expect(
      (await points('includeHistory=true')).map(({ source, validFrom, validTo }) => [
        source,
        validFrom,
        validTo,
      ]),
    ).toEqual([
      ['own-rounded', '2024-01-10', '2024-01-25'],
      ['own-issuer', '2024-01-25', '2025-01-31'],
      ['own-revised', '2025-01-31', null],
    ])
  })

  test('history as of a day ends on that day, and after an instant begins there', async () => {
    expect((await points('includeHistory=true&asOf=2024-12-31')).map(({ validTo }) => validTo)).toEqual([
      '2024-01-25',
      null,
    ])
    expect((await points('includeHistory=true&updatedAfter=2024-01-24')).map(({ source }) => source)).toEqual(
      ['own-issuer', 'own-revised'],
    )
  })

  test('a retelling behind the shown number is no update', async () => {
    expect(await points('updatedAfter=2024-02-01&asOf=2024-12-31')).toEqual([])
    expect((await points('updatedAfter=2024-02-01')).map(({ source }) => source)).toEqual(['own-revised'])
  })

  test('observations are ranked among those known', async () => {
    const { observations } = answers.observations.parse(
      await own.ask('/observations?indicator=software_revenue&period=2023&asOf=2024-12-31'),
    )
    expect(observations.map(({ source, rank, others }) => [source, rank, others])).toEqual([
      ['own-issuer', 1, 2],
      ['own-retold', 3, 2],
      ['own-rounded', 2, 2],
    ])
  })
})

describe('conflicts', () => {
  const read = async (query: string) => answers.conflicts.parse(await own.ask(`/conflicts?${query}`))

  test('name the rule that decided, and whether one value can be behind all', async () => {
    const { conflicts, sources } = await read('')
    expect(conflicts.map(({ chosen, isCompatible, why }) => [chosen.source, isCompatible, why])).toEqual([
      ['own-revised', false, 'later'],
    ])
    expect(conflicts[0]?.others.map(({ source, why, isCompatible }) => [source, why, isCompatible])).toEqual([
      ['own-issuer', 'later', false],
      ['own-undated', 'final', false],
      ['own-rounded', 'origin', false],
      ['own-retold', 'origin', false],
    ])
    expect(conflicts[0]?.others[0]?.gap).toBe(154_100_000_000)
    expect(sources).toHaveLength(5)
  })

  test.each([
    ['compatible=true', 0],
    ['compatible=false', 1],
    ['indicator=telecom_revenue', 0],
    ['region=520000', 0],
    ['indicator=software_revenue&region=CN', 1],
  ])('%s leaves %i', async (query, length) => expect((await read(query)).conflicts).toHaveLength(length))

  test('of the real figures: each fact with several statements once, the shown one first by its rule', async () => {
    const { conflicts } = answers.conflicts.parse(await real.ask('/conflicts'))
    const { observations } = answers.observations.parse(await real.ask('/observations?limit=10000'))
    const several = observations.filter(({ rank, others }) => rank === 1 && others > 0)
    expect(conflicts.map(({ chosen }) => chosen.id).sort()).toEqual(several.map(({ id }) => id).sort())
    for (const { chosen, others } of conflicts) {
      expect([chosen.rank, ...others.map(({ rank }) => rank)]).toEqual(
        Array.from({ length: others.length + 1 }, (_, at) => at + 1),
      )
      expect(others.every(({ gap, isCompatible }) => (gap === 0) === isCompatible)).toBe(true)
    }
  })
})

describe('checks', () => {
  const read = async (query: string) => answers.checks.parse(await own.ask(`/checks?${query}`))

  test('give both sides with their numbers and sources, the hard ones first', async () => {
    const { checks, sources } = await read('')
    expect(checks.map(({ severity }) => severity)).toEqual(['hard', 'soft'])
    const [first] = checks
    expect(first?.left.observations.map(({ id, value }) => [id, value])).toEqual([
      ['own-issuer:2', 12_325_800_000_000],
    ])
    expect([first?.right.low, first?.right.high, first?.gap]).toEqual([
      12_473_900_000_000,
      null,
      148_050_000_000,
    ])
    expect(sources.map(({ id }) => id)).toEqual(['own-issuer', 'own-revised'])
  })

  test.each([
    ['severity=hard', 1],
    ['severity=hard,soft', 2],
    ['state=acknowledged', 1],
    ['state=break', 0],
    ['indicator=computing_power', 1],
    ['region=CN', 1],
  ])('%s leaves %i', async (query, length) => expect((await read(query)).checks).toHaveLength(length))
})

describe('targets', () => {
  const read = async (query = '') => answers.targets.parse(await own.ask(`/targets?${query}`))

  test('hold a plan against the newest actual number', async () => {
    const { targets } = await read('indicator=computing_power')
    expect(targets).toHaveLength(1)
    const [aim] = targets
    expect(aim).toMatchObject({
      year: 2025,
      bound: 'at_least',
      threshold: { low: 90e18, high: 90e18 },
      actual: { period: '2024-12', printedValue: '53' },
      gap: { low: 36.5e18, high: 37.5e18 },
      months: 12,
      pace: { kind: 'measured', isAcrossBreak: true },
      state: 'on_pace',
    })
    expect(aim?.required?.low).toBeCloseTo(68.224, 3)
    expect(aim?.required?.high).toBeCloseTo(71.429, 3)
    expect(aim?.cautions.map(({ zh }) => zh)).toEqual([expect.stringContaining('精度'), '口径调整'])
  })

  test('what is expected stands apart', async () => {
    const { targets, expectations } = await read()
    expect(targets.map(({ target }) => target.status)).toEqual(['target', 'target', 'target'])
    expect(expectations.map(({ target }) => target.id)).toEqual(['own-plan:3'])
    expect(expectations[0]?.threshold).toEqual({ low: 99.5e18, high: 100.5e18 })
  })

  test('a ceiling without an actual number', async () => {
    const { targets } = await read('indicator=datacenter_pue')
    expect(targets[0]).toMatchObject({
      bound: 'at_most',
      actual: null,
      gap: null,
      required: null,
      state: 'no_actual',
    })
  })

  test('as of a day know the numbers and breaks of that day', async () => {
    const { targets } = await read('indicator=computing_power&asOf=2024-12-31')
    expect(targets[0]).toMatchObject({
      actual: { period: '2023-12' },
      months: 24,
      pace: null,
      state: 'no_pace',
    })
    expect(targets[0]?.cautions).toHaveLength(1)
    expect((await read('asOf=2024-05-31')).targets).toEqual([])
  })

  test('once due, a target without the number of its own period has no verdict on its pace', async () => {
    const { until, targets } = await read('indicator=computing_power&asOf=2026-01-01')
    expect(until).toBe('2025-12')
    expect(targets[0]).toMatchObject({
      isDue: true,
      isOld: false,
      state: 'due',
      required: null,
      pace: null,
      gap: { low: 36.5e18, high: 37.5e18 },
    })
    const { targets: later } = await read('indicator=computing_power&asOf=2026-07-31')
    expect(later[0]).toMatchObject({ isDue: true, isOld: true })
    const { until: newest, targets: open } = await read('indicator=computing_power')
    expect([newest, open[0]?.isDue]).toEqual(['2024-12', false])
  })

  test('of the real figures no target is called on its way after its time', async () => {
    const { until, targets, expectations } = answers.targets.parse(await real.ask('/targets'))
    const due = [...targets, ...expectations].filter(({ isDue }) => isDue)
    expect(due.length).toBeGreaterThan(10)
    const settled = ['reached', 'behind', 'due', 'no_actual', 'not_comparable']
    for (const { state, months, required, pace } of due) {
      expect(settled).toContain(state)
      if (state === 'behind') expect(months).toBeLessThanOrEqual(0)
      expect([required, pace]).toEqual([null, null])
    }
    expect(until).toMatch(/^\d{4}-\d{2}$/)
    const hubei = targets.find(
      ({ region, indicator }) => region === '420000' && indicator === 'base_stations_5g',
    )
    expect(hubei).toMatchObject({ state: 'due', isOld: true, actual: { period: '2022-12' } })
  })

  test('of the real figures: every planned and expected amount once; the catalogue says what does not compare', async () => {
    const { targets, expectations } = answers.targets.parse(await real.ask('/targets'))
    const { observations } = answers.observations.parse(
      await real.ask('/observations?status=target,expected&measure=level,net_add&limit=10000'),
    )
    const shown = observations.filter(({ rank }) => rank === 1)
    const ids = [...targets, ...expectations].map(({ target }) => target.id)
    expect(ids.toSorted()).toEqual(shown.map(({ id }) => id).toSorted())
    const find = (indicator: string, region: string) =>
      [...targets, ...expectations].find((each) => each.indicator === indicator && each.region === region)
    expect(find('computing_power', 'CN-GYGA')).toMatchObject({ state: 'due', months: 12 })
    expect(find('datacenter_pue', 'CN')).toMatchObject({
      state: 'not_comparable',
      gap: null,
      bound: 'at_most',
    })
    expect(find('datacenter_racks', 'CN')?.cautions.map(({ zh }) => zh)).toEqual([
      expect.stringContaining('研究机构'),
    ])
    expect(find('software_revenue', '500000')).toBeDefined()
  })
})

describe('changes', () => {
  const read = async (query: string) => answers.changes.parse(await own.ask(`/changes?${query}`))

  test('are new facts and revised ones, the newest first', async () => {
    const { changes } = await read('since=2024-01-01&indicator=software_revenue')
    expect(
      changes.map(({ published, kind, number, previous, isCompatible }) => [
        published,
        kind,
        number.source,
        previous?.source,
        isCompatible,
      ]),
    ).toEqual([
      ['2025-01-31', 'revised', 'own-revised', 'own-issuer', false],
      ['2024-06-01', 'new', 'own-plan', undefined, null],
      ['2024-01-25', 'revised', 'own-issuer', 'own-rounded', true],
      ['2024-01-10', 'new', 'own-rounded', undefined, null],
    ])
  })

  test('begin on the day itself; what was known before is the previous', async () => {
    const { changes } = await read('since=2025-01-31&region=CN')
    expect(changes.map(({ kind, number }) => [kind, number.indicator])).toEqual([
      ['revised', 'software_revenue'],
      ['new', 'base_stations_5g'],
    ])
    expect((await read('since=2025-02-01')).changes).toEqual([])
  })
})
