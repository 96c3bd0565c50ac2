import { describe, expect, onTestFinished, test } from 'vitest'
import { parseFactId } from '#data/model/fact-id.ts'
import { observationColumns } from '#data/model/observation.ts'
import { assemble } from '#etl/build.ts'
import { toTables } from '#etl/publish/to-tables.ts'
import { answers, ErrorAnswer, type EvidenceAnswer } from '#server/answers.ts'
import { createApp } from '#server/app.ts'
import { findStatements, readStatements } from '#server/queries/read-statements.ts'
import { builtVersions, openFollower, revenue } from '../support/built-versions.ts'
import { dataFolder } from '../support/data-folder.ts'
import { ownDatabase } from '../support/own-database.ts'
import { figures } from '../support/own-figures.ts'
import { contentOf, publishedOnce } from '../support/own-versions.ts'
import { openApi, openRealApi, unhurried } from '../support/real-api.ts'
import { chosenIndicators } from '../walks/chosen-indicators.ts'
import { everyObservation } from '../walks/every-series.ts'
import { walkEvidence } from '../walks/evidence.ts'

interface Asked {
  readonly ask: (path: string) => Promise<unknown>
  readonly get: (path: string) => Promise<Response>
}

const real = await openRealApi()
const read = async (id: string, { ask }: Pick<Asked, 'ask'> = real) =>
  answers.evidence.parse(await ask(`/evidence/${id}`))
const evidenceOf = async (id: string, from?: Pick<Asked, 'ask'>) => (await read(id, from)).evidence

async function refusalOf(path: string, { get }: Pick<Asked, 'get'> = real) {
  const response = await get(`/api/v1/evidence/${path}`)
  return { status: response.status, ...ErrorAnswer.parse(await response.json()).error }
}

const idsOf = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id)

describe('the evidence of a printed number', () => {
  const id = 'software_revenue~CN~2024-01..2024-04~cumulative~express'

  test('is its value as printed and in base units, who said it where, and how to cite it', async () => {
    const { evidence, seen, sources } = await read(id)
    expect(evidence).toMatchObject({
      id,
      name: { zh: '2024年1—4月全国软件业务收入（累计，快报）' },
      basis: 'cumulative',
      compilation: 'express',
      number: {
        value: 3.8e12,
        low: 3.75e12,
        high: 3.85e12,
        unit: 'CNY',
        printedValue: '3.8',
        printedUnit: '万亿元',
        status: 'actual',
        qualifier: '',
        source: 'dsj-2024-20-17',
        trust: 'title',
      },
      place: { observation: 'dsj-2024-20-17:2', line: 501, column: 30, rule: 'level' },
      derived: null,
      parents: [],
    })
    expect(seen).toBeNull()
    expect(sources.map((source) => source.id)).toEqual(['dsj-2024-20-17', 'web-016'])
    const [document, number] = evidence.citations
    expect(document?.gbt7714).toMatch(/^工业和信息化部.*\. .*\[Z\]\. 大数据发展动态 2024年第20期, 2024-/)
    expect(number?.gbt7714).toContain(`/api/v1/evidence/${id}. 数据版本`)
  })

  test('says it in our words where the document is not at hand', async () => {
    expect((await evidenceOf(id)).sentence).toEqual({
      text: '2024年1—4月份，我国软件业务收入达3.8万亿元。',
      isQuoted: false,
    })
  })

  test('says it in the words of a document that is', async () => {
    const words = '2024年1—4月份，我国软件业务收入37991亿元，同比增长11.6%。'
    const own = await openApi(
      await ownDatabase({
        sources: [],
        rows: {},
        inbox: {
          'a.md': `# 2024年1—4月份软件业运行情况\n\n发布时间：2024-05-30 来源：工业和信息化部\n\n${words}\n`,
        },
      }),
    )
    const { evidence } = await read(id, own)
    expect(evidence.sentence).toEqual({ text: '我国软件业务收入37991亿元', isQuoted: true })
    expect(evidence.number.trust).toBe('quote')
    expect(evidence.place).toMatchObject({ line: 5 })
  })

  test('one period is two facts: a quarter by itself and the months up to its end', async () => {
    const [quarter, cumulative] = await Promise.all(
      ['quarter', 'cumulative'].map((basis) => evidenceOf(`telecom_revenue~CN~2024-Q1~${basis}`)),
    )
    expect(quarter?.number).toEqual(cumulative?.number)
    expect([quarter?.name.zh, cumulative?.name.zh]).toEqual([
      '2024年一季度全国电信业务收入（当季）',
      '2024年一季度全国电信业务收入（累计）',
    ])
  })

  test('names the checks in which a statement of it takes part, and the breaks of its series', async () => {
    const { checks, breaks } = await evidenceOf(id)
    expect(checks).toMatchObject([{ identity: 'growth', state: 'break' }])
    expect(checks.flatMap(({ left, right }) => [...left.observations, ...right.observations])).toContain(
      'dsj-2024-20-17:2',
    )
    expect(breaks).toContainEqual(
      expect.objectContaining({ kind: 'detected', before: '2023-04', after: '2024-04' }),
    )
  })

  test('tells that a person corrected it, and why', async () => {
    const { number, sentence } = await evidenceOf(
      'base_stations_5g~CN~2022-04~stock~share_change_pp~of.base_stations',
    )
    expect(number.correction).toContain('单位改为 pp')
    expect(sentence?.text).toContain('1.7个百分点')
  })

  test('a figure off its course is marked', async () => {
    const { number, checks } = await evidenceOf('software_revenue~150000~2022~year~annual')
    expect(number.oddity?.finding).toMatch(/^yearly_course:software_revenue:150000:2022:/)
    expect(idsOf(checks)).toContain(number.oddity?.finding)
  })
})

