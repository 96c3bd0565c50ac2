import { describe, expect, test } from 'vitest'
import { type Answer, answers, ErrorAnswer } from '#server/answers.ts'
import { openRealApi } from '../support/real-api.ts'

const { ask, get } = await openRealApi()
const say = async (question: string) => answers.sentence.parse(await ask(`/sentence?${question}`))
const software = 'indicator=software_revenue'

const roles = ({ numbers }: Answer<'sentence'>) => numbers.map(({ role }) => role)

async function refusal(question: string) {
  const response = await get(`/api/v1/sentence?${question}`)
  const { error } = ErrorAnswer.parse(await response.json())
  return { status: response.status, ...error }
}

describe('a sentence of one region', () => {
  test('in three lengths, of the newest period where none is named', async () => {
    const answer = await say(software)
    expect(answer.sentences).toEqual({
      short: '2026年1—7月份，我国软件业务收入达89785亿元，同比增长9.2%。',
      medium:
        '2026年1—7月份，我国软件业务收入达89785亿元，同比增长9.2%，增速较1—5月份回落约1.1个百分点（推算）。',
      long: '2026年1—7月份，我国软件业务收入达89785亿元，同比增长9.2%，增速较1—5月份回落约1.1个百分点（推算）。（来源：工业和信息化部运行监测协调局，2026年8月31日；工业和信息化部运行监测协调局，转引自第三方数据表，2026年6月30日）',
    })
    expect(answer).toMatchObject({ period: '2026-01/2026-07', basis: 'cumulative', missing: [], notes: [] })
    expect(roles(answer)).toEqual(['figure', 'growth', 'pace'])
  })

  test('in English, which is not said to have been printed where it was not', async () => {
    const { sentences } = await say(`${software}&lang=en`)
    expect(sentences.medium).toBe(
      'In Jan–Jul 2026, software business revenue in China came to 8.9785 trillion yuan, up 9.2% on a year earlier, with growth about 1.1 percentage points (derived) lower than in Jan–May 2026.',
    )
  })

  test('in long with its share of the nation, its place and its compilation', async () => {
    const { sentences, numbers } = await say(`${software}&region=520000&period=2024&compilation=annual`)
    expect(sentences.long).toBe(
      '2024年，贵州省软件业务收入达1008.17971亿元（年报数），比上年增长约18.5%（推算），占全国的比重约为0.74%（推算），在有数据的30个省（区、市）中居第16位。（来源：国家统计局）',
    )
    const share = numbers.find(({ role }) => role === 'share_of_nation')
    expect(share).toMatchObject({
      measure: 'share_pct',
      of: 'region:CN',
      point: { derived: { method: 'share' } },
    })
  })

  test('with two digits of a share, however small', async () => {
    const { sentences } = await say(`${software}&region=630000&period=2024&compilation=annual`)
    expect(sentences.long).toContain('占全国的比重约为0.0040%（推算）')
  })

  test('without a place where few of its kind have a number', async () => {
    const { sentences } = await say('indicator=telecom_revenue&region=520000')
    expect(sentences.long).not.toContain('居第')
  })

  test('with the target that the number is held against, and how that stands', async () => {
    const answer = await say('indicator=computing_power&region=520000')
    expect(answer.sentences.long).toContain('力争到2025年，贵州省算力规模达到150EFLOPS，这一目标已经实现。')
    expect(roles(answer)).toContain('target')
  })

  test('says 初步核算 of what is preliminary', async () => {
    const { sentences, numbers } = await say('indicator=investment_5g&period=2023')
    expect(numbers[0]?.point.status).toBe('preliminary')
    expect(sentences.short).toBe('经初步核算，2023年，我国5G投资额达1905亿元，比上年增长5.7%。')
  })

  test('a growth that does not go with its level is left out, and said to be', async () => {
    const { sentences, notes, numbers } = await say('indicator=computing_power&period=2024-12')
    expect(sentences.short).toBe(
      '截至2024年末，我国算力规模达280EFLOPS。公布的同比增速与这一数值不相衔接，未予列出。',
    )
    expect(notes).toMatchObject([{ region: 'CN', kind: 'apart' }])
    expect(numbers.some(({ measure }) => measure === 'yoy_pct')).toBe(false)
  })

  test('across a break no growth is computed, and that is said', async () => {
    const { sentences, notes } = await say('indicator=idc_racks&period=2024-12')
    expect(sentences.short).toContain('统计口径有调整，不与上年同期比较。')
    expect(notes).toMatchObject([{ region: 'CN', kind: 'break' }])
  })

  test('as it was known on a day', async () => {
    const { period } = await say(`${software}&asOf=2024-12-31`)
    expect(period).toBe('2024-01/2024-09')
  })
})

