import { describe, expect, test } from 'vitest'
import { drawn, visit } from '../support/browser.ts'

describe.each([1440, 390] as const)('at %i px', (width) => {
  test('280 EFLOPS says its age and its caution, and stands beside no growth of another base', async () => {
    const { page } = await visit('/', { width })
    await drawn(page)
    const summary = page.locator('.topic-summary').filter({ has: page.locator('a[href*="computing_power"]') })
    const text = (await summary.textContent()) ?? ''
    expect(text).toContain('280')
    expect(text).not.toContain('16.5')
    expect(text).toContain('公布的同比另有基数')
    expect(text).toMatch(/2024年12月末早于数据截止 19 个月/)
    expect(text).toContain('FP16')
    await summary.getByRole('link', { name: '原因' }).click()
    await page.getByText('280EFLOPS').first().waitFor()
  })

  test('智能算力 carries the note on precision, and a figure of the data date has no age', async () => {
    const { page } = await visit('/', { width })
    await drawn(page)
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: '智能算力规模', exact: true }) })
    const mark = await row.locator('.note-mark').textContent()
    const notes = row.locator('xpath=ancestor::section[1]').locator('.row-notes li')
    expect(await notes.nth(Number(mark) - 1).textContent()).toContain('FP16')
    const fresh = page.locator('.topic-summary').filter({ has: page.locator('a[href*="software_revenue"]') })
    expect(await fresh.locator('.figure-age').count()).toBe(0)
  })
})
