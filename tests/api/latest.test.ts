import { describe, expect, test } from 'vitest'
import { answers } from '#server/answers.ts'
import { ownDatabase } from '../support/own-database.ts'
import { openApi, openRealApi } from '../support/real-api.ts'

const { ask } = await openRealApi()
const itemsOf = async (asked: typeof ask, query: string) =>
  answers.latest.parse(await asked(`/latest?${query}`)).items

describe('a growth is set beside a level only where the two go together', () => {
  test('280 EFLOPS stands without the 16.5% that another document printed on another base', async () => {
    const item = (await itemsOf(ask, 'region=CN')).find(({ indicator }) => indicator === 'computing_power')
    expect([item?.level.printedValue, item?.growth]).toEqual(['280', null])
    expect(item?.setApart?.growth.printedValue).toBe('16.5')
    expect(item?.setApart?.reason.zh).toContain('280EFLOPS')
  })

  test('an issuer who prints both on a base of its own keeps both', async () => {
    const item = (await itemsOf(ask, 'region=CN')).find(({ indicator }) => indicator === 'software_revenue')
    expect(item?.growth?.source).toBe(item?.level.source)
    expect(item?.setApart).toBeNull()
  })

  test('two documents without a break between them go together', async () => {
    const items = await itemsOf(ask, 'region=CN')
    const item = items.find(({ indicator }) => indicator === 'emerging_business_revenue')
    expect(item?.growth?.source).not.toBe(item?.level.source)
  })

  test('an open finding parts even what one document prints, and not before all its figures are known', async () => {
    const row = (period: string, measure: string, value: string, unit: string) =>
      `software_revenue,CN,${period},${measure},${value},${unit},,,actual,`
    const own = await openApi(
      await ownDatabase({
        sources: ['now,2025-01-20,primary', 'later,2025-06-01,primary'],
        rows: {
          now: [row('2024', 'level', '120', '亿元'), row('2024', 'yoy_pct', '20', '%')],
          later: [row('2023', 'level', '90', '亿元')],
        },
        findings: [openGrowth],
      }),
    )
    const [item] = await itemsOf(own.ask, 'region=CN')
    expect([item?.growth, item?.setApart?.growth.printedValue]).toEqual([null, '20'])
    const [before] = await itemsOf(own.ask, 'region=CN&asOf=2025-02-01')
    expect([before?.growth?.printedValue, before?.setApart]).toEqual(['20', null])
  })
})

const side = { label: '', value: '', low: '0', high: '1' }
const openGrowth = {
  id: 'growth:own',
  identity: 'growth',
  severity: 'soft',
  state: 'open',
  indicator: 'software_revenue',
  region: 'CN',
  compilation: 'express',
  period: '2024',
  unit: 'CNY',
  left: { ...side, observations: ['now:2', 'now:3'] },
  right: { ...side, observations: ['later:2'] },
  gap: '1000000000',
  reason: '',
} as const
