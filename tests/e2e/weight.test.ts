import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { drawn, visit } from '../support/browser.ts'

const kB = 1000
const usual = 150 * kB
const mostWithDrawing = 360 * kB

/** ECharts and what hands it to a chart. */
const drawing = /\/(?:engine|plain-drawing|shape-drawing)-/
/** The letters that a system lacks: they arrive after the page (`web/main.tsx`). */
const letters = /\/noto-sans-sc-[^/]*\.css$/

/** What a reader receives of a file: as the build packed it. */
const packedSize = (path: string) => statSync(`${join(inject('pages'), path)}.gz`).size

const sum = (paths: readonly string[]) => paths.reduce((total, path) => total + packedSize(path), 0)

/** Pages with controls, figures and tables have more to do than others, before they draw. */
test.each([
  ['/', usual],
  ['/indicators/software_revenue', 165 * kB],
  ['/regions', 161 * kB],
  ['/regions/520000', 161 * kB],
  ['/targets', usual],
  ['/sources', usual],
  ['/checks', usual],
  ['/brief', usual],
  ['/embed?indicator=software_revenue', usual],
  ['/embed?indicator=software_revenue&view=ranking', usual],
])('%s needs at most %i bytes of code before it draws', async (path, most) => {
  const { page } = await visit(path)
  await drawn(page)
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  const paths = [...new Set(names.map((name) => new URL(name).pathname))]
  const code = paths.filter((each) => /\.(?:js|css)$/.test(each) && !letters.test(each))
  const before = code.filter((each) => !drawing.test(each))
  expect(before.length).toBeGreaterThan(2)
  expect(sum(before)).toBeLessThanOrEqual(most)
  expect(sum(code)).toBeLessThanOrEqual(mostWithDrawing)
})

test('the words of the other language come only where they are asked for', async () => {
  const { page, site } = await visit('/sources')
  const wordFiles = () =>
    page.evaluate(
      () =>
        performance.getEntriesByType('resource').filter(({ name }) => /\/en-[^/]*\.js$/.test(name)).length,
    )
  await drawn(page)
  expect(await wordFiles()).toBe(0)
  await page.goto(`${site}/sources?lang=en`)
  await drawn(page)
  expect(await wordFiles()).toBe(1)
})
