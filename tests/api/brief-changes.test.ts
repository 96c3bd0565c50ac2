import { expect, test } from 'vitest'
import type { ChangesAnswer, WholeState } from '#server/charts/index.ts'
import { changesOfChart, changesQuestion, readChart, sayChanges } from '#server/charts/index.ts'
import { askerOf } from '#server/queries/ask-for-chart.ts'
import { builtVersions, openFollower, revenue } from '../support/built-versions.ts'

const { ids, lay } = await builtVersions(
  [
    revenue(100),
    revenue(90, 'CN', 2023),
    revenue(80, 'CN', 2022),
    revenue(30, '110000'),
    revenue(20, '440000'),
  ],
  [revenue(100), revenue(91, 'CN', 2023), revenue(31, '110000'), revenue(20, '440000')],
)

/** What is said of a chart to who knew the first version. */
async function newsOf(state: Omit<WholeState, 'indicator'>): Promise<string> {
  const { current, ask } = await openFollower(lay(...ids).out)
  const [first] = ids
  return current.use(async (store) => {
    const chart = await readChart({ indicator: 'software_revenue', ...state }, 'zh', askerOf(store))
    if (!chart) throw new Error('There is no such chart.')
    const { indicator, region } = changesQuestion(chart)
    const answer = await ask(`/changes?since=${first}&indicator=${indicator}&region=${region}`)
    return sayChanges(changesOfChart(chart, answer as ChangesAnswer), chart)
  })
}

test('a number that is no longer stated is told of the chart that would show it', async () => {
  expect(await newsOf({ view: 'trend', region: ['CN'] })).toBe(
    '修订1个数字：2023年，全国软件业务收入（快报）为91亿元，原为90亿元；不再公布1个数字：2022年，全国软件业务收入（快报）为80亿元',
  )
})

test('of a derived number what it is made of has changed, or is gone', async () => {
  expect(await newsOf({ view: 'trend', region: ['CN'], transform: 'yoy' })).toBe(
    '修订1个数字：2023年，全国软件业务收入（快报）为91亿元，原为90亿元；不再公布1个数字：2022年，全国软件业务收入（快报）为80亿元',
  )
})

test('of a region beside, nothing is told', async () => {
  expect(await newsOf({ view: 'trend', region: ['440000'] })).toBe('')
})
