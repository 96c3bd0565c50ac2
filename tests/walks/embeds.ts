import { expect, test } from 'vitest'
import { drawn, visit } from '../support/browser.ts'
import { reportPages } from '../support/report-page.ts'

/** The picture for readers without scripts is asked for too, and may not be there yet. */
const meets = 404

async function copiedLine(path: string): Promise<string> {
  const { page } = await visit(path, { meets })
  await drawn(page)
  await page.getByRole('button', { name: '嵌入' }).first().click()
  const line = await page.getByRole('dialog').locator('textarea').inputValue()
  expect(line).toMatch(/^<youju-chart src="http:\/\/localhost:\d+\/embed\?/)
  return line
}

/** What is copied, the chart that it shows, and how wide it stands in the other page. */
export const copied = [
  ['/indicators/base_stations_5g?kind=trend', 'trend', 720],
  ['/indicators/software_revenue?kind=yearly', 'yearly', 320],
  ['/regions?indicator=software_revenue&group=zones', 'ranking', 480],
] as const

/** Tests that lines copied from pages show their charts elsewhere. */
export function walkEmbeds(chosen: readonly (typeof copied)[number][]): void {
  test.each(chosen)(
    'the line copied from %s shows the %s chart in a page of another origin, %i px wide',
    async (path, kind, widthPx) => {
      const line = `<div style="width:${widthPx}px">${await copiedLine(path)}</div>`
      const { page } = await visit(await reportPages['another origin'](line), { meets })
      const frame = page.frameLocator('iframe')
      await frame.locator(`[data-kind=${kind}][data-ready]`).waitFor()
      expect(await frame.locator('svg text').count()).toBeGreaterThan(5)
      const inside = page.frames().find((each) => each.url().includes('/embed'))
      const fit = await inside?.evaluate(() => {
        const root = document.documentElement
        const marks = [...document.querySelectorAll('svg text, figcaption, .chart-foot')].map((each) =>
          each.getBoundingClientRect(),
        )
        return {
          across: root.scrollWidth - innerWidth,
          down: root.scrollHeight - innerHeight,
          outside: marks.filter(
            ({ left, right, bottom }) => left < -1 || right > innerWidth + 1 || bottom > innerHeight + 1,
          ).length,
        }
      })
      expect(fit).toEqual({ across: 0, down: 0, outside: 0 })
      expect(await frame.getByText('来源').first().isVisible()).toBe(true)
      expect(await frame.locator('a[href*="/indicators/"], a[href*="/regions"]').count()).toBeGreaterThan(0)
      expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toMatchObject([
        { type: 'youju:height', height: expect.any(Number) },
      ])
    },
  )
}
