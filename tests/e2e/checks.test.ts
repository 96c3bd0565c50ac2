import { describe, expect, test } from 'vitest'
import type { finding } from '#data/store/schema.ts'
import { askAxe } from '../support/ask-axe.ts'
import { drawn, visit } from '../support/browser.ts'
import { ownDatabase } from '../support/own-database.ts'
import { ownSite } from '../support/own-site.ts'

type Finding = typeof finding.$inferInsert

/** The level of 2024 and its growth say another 2023 than the release of 2023 did. */
const rebased: Finding = {
  id: 'growth:software_revenue:CN:2024',
  identity: 'growth',
  severity: 'soft',
  state: 'break',
  indicator: 'software_revenue',
  region: 'CN',
  compilation: 'express',
  period: '2024',
  unit: 'CNY',
  left: {
    label: '由本期数值和增速推算的上年同期',
    value: '124739—124854亿元',
    low: '12473920000000',
    high: '12485360000000',
    observations: ['own-2024:2', 'own-2024:3'],
  },
  right: {
    label: '2023年软件业务收入',
    value: '123257.5—123258.5亿元',
    low: '12325750000000',
    high: '12325850000000',
    observations: ['own-2023:2'],
  },
  gap: '148070000000',
  reason: '上年同期基数按核实数重定',
}
const unexplained: Finding = {
  ...rebased,
  id: 'within_whole:software_revenue:110000:2024',
  identity: 'within_whole',
  severity: 'hard',
  state: 'open',
  region: '110000',
  right: { label: '不大于', value: '', low: null, high: '12325850000000', observations: [] },
  reason: '',
}
const stock: Finding = {
  ...rebased,
  id: 'net_add:mobile_phone_users:CN:2024-12',
  identity: 'net_add',
  state: 'acknowledged',
  indicator: 'mobile_phone_users',
  period: '2024-12',
  unit: 'count',
}

const site = await ownSite(
  await ownDatabase({
    sources: ['own-2023,2024-01-25,primary', 'own-2024,2025-01-24,primary', 'own-retold,,second_hand'],
    rows: {
      'own-2023': ['software_revenue,CN,2023,level,123258,亿元,,,actual,'],
      'own-2024': [
        'software_revenue,CN,2024,level,137276,亿元,,,actual,',
        'software_revenue,CN,2024,yoy_pct,10.0,%,,,actual,',
      ],
      'own-retold': ['software_revenue,CN,2023,level,123999,亿元,,,actual,'],
    },
    findings: [rebased, unexplained, stock],
  }),
)
describe.each([1440, 390] as const)('at %i px', (width) => {
  test('a reader opens an indicator, sees both sides of a finding, and comes to the source of a figure', async () => {
    const { page } = await visit('/checks', { width, origin: site })
    await drawn(page)
    expect(await page.locator('summary').allTextContents()).toHaveLength(2)
    expect(await page.locator('.table-findings').count()).toBe(0)
    await page.locator('summary').first().click()
    await page.waitForURL(/open=software_revenue/)
    const table = page.locator('.table-findings')
    const text = (await table.textContent()) ?? ''
    for (const words of [
      '124,739—124,854亿元',
      '137,276亿元',
      '10.0%',
      '123,258亿元',
      '1,481亿元',
      '合 1.2%',
    ])
      expect(text).toContain(words)
    expect(text.indexOf('未说明')).toBeLessThan(text.indexOf('口径调整'))
    expect(text).toContain('上年同期基数按核实数重定')
    expect((await askAxe(page)).violations).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    )
    await table.getByRole('link', { name: '2024-01-25' }).first().click()
    await page.waitForURL(/\/sources\/own-2023/)
  })
})

test('filters stand in the address, and one that leaves nothing says so and can be cleared', async () => {
  const { page } = await visit('/checks', { origin: site })
  await drawn(page)
  await page.getByRole('radio', { name: /未说明/ }).click({ force: true })
  await page.waitForURL(/state=open/)
  expect(await page.locator('.fact-group').count()).toBe(1)
  await page.getByRole('radio', { name: /提示/ }).click({ force: true })
  await page.waitForURL(/severity=soft/)
  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.waitForURL(/\/checks$/)
  expect(await page.locator('.fact-group').count()).toBe(2)
})

test('the other half names the statement chosen, the one that is not, and why', async () => {
  const { page } = await visit('/checks?lang=en', { origin: site })
  await drawn(page)
  await page.getByRole('link', { name: /several statements/ }).click()
  await page.waitForURL(/tab=conflicts/)
  const text = (await page.locator('.table-conflicts').textContent()) ?? ''
  for (const words of ['12.3258 trillion yuan', '12.3999 trillion yuan', 'Contradict', 'The issuer before'])
    expect(text).toContain(words)
})