describe('the evidence of a fact with several statements', () => {
  test('has all of them, whether they go together, and the rule that chose', async () => {
    const { evidence, sources } = await read('broadband_users~320000~2020-12~stock')
    expect(evidence).toMatchObject({
      chosenBy: 'nationwide',
      number: { source: 'reg-002', others: 1 },
      others: [{ id: 'web-096:6', rank: 2, isCompatible: false, gap: 4_107_000, why: 'nationwide' }],
    })
    expect(idsOf(evidence.checks)).toContain('same_fact:broadband_users:320000:2020-12:2b5cd8')
    expect(idsOf(sources)).toEqual(['reg-002', 'web-096'])
  })

  test('are those of /conflicts', async () => {
    const { conflicts } = answers.conflicts.parse(await real.ask('/conflicts?indicator=software_revenue'))
    expect(conflicts.length).toBeGreaterThan(5)
    for (const { chosen, others, why } of conflicts) {
      const { message } = await refusalOf(chosen.id)
      const [address = ''] = /software_revenue~\S+?(?=、|$)/.exec(message) ?? []
      expect(await evidenceOf(address)).toMatchObject({
        chosenBy: why,
        place: { observation: chosen.id },
        others,
      })
    }
  })
})

describe('the evidence of a derived number', () => {
  test('is its method, its formula and the same of each number it is made of', async () => {
    const { evidence, sources } = await read('software_revenue~CN~2024~year~express~yoy')
    expect(evidence).toMatchObject({
      name: { zh: '2024年全国软件业务收入推算同比（全年，快报）' },
      place: null,
      sentence: null,
      derived: { method: 'yoy', against: '2023', formula: '(A ÷ B − 1) × 100' },
      parents: [
        { id: 'software_revenue~CN~2024~year~express', derived: null },
        { id: 'software_revenue~CN~2023~year~express', derived: null },
      ],
    })
    const [a, b] = evidence.parents
    const value = ((a?.number.value ?? 0) / (b?.number.value ?? 1) - 1) * 100
    expect(evidence.number.value).toBeCloseTo(value, 6)
    expect(evidence.parents.map(({ place }) => place?.observation)).toEqual(evidence.derived?.parents)
    expect(evidence.citations.map(({ of }) => of)).toEqual(['number'])
    const stated = evidence.parents.flatMap(({ number, others }) => [number, ...others])
    expect(new Set(idsOf(sources))).toEqual(new Set(stated.map(({ source }) => source)))
  })

  test('a share of a sum of provinces leads to the sum, and the sum to every province', async () => {
    const evidence = await evidenceOf('software_revenue~520000~2023~year~annual~of.region.CN~share')
    const [part, whole] = evidence.parents
    expect(part?.id).toBe('software_revenue~520000~2023~year~annual')
    expect(whole).toMatchObject({
      id: 'software_revenue~CN~2023~year~annual',
      derived: { method: 'regions_sum', missing: ['540000'] },
    })
    expect(whole?.parents).toHaveLength(30)
    expect(whole?.parents.map(({ region }) => region)).toContain('520000')
    const sum = whole?.parents.reduce((total, { number }) => total + number.value, 0)
    expect(whole?.number.value).toBeCloseTo(sum ?? 0, 0)
    expect(await evidenceOf('software_revenue~CN~2023~year~annual')).toEqual(whole)
  })

  test('an index names its base, and a month the two cumulative figures', async () => {
    const index = await evidenceOf('mobile_phone_users~CN~2023-12~stock~index.2020-12')
    expect(idsOf(index.parents)).toEqual([
      'mobile_phone_users~CN~2023-12~stock',
      'mobile_phone_users~CN~2020-12~stock',
    ])
    const month = await evidenceOf('software_revenue~CN~2024-05~month~express~decumulate')
    expect(idsOf(month.parents)).toEqual([
      'software_revenue~CN~2024-01..2024-05~cumulative~express',
      'software_revenue~CN~2024-01..2024-04~cumulative~express',
    ])
  })
})

