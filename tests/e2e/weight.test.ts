import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { drawn, visit } from '../support/browser.ts'

const kB = 1000
const most = { beforeDrawing: 150 * kB, withDrawing: 360 * kB }

/** ECharts and what hands it to a chart. */
const drawing = /\/(?:engine|plain-drawing|shape-drawing)-/
/** Which of our letters a reader lacks: arrives after the page (`web/main.tsx`). */
const letters = /\/noto-sans-sc-[^/]*\.css$/

/** What a reader receives of a file: as the build packed it. */
const packedSize = (path: string) => statSync(`${join(inject('pages'), path)}.gz`).size

const sum = (paths: readonly string[]) => paths.reduce((total, path) => total + packedSize(path), 0)

test.each([
  '/',
  '/indicators/software_revenue',
  '/regions',
  '/regions/520000',
  '/targets',
  '/sources',
  '/checks',
  '/brief',
  '/embed?indicator=software_revenue',
])('%s needs little code before its charts are drawn, and not much with them', async (path) => {
  const { page } = await visit(path)
  await drawn(page)
  const names = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  const paths = [...new Set(names.map((name) => new URL(name).pathname))]
  const code = paths.filter((each) => /\.(?:js|css)$/.test(each) && !letters.test(each))
  const before = code.filter((each) => !drawing.test(each))
  if (process.env['W'])
    (await import('node:fs')).appendFileSync(
      process.env['W'],
      JSON.stringify({
        path,
        before: sum(before),
        all: sum(code),
        code: code.map((c) => [c, packedSize(c)]),
      }) + '\n',
    )
  expect(before.length).toBeGreaterThan(2)
  expect(sum(before)).toBeLessThanOrEqual(most.beforeDrawing)
  expect(sum(code)).toBeLessThanOrEqual(most.withDrawing)
})
