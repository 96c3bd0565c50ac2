import { describe, expect, test } from 'vitest'
import { answers, type VerdictAnswer } from '#server/answers.ts'
import { openRealApi } from '../support/real-api.ts'

const { ask } = await openRealApi()
const read = async (question = '') => answers.verdicts.parse(await ask(`/verdicts?${question}`))
const lines = ({ verdicts }: { readonly verdicts: readonly VerdictAnswer[] }) =>
  verdicts.map(({ verdict }) => verdict)

test('one line for each topic of the nation, the old ones with their age', async () => {
  const answer = await read()
  expect(lines(answer)).toEqual([
    '软件业：1—7月增9.2%，比1—5月放缓约1.1个百分点',
    '通信业：1—7月降2.1%，增速比2025年回落约2.8个百分点',
    '算力：2024年末算力规模280EFLOPS，此后19个月未见新数',
    '5G：7月末5G基站515.4万个，同比增长约12.1%',
    '电子信息制造业：2024年1—4月增7.9%，此后27个月未见新数',
  ])
  expect(answer).toMatchObject({ until: '2026-07', silent: ['economy'] })
})

test('the same in English', async () => {
  expect(lines(await read('lang=en'))).toEqual([
    'Software: up 9.2% in Jan–Jul, about 1.1 percentage points slower than in Jan–May',
    'Telecommunications: down 2.1% in Jan–Jul, growth about 2.8 percentage points lower than in 2025',
    'Computing power: computing power 280 EFLOPS at the end of Dec 2024, nothing newer for 19 months',
    '5G: 5G base stations 5.154 million at the end of Jul, up about 12.1% on a year earlier',
    'Electronics manufacturing: up 7.9% in Jan–Apr 2024, nothing newer for 27 months',
  ])
})

test('on a day in the past: what stands has its net addition, equal digits are 持平', async () => {
  const said = lines(await read('asOf=2024-12-31'))
  expect(said).toContain('5G：11月末5G基站419.1万个，比上年末净增81.5万个')
  expect(said).toContain('通信业：1—11月增2.6%，增速与1—10月持平')
})

describe('a region', () => {
  test('names what stands in for a headline that is old', async () => {
    const { verdicts } = await read('region=110000')
    const telecom = verdicts.find(({ topic }) => topic === 'telecom')
    expect(telecom?.indicator).not.toBe('telecom_revenue')
    expect(telecom?.verdict).toContain('固定互联网宽带接入用户')
  })

  test('is told to be old against the numbers below the nation, which come later', async () => {
    const { until, verdicts } = await read('region=520000')
    expect(until < (await read()).until).toBe(true)
    expect(verdicts.find(({ topic }) => topic === 'software')).toMatchObject({ period: '2024', isOld: false })
  })

  test('without numbers has no verdicts', async () => {
    const { verdicts, silent } = await read('region=810000')
    expect(verdicts).toEqual([])
    expect(silent).toHaveLength(6)
  })
})

test.each(['CN', '520000', '110000', 'CN-EAST'])(
  'in %s every verdict holds the level of /latest, and a pace is told only where its ends are on one side',
  async (region) => {
    const { items } = answers.latest.parse(await ask(`/latest?region=${region}`))
    for (const { indicator, verdict, numbers, period } of (await read(`region=${region}`)).verdicts) {
      const item = items.find((each) => each.indicator === indicator)
      expect([item?.level.period, numbers[0]?.point]).toEqual([period, item?.level])
      const pace = numbers.find(({ role }) => role === 'pace')?.point
      const isTold = /加快|放缓|回升|回落|收窄|扩大/.test(verdict)
      const isCertain = pace !== undefined && ((pace.low ?? 0) > 0 || (pace.high ?? 0) < 0)
      expect([verdict, isTold]).toEqual([verdict, isCertain])
    }
  },
)
