import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { drawn, visit } from '../support/browser.ts'

const kB = 1000
const usual = 150 * kB
const mostWithDrawing = 360 * kB

/**
 * ECharts, and the code that draws with it, which comes together with it: words are seen before, as the test below shows
 * by keeping all of it away.
 */
const drawing = /\/(?:engine|plot|draw-[a-z]+)-/
/** The letters that a system lacks: they arrive after the page (`web/main.tsx`). */
const letters = /\/noto-sans-sc-[^/]*\.css$/

/** What a reader receives of a file: as the build packed it. */
const packedSize = (path: string) => statSync(`${join(inject('pages'), path)}.gz`).size

const sum = (paths: readonly string[]) => paths.reduce((total, path) => total + packedSize(path), 0)

const charted = [
  '/',
  '/indicators/software_revenue',
  '/regions',
  '/regions/520000',
  '/embed?indicator=software_revenue',
  '/embed?indicator=software_revenue&view=ranking',
]

test.each([...charted, '/targets', '/sources', '/checks', '/brief'])(
  `%s needs at most ${usual} bytes of code before it draws`,
  async (path) => {
    const { page } = await visit(path)
    await drawn(page)
    const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    const paths = [...new Set(names.map((name) => new URL(name).pathname))]
    const code = paths.filter((each) => /\.(?:js|css)$/.test(each) && !letters.test(each))
    const before = code.filter((each) => !drawing.test(each))
    expect(before.length).toBeGreaterThan(2)
    expect(sum(before)).toBeLessThanOrEqual(usual)
    expect(sum(code)).toBeLessThanOrEqual(mostWithDrawing)
  },
)

test.each(charted)('%s says what its charts show while nothing that draws has come', async (path) => {
  const { page, site } = await visit('/targets', { meets: 'outage' })
  await page.route(drawing, () => {})
  await page.goto(site + path, { waitUntil: 'commit' })
  const chart = page.locator('[data-kind]').first()
  await chart.waitFor()
  expect(await chart.getAttribute('aria-label')).toMatch(/。$/)
  expect((await chart.boundingBox())?.height).toBeGreaterThan(100)
  expect(await page.locator('[data-ready]').count()).toBe(0)
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
