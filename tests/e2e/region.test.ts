import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { Answer } from '#server/answers.ts'
import { drawn, visit } from '../support/browser.ts'

type Point = Answer<'series'>['series'][number]['points'][number]

async function ask<Body>(site: string, path: string): Promise<Body> {
  const response = await fetch(`${site}/api/v1${path}`)
  expect(response.status).toBe(200)
  return (await response.json()) as Body
}

/** The cells of one lead by the key of their column. */
async function cellsOf(page: Page, indicator: string): Promise<Record<string, string>> {
  const row = page
    .locator('.table-standing tbody tr')
    .filter({ has: page.locator(`a[href*="${indicator}"]`) })
  const cells = await row.locator('td').all()
  return Object.fromEntries(
    await Promise.all(
      cells.map(async (cell) => [await cell.getAttribute('data-column'), await cell.textContent()]),
    ),
  )
}

describe.each([1440, 390] as const)('贵州 at %i px', (width) => {
  test('place and share in the page are those of the API', async () => {
    const { page, site } = await visit('/regions/520000', { width })
    await drawn(page)
    const question = 'indicator=software_revenue&compilation=annual'
    const { rows } = await ask<Answer<'compare'>>(site, `/compare?${question}&regions=provinces&period=2024`)
    const place = rows.find(({ region }) => region === '520000')?.rank
    const { series } = await ask<Answer<'series'>>(
      site,
      `/series?${question}&region=520000&basis=year&transform=share`,
    )
    const share = series[0]?.points.find(({ period }) => period === '2024')?.value
    const cells = await cellsOf(page, 'software_revenue')
    expect(cells['rank']).toBe(`${place} / ${rows.length}`)
    expect(cells['share']).toContain(`${share?.toFixed(2)}%`)
    const verdict = await page.locator('.verdict-sentence').textContent()
    expect(verdict).toContain(`居${rows.length}个省份第${place}位`)
    expect(verdict).toContain(`占全国${share?.toFixed(2)}%（推算）`)
  })

  test('every lead shows its period and compilation, and a dash where nothing is known', async () => {
    const { page, site } = await visit('/regions/520000', { width })
    await drawn(page)
    const { leads } = await ask<Answer<'standing'>>(site, '/standing?region=520000')
    expect(await page.locator('.table-standing tbody tr').count()).toBe(leads.length)
    for (const { indicator, compilation, level, rank } of leads) {
      const cells = await cellsOf(page, indicator)
      expect(cells['value']).toContain(`${level.period.slice(0, 4)}年`)
      if (compilation === 'annual') expect(cells['value']).toContain('年报')
      if (rank === null) expect(cells['rank']).toBe('—')
    }
  })
})

test('陕西: a figure off its course says where it would lie, and leads to what was found', async () => {
  const { page, site } = await visit('/regions/610000')
  await drawn(page)
  const { leads } = await ask<Answer<'standing'>>(site, '/standing?region=610000')
  const odd: Point['oddity'] | undefined = leads[0]?.level.oddity
  expect(odd).not.toBeNull()
  const note = page.locator('.verdict-notes')
  expect(await note.textContent()).toContain('偏离走势，来源如此')
  await note.locator('.odd-mark').click()
  await page.waitForURL(/\/checks\?.*region=610000/)
  expect(page.url()).toContain('indicator=software_revenue')
})

test('one screen holds the story, with few questions and nothing that moves', async () => {
  const { page, site } = await visit('about:blank')
  const questions: string[] = []
  page.on('request', (request) => request.url().includes('/api/v1/') && questions.push(request.url()))
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      const { dataset } = document.documentElement
      for (const entry of list.getEntries()) {
        const value = 'value' in entry ? Number(entry.value) : 0
        dataset['moved'] = String(Number(dataset['moved'] ?? 0) + value)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(`${site}/regions/610000`)
  await drawn(page)
  const table = await page.locator('.table-standing').boundingBox()
  expect((table?.y ?? 900) + (table?.height ?? 900)).toBeLessThan(900)
  // The ninth asks for the provinces that the nation's sum is made of: a derived number names all its parents.
  expect(questions.slice(9)).toEqual([])
  const moved = await page.evaluate(() => Number(document.documentElement.dataset['moved'] ?? 0))
  expect(moved).toBeLessThan(0.1)
})

test('the overview shows the provinces of the annual report, and says so', async () => {
  const { page, site } = await visit('/')
  await drawn(page)
  const { rows } = await ask<Answer<'compare'>>(
    site,
    '/compare?indicator=software_revenue&regions=provinces&compilation=annual',
  )
  expect(rows.length).toBeGreaterThan(25)
  const glance = page.locator('.glance section').last()
  expect(await glance.locator('.glance-head').textContent()).toContain('年报')
  const tiles = (await glance.locator('svg text').allTextContents()).filter((text) =>
    /^[\d,.]+$/.test(text.trim()),
  )
  expect(tiles.length).toBeGreaterThanOrEqual(rows.length)
})
