import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Answer } from '#server/answers.ts'
import { drawn, visit } from '../support/browser.ts'

const heads = (page: Page) => page.locator('.data-table thead th').allTextContents()
const column = (page: Page, position: number) =>
  page.locator(`.data-table tbody tr:not(.break-row, .spacer) > :nth-child(${position})`).allTextContents()
const bare = (text: string) => text.replace(/[^\d.−]/g, '').replace('−', '-')

/** The table as it is pasted: lines of cells. */
async function copied(page: Page): Promise<string[][]> {
  await page.getByRole('button', { name: '复制表格' }).click()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  return text.split('\n').map((line) => line.split('\t'))
}

test('the table, what is copied of it, the file and the answer hold the same numbers', async () => {
  const { page, site } = await visit('/indicators/telecom_revenue')
  await drawn(page)
  const response = await fetch(`${site}/api/v1/series?indicator=telecom_revenue&basis=cumulative`)
  const { series } = (await response.json()) as Answer<'series'>
  const printed = (series[0]?.points ?? []).map(({ printedValue }) => printedValue)
  const newestFirst = printed.toReversed()
  expect(newestFirst.length).toBeGreaterThan(20)
  expect((await column(page, 2)).map(bare)).toEqual(newestFirst)
  const [head = [], ...lines] = await copied(page)
  expect(lines.map((cells) => cells[head.indexOf('数值')])).toEqual(newestFirst)
  const units = (series[0]?.points ?? []).map(({ printedUnit }) => printedUnit)
  expect(lines.map((cells) => cells[head.indexOf('单位')])).toEqual(units.toReversed())
  await page.locator('.export-menu > summary').first().click()
  const link = page.locator('.export-menu[open]').getByRole('link', { name: /^CSV/ })
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  const file = await readFile(await download.path(), 'utf8')
  expect(file.startsWith('\uFEFF')).toBe(true)
  const rows = parse(file, { bom: true, columns: true }) as Record<string, string>[]
  expect(rows.map((row) => row['printed_value'])).toEqual(printed)
})

test('any column sorts, by keys too, and says how', async () => {
  const { page } = await visit('/regions?indicator=software_revenue&group=zones')
  await drawn(page)
  const sorted = page.locator('.data-table th[aria-sort]')
  expect(await sorted.count()).toBe(0)
  const asGiven = await column(page, 2)
  const values = page.getByRole('button', { name: '公布值' })
  await values.focus()
  await page.keyboard.press('Enter')
  expect(await sorted.getAttribute('aria-sort')).toBe('descending')
  await page.keyboard.press('Enter')
  expect(await sorted.getAttribute('aria-sort')).toBe('ascending')
  const shown = (await column(page, 3)).map(bare).map(Number)
  expect(shown).toEqual(shown.toSorted((a, b) => a - b))
  expect(shown.length).toBe(5)
  await page.keyboard.press('Enter')
  expect(await sorted.count()).toBe(0)
  expect(await column(page, 2)).toEqual(asGiven)
})

test('what all rows have in common is said once above them, and copied with them', async () => {
  const { page } = await visit('/regions?indicator=software_revenue&group=zones')
  await drawn(page)
  expect(await page.locator('.table-constants').textContent()).toContain('状态：正式')
  expect(await heads(page)).toEqual(['位次', '地区', '公布值'])
  const [head = [], first = []] = await copied(page)
  expect(head).toContain('状态')
  expect(first[head.indexOf('状态')]).toBe('正式')
})

describe('a long table', () => {
  test('holds the rows in view, reaches its last, sorts and copies all', async () => {
    const { page } = await visit('/sources/reg-001')
    await drawn(page)
    const rows = page.locator('.data-table tbody tr:not(.spacer)')
    await page.locator('table[aria-rowcount="1203"]').waitFor()
    expect(await rows.count()).toBeLessThan(100)
    await page.locator('.scroll-box').evaluate((box) => box.scrollTo(0, box.scrollHeight))
    await page.locator('tr[aria-rowindex="1203"]').waitFor()
    expect(await rows.count()).toBeLessThan(100)
    expect(await copied(page)).toHaveLength(1203)
    await page.getByRole('button', { name: '公布值' }).click()
    await page.locator('.scroll-box').evaluate((box) => box.scrollTo(0, 0))
    await page.locator('tr[aria-rowindex="2"]').waitFor()
    const [, ...lines] = await copied(page)
    expect(await rows.first().textContent()).toContain(lines[0]?.[0])
  })

  test('prints whole', async () => {
    const { page } = await visit('/sources/reg-001')
    await drawn(page)
    await page.emulateMedia({ media: 'print' })
    await expect.poll(() => page.locator('.data-table tbody tr').count()).toBe(1202)
  })
})
