import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { groupDigits } from '#data/model/quantity.ts'
import type { Answer } from '#server/answers.ts'
import { drawn, visit } from '../support/browser.ts'

type Point = Answer<'series'>['series'][number]['points'][number]

async function ask<Question extends Parameters<typeof answerOf>[0]>(site: string, path: string) {
  const response = await fetch(`${site}/api/v1${path}`)
  expect(response.status).toBe(200)
  return (await response.json()) as Answer<Question>
}
declare const answerOf: (question: 'series' | 'compare' | 'latest') => unknown

/** Digits as they are printed, whatever unit and space stand around them. */
const printed = ({ printedValue }: Point) => groupDigits(printedValue)

/** The texts of the picture. */
const picture = (page: Page, kind: string) => page.locator(`[data-kind=${kind}] svg text`).allTextContents()

/** The cells of one row of the table twin. */
const row = (page: Page, heading: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: heading, exact: true }) })
    .locator('td, th')
    .allTextContents()

/** Tests that pages of this width show the numbers of the API. */
export function walkNumbers(width: 1440 | 390): void {
  test('总览 shows the newest level and growth of each topic as the API has them', async () => {
    const { page, site } = await visit('/', { width })
    await drawn(page)
    const { items } = await ask<'latest'>(site, '/latest?region=CN')
    for (const code of ['software_revenue', 'telecom_revenue', 'computing_power', 'base_stations_5g']) {
      const item = items.find(({ indicator }) => indicator === code)
      const summary = page.locator('.topic-summary').filter({ has: page.locator(`a[href*="${code}"]`) })
      expect(item && (await summary.textContent())).toContain(item && printed(item.level))
      if (item?.growth)
        expect(await summary.textContent()).toContain(item.growth.printedValue.replace('-', ''))
    }
  })

  test('指标: the last point of the line, the first row of the table and the API are one number', async () => {
    const { page, site } = await visit('/indicators/base_stations_5g?kind=trend', { width })
    await drawn(page)
    const { series } = await ask<'series'>(site, '/series?indicator=base_stations_5g&basis=stock')
    const last = series[0]?.points.at(-1)
    const text = last ? printed(last) : 'none'
    expect((await picture(page, 'trend')).join(' ')).toContain(text)
    expect(
      (await page.locator('table tbody tr').first().locator('td').allTextContents()).join(' '),
    ).toContain(text)
    expect(await page.locator('table tbody tr:not(.break-row)').count()).toBe(series[0]?.points.length)
  })

  test('指标: arrow keys read out every number of a line as the API has it', async () => {
    const { page, site } = await visit('/indicators/computing_power?kind=trend', { width })
    await drawn(page)
    const { series } = await ask<'series'>(site, '/series?indicator=computing_power&basis=stock')
    const points = series[0]?.points ?? []
    await page.locator('[data-kind=trend]').focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    const heard: string[] = []
    for (const _ of points) {
      heard.push((await page.locator('.plot-live').textContent()) ?? '')
      await page.keyboard.press('ArrowRight')
    }
    expect(points.length).toBeGreaterThan(5)
    for (const [at, point] of points.entries()) expect(heard[at]).toContain(printed(point))
  })

  test('地区: bars, table and API rank the four zones alike', async () => {
    const { page, site } = await visit('/regions?indicator=software_revenue&group=zones', { width })
    await drawn(page)
    const { rows, period } = await ask<'compare'>(site, '/compare?indicator=software_revenue&regions=zones')
    expect(rows).toHaveLength(4)
    expect(period).toBe('2024')
    const bars = (await picture(page, 'ranking')).join(' ')
    const names: Readonly<Record<string, string>> = {
      'CN-EAST': '东部',
      'CN-CENTRAL': '中部',
      'CN-WEST': '西部',
      'CN-NORTHEAST': '东北',
    }
    for (const { rank, region, point } of rows) {
      expect(bars).toContain(printed(point))
      const cells = await row(page, names[region] ?? '')
      expect(cells[0]).toBe(String(rank))
      expect(cells.join(' ')).toContain(printed(point))
    }
  })

  test('地区, provinces: the table holds every number of the API, tiles read them out as printed, and who is missing is named', async () => {
    const { page, site } = await visit('/regions?indicator=software_revenue&group=provinces', { width })
    await drawn(page)
    const { rows, missing, notCovered } = await ask<'compare'>(
      site,
      '/compare?indicator=software_revenue&regions=provinces&compilation=annual',
    )
    expect(rows).toHaveLength(30)
    const tiles = await picture(page, 'tiles')
    expect(tiles.filter((text) => text.trim() === '—')).toHaveLength(missing.length + notCovered.length)
    expect(await page.locator('.missing a').count()).toBe(missing.length + notCovered.length)
    const table = await page.locator('table tbody tr').allTextContents()
    for (const { rank, point } of rows)
      expect(
        table.filter((text) => text.startsWith(String(rank)) && text.includes(printed(point))),
      ).not.toEqual([])
    // 311,637,931.6万元 is said as 31,164亿元 on a tile, and exactly where it is pointed at.
    const plot = page.locator('[data-kind=tiles]')
    await plot.focus()
    await page.keyboard.press('ArrowRight')
    const heard = await plot.locator('.plot-live').textContent()
    expect(rows.some(({ point }) => heard?.includes(printed(point)))).toBe(true)
  })

  test('one region: its newest numbers are those of the API', async () => {
    const { page, site } = await visit('/regions/520000', { width })
    await drawn(page)
    const { items } = await ask<'latest'>(site, '/latest?region=520000')
    const text = await page.locator('main').textContent()
    expect(items.length).toBeGreaterThan(20)
    for (const { level } of items) expect(text).toContain(printed(level))
  })
}