describe('a target', () => {
  test('is a fact of its own', async () => {
    const evidence = await evidenceOf('ai_core_industry_scale~520000~2025~year~target')
    expect(evidence).toMatchObject({ number: { status: 'target', printedValue: '240' } })
    expect(evidence.name.zh).toMatch(/（全年，目标）$/)
    expect(evidence.sentence?.text).toContain('到2025年')
    expect(await refusalOf('ai_core_industry_scale~520000~2025~year')).toMatchObject({ status: 404 })
  })
})

describe('an id that is none', () => {
  test.each([
    ['software_revenue~CN~2024', 400, '应依次写指标、地区、时期、口径'],
    ['software_revenu~CN~2024~year', 404, 'software_revenue'],
    ['software_revenue~CNN~2024~year', 404, '没有地区「CNN」'],
    [
      'software_revenue~CN~2024~year',
      404,
      'software_revenue~CN~2024~year~express、software_revenue~CN~2024~year~annual',
    ],
    ['gdp~CN~2024~year~annual', 404, 'gdp~CN~2024~year'],
    ['telecom_revenue~CN~2024-01..2024-03~cumulative', 404, 'telecom_revenue~CN~2024-Q1~cumulative'],
    ['gdp~CN~2024~year~level', 404, 'gdp~CN~2024~year'],
    ['gdp~CN~2024-12~stock', 404, '没有口径 stock'],
    ['gdp~CN~1949~year', 404, '/api/v1/series?indicator=gdp&region=CN'],
    ['gdp~CN~2023~year~of.gdp~yoy', 404, '没有「'],
    ['gdp~CN~2023~year~yoy~of.gdp', 404, 'gdp~CN~2023~year~of.gdp~yoy'],
    ['mobile_phone_users~CN~2023-12~stock~decumulate', 404, '没有「'],
    ['web-016:99999', 404, '没有编号「web-016:99999」'],
  ])('%s: %i, and what would be right', async (id, status, hint) => {
    const problem = await refusalOf(id)
    expect(problem).toMatchObject({ status, field: 'id' })
    expect(problem.message).toContain(hint)
    expect(problem.message).not.toContain('\n')
  })

  test('that of a row leads to the facts that it states, one for each basis', async () => {
    const { observations } = answers.observations.parse(
      await real.ask('/observations?indicator=telecom_revenue&region=CN&period=2024-Q1&measure=level'),
    )
    const { status, message } = await refusalOf(observations[0]?.id ?? '')
    expect(status).toBe(404)
    expect(message).toContain(
      '/api/v1/evidence/telecom_revenue~CN~2024-Q1~quarter、/api/v1/evidence/telecom_revenue~CN~2024-Q1~cumulative',
    )
  })

  test('a day is no version: asOf is refused by name', async () => {
    expect(await refusalOf('gdp~CN~2023~year?asOf=2024-06-30')).toMatchObject({
      status: 400,
      code: 'unknown_parameter',
      field: 'asOf',
    })
  })
})

