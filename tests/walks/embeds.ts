import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { drawn, visit } from '../support/browser.ts'

/** A report page on another origin, with one line of ours in it. */
async function reportPage(line: string, widthPx: number): Promise<string> {
  const heard = `addEventListener('message', ({ data }) => { window.heard = data })`
  const html = `<!doctype html><meta charset="utf-8"><title>月报</title><link rel="icon" href="data:,">
    <script>${heard}</script><h1>月报</h1><div style="width:${widthPx}px">${line}</div>`
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(html)
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function copiedLine(path: string): Promise<string> {
  const { page } = await visit(path)
  await drawn(page)
  await page.getByRole('button', { name: '嵌入' }).first().click()
  const line = await page
    .getByRole('dialog')
    .locator('textarea, code, pre')
    .first()
    .evaluate((field) => (field instanceof HTMLTextAreaElement ? field.value : (field.textContent ?? '')))
  expect(line).toMatch(/^<iframe src="http:\/\/localhost:\d+\/embed\?/)
  return line.trim()
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
      const origin = await reportPage(await copiedLine(path), widthPx)
      const { page } = await visit('/', { origin })
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
      expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toMatchObject({
        type: 'youju:height',
        height: expect.any(Number),
      })
    },
  )
}