test.each(['440000', '520000', '610000'])(
  'growth and share that are derived in %s are those of its series',
  async (region) => {
    const asked = `${software}&region=${region}&compilation=annual`
    const { numbers, period } = await say(`${asked}&period=2024`)
    for (const [role, transform] of [
      ['growth', 'yoy'],
      ['share_of_nation', 'share'],
    ] as const) {
      const { series } = answers.series.parse(await ask(`/series?${asked}&basis=year&transform=${transform}`))
      const own = numbers.find((each) => each.role === role)
      expect(own?.point).toEqual(series[0]?.points.find((point) => point.period === period))
    }
  },
)

describe('a sentence of several regions', () => {
  const regions = '110000,440000,320000,540000'

  test('lists them, and says which has no figure', async () => {
    const { sentences, missing } = await say(`${software}&region=${regions}&period=2024&compilation=annual`)
    expect(sentences.short).toBe(
      '2024年，北京、广东和江苏软件业务收入分别为31163.79316亿元、22752.83249亿元和15444.62777亿元（均为年报数），比上年分别增长约16.7%、约11.4%和约7.4%（均为推算）。西藏未见同期数据。',
    )
    expect(missing).toEqual(['540000'])
  })

  test('is of the newest period that most of them have', async () => {
    const { period, missing } = await say(`${software}&region=CN,520000&measure=level`)
    expect(missing).toEqual([])
    expect(period < '2026-01/2026-07').toBe(true)
  })
})

describe('other measures', () => {
  test.each([
    ['measure=yoy_pct', '2026年1—7月份，我国软件业务收入同比增长9.2%。'],
    [
      'indicator=mobile_5g_users&measure=share_pct&period=2025-12',
      '截至2025年末，我国5G移动电话用户占移动电话用户的比重为65.9%。',
    ],
    ['indicator=telephone_users&measure=net_add&period=2025', '2025年，我国电话用户净增3091万户。'],
  ])('%s', async (question, sentence) => {
    const { sentences } = await say(question.includes('indicator=') ? question : `${software}&${question}`)
    expect(sentences.short).toBe(sentence)
  })
})

test.each([
  [
    'indicator=electronics_value_added&measure=growth_change_pp',
    'saw growth 7.3 percentage points higher than industrial value added.',
  ],
  [
    'indicator=investment_mobile_comm&measure=share_change_pp&period=2020',
    'up 5.1 percentage points on a year earlier.',
  ],
  [
    'indicator=telephone_users&measure=net_add&period=2025',
    'rose by a net 30.91 million since the end of the year before.',
  ],
  ['indicator=ipv6_mobile_traffic_share&measure=share_pct', 'stood at 64.56%.'],
])('%s in English', async (question, end) => {
  const { sentences } = await say(`${question}&lang=en`)
  expect(sentences.short).toContain(end)
})

describe('what cannot be said', () => {
  test.each([
    [`${software}&region=540000`, 404, 'no_numbers', 'region', '西藏没有软件业务收入'],
    [`${software}&period=2010`, 404, 'no_numbers', 'period', '全国没有2010年的软件业务收入'],
    ['indicator=electronics_value_added', 404, 'no_numbers', 'region', 'measure=yoy_pct（同比增长）'],
    [`${software}&basis=month&period=2025-02`, 404, 'no_numbers', 'period', '所限：basis=month'],
    [`${software}&period=2024&basis=month`, 422, 'meaningless', 'basis', 'year（全年）'],
    ['indicator=base_stations_5g&period=2024', 422, 'meaningless', 'period', '2024-12'],
    ['indicator=base_stations_5g&basis=month', 422, 'meaningless', 'basis', 'stock（期末）'],
    [`${software}&compilation=census`, 422, 'meaningless', 'compilation', 'annual（年报）'],
  ])('%s', async (question, status, code, field, hint) => {
    const problem = await refusal(question)
    expect(problem).toMatchObject({ status, code, field })
    expect(problem.message).toContain(hint)
  })
})