describe('a fact of an earlier version', async () => {
  const { ids, lay } = await builtVersions(
    [revenue(90, 'CN', 2023), revenue(100), revenue(10, '110000'), revenue(20, '310000')],
    [revenue(90, 'CN', 2023), revenue(101), revenue(10, '110000'), revenue(20, '310000')],
    [revenue(90, 'CN', 2023), revenue(101), revenue(10, '110000'), revenue(7, '520000')],
    [revenue(90, 'CN', 2023), revenue(100), revenue(10, '110000'), revenue(7, '520000')],
  )
  const [first, second, third, fourth] = ids as [string, string, string, string]
  const level = (region: string) => `software_revenue~${region}~2024~year~express`
  const share = (region: string) => `software_revenue~${region}~2024~year~express~of.region.CN~share`
  const growth = 'software_revenue~CN~2024~year~express~yoy'
  const only = (id: string) => openFollower(lay(id).out)

  test.each([
    ['a printed number', level('CN'), 'changed'],
    ['one that stayed', level('110000'), 'same'],
    ['growth of one that changed', growth, 'changed'],
    ['a share of one that changed', share('110000'), 'changed'],
  ])('%s: what was shown is what that version answers, though its file is gone', async (_, id, state) => {
    const then = await evidenceOf(id, await only(first))
    const { seen, evidence } = await read(`${id}?seen=${first}`, await only(third))
    expect(seen).toMatchObject({ snapshot: first, state, number: then.number })
    expect(seen?.revisions.map(({ snapshot }) => snapshot)).toEqual(state === 'same' ? [] : [second])
    expect(evidence.number.value === then.number.value).toBe(state === 'same')
  })

  test('of which the version knew nothing is new', async () => {
    for (const id of [level('520000'), share('520000')]) {
      const { seen } = await read(`${id}?seen=${second}`, await only(third))
      expect(seen).toMatchObject({ state: 'new', number: null })
      expect(seen?.revisions.map(({ snapshot }) => snapshot)).toEqual([third])
    }
  })

  test('that was changed and changed back is the same, and the versions between are named', async () => {
    const { seen } = await read(`${level('CN')}?seen=${first}`, await only(fourth))
    expect(seen?.state).toBe('same')
    expect(seen?.revisions.map(({ snapshot }) => snapshot)).toEqual([second, fourth])
  })

  test('seen in the version that answers is the same', async () => {
    const { seen } = await read(`${level('CN')}?seen=${fourth}`, await only(fourth))
    expect(seen).toMatchObject({ state: 'same', revisions: [] })
  })

  test('that is no longer stated is 410: what it was, since when, and where its evidence is', async () => {
    const follower = await openFollower(lay(second, third).out)
    const problem = await refusalOf(level('310000'), follower)
    expect(problem).toMatchObject({ status: 410, code: 'gone', field: 'id' })
    expect(problem.message).toContain(`（版本 ${third}）起撤下；此前为 20亿元（`)
    const [address = ''] = /\/api\S+$/.exec(problem.message) ?? []
    expect(address).toBe(`/api/v1/evidence/${level('310000')}?snapshot=${second}`)
    const then = answers.evidence.parse(await (await follower.get(address)).json())
    expect(then).toMatchObject({ snapshot: second, evidence: { number: { printedValue: '20' } } })
  })

  test('that was derived of one that is gone is gone too', async () => {
    const problem = await refusalOf(share('310000'), await only(fourth))
    expect(problem).toMatchObject({ status: 410, code: 'gone' })
    expect(problem.message).toContain('此前为 19.802%（推算，依据')
  })

  test('answers by snapshot what that version answered', async () => {
    const then = await read(level('CN'), await only(first))
    const follower = await openFollower(lay(first, third).out)
    expect(await read(`${level('CN')}?snapshot=${first}`, follower)).toEqual(then)
    expect(await refusalOf(`${level('520000')}?snapshot=${first}`, follower)).toMatchObject({ status: 404 })
  })

  test('seen in a version that never was is 404', async () => {
    expect(await refusalOf(`${level('CN')}?seen=0123456789abcdef`, await only(first))).toMatchObject({
      status: 404,
      field: 'seen',
    })
  })
})

