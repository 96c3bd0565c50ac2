import { expect, test } from 'vitest'
import { drawn, type Visit, visit } from '../support/browser.ts'

/** The HTML of a page, once the server has what it draws with. */
async function htmlOf(site: string, path: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const html = await (await fetch(site + path)).text()
    if (html.includes('data-picture')) return html
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the server never drew the first chart of ${path}`)
}

/** Opens a page whose drawing code never comes: what is seen is what the server has drawn. */
async function openedUndrawn(path: string, options: Parameters<typeof visit>[1] = {}): Promise<Visit> {
  const visited = await visit('/targets', { ...options, meets: 'outage' })
  await htmlOf(visited.site, path)
  await visited.page.route(/\/engine-/, () => {})
  await visited.page.goto(visited.site + path, { waitUntil: 'commit' })
  return visited
}

const textsOf = (visited: Visit, inside: string) =>
  visited.page
    .locator(`${inside} svg text`)
    .evaluateAll((texts) => texts.map((text) => text.textContent?.trim()).filter((text) => text !== ''))

test.each([
  ['/indicators/software_revenue', { width: 1440 }],
  ['/indicators/base_stations_5g', { width: 390 }],
  ['/regions', { width: 1440 }],
  ['/indicators/software_revenue', { width: 390, scheme: 'dark' }],
] as const)(
  'the first chart of %s is seen as the server drew it, and says what is drawn after it (%o)',
  async (path, options) => {
    const before = await openedUndrawn(path, options)
    await before.page.locator('.plot-before svg').first().waitFor()
    const seen = await textsOf(before, '.plot-before')
    const box = await before.page.locator('.plot').first().boundingBox()
    const after = await visit(path, options)
    await drawn(after.page)
    const said = await textsOf(after, '.plot-drawing')
    expect(seen.length).toBeGreaterThan(10)
    expect(said).toEqual(expect.arrayContaining(seen.slice(0, 10)))
    expect(await after.page.locator('.plot').first().boundingBox()).toEqual(box)
    expect(await after.page.locator('.plot-before').count()).toBe(0)
  },
)

test('what the page is about to ask is asked once', async () => {
  const { page, site } = await visit('/targets')
  await htmlOf(site, '/indicators/software_revenue')
  await page.goto(`${site}/indicators/software_revenue`)
  await drawn(page)
  const asked = await page.evaluate(() =>
    performance.getEntriesByType('resource').flatMap(({ name }) => (name.includes('/api/') ? name : [])),
  )
  expect(asked.length).toBeGreaterThan(3)
  expect(new Set(asked).size).toBe(asked.length)
})