test('a row that a person struck out says why it is gone', async () => {
  const rows = [revenue(90, 'CN', 2023), revenue(100)]
  const strike = `action,${observationColumns.join(',')},reason\nstrike,${revenue(100)},印错了\n`
  const correctedData = dataFolder({ ...figures({ 'web-020': rows }), 'corrections/web-020.csv': strike })
  const corrected = toTables({ ...(await assemble({ dataFolder: correctedData })), inputs: 'corrected' })
  const place = await publishedOnce([await contentOf({ 'web-020': rows }), corrected], onTestFinished)
  const follower = await openFollower(place().out)
  const problem = await refusalOf('software_revenue~CN~2024~year~express', follower)
  expect(problem.status).toBe(410)
  expect(problem.message).toContain('；原因：印错了；')
})

test('a citation names the address under which readers come', async () => {
  const settings = { ...unhurried, publicUrl: 'https://youju.example.cn' }
  const app = createApp({ current: real.current, pagesFolder: 'none', settings })
  const answer = await app.request('/api/v1/evidence/gdp~CN~2023~year')
  const { evidence } = answers.evidence.parse(await answer.json())
  expect(evidence.citations.at(-1)?.gbt7714).toContain(
    'https://youju.example.cn/api/v1/evidence/gdp~CN~2023~year',
  )
})

test('statements are the same from the table as from memory', async () => {
  const rows = (await everyObservation(real.ask)).filter(({ indicator }) =>
    chosenIndicators.includes(indicator),
  )
  const facts = rows.flatMap(({ indicator, region, period, time }) => {
    const text = period.replace('/', '..')
    return parseFactId(`${indicator}~${region}~${text}~${time === 'moment' ? 'stock' : 'cumulative'}`) ?? []
  })
  await real.current.use(async (store) => {
    const [kept, found] = await Promise.all([readStatements(store, facts), findStatements(store, facts)])
    expect(kept.size).toBeGreaterThan(300)
    const sorted = (all: typeof kept) => [...all].sort(([a], [b]) => (a < b ? -1 : 1))
    expect(sorted(new Map([...found].filter(([cell]) => kept.has(cell))))).toEqual(sorted(kept))
  })
})

const withParents = (evidence: EvidenceAnswer): EvidenceAnswer[] => [
  evidence,
  ...evidence.parents.flatMap(withParents),
]

test('every parent can be asked for by its own id, and answers the same', async () => {
  const all = withParents(await evidenceOf('base_stations_5g~320000~2023-12~stock~per_head'))
  expect(all.length).toBe(3)
  for (const each of all) expect(await evidenceOf(each.id)).toEqual(each)
})

describe('the evidence of numbers of the chosen indicators', async () => {
  const met = await walkEvidence({ choose: (code) => chosenIndicators.includes(code), every: 7 })

  test('is of many numbers, printed and derived', () => {
    expect(met.printed).toBeGreaterThan(200)
    expect(met.derived).toBeGreaterThan(500)
  })
})
