import { expect, test } from 'vitest'
import { askAxe } from '../support/ask-axe.ts'
import { drawn, visit } from '../support/browser.ts'

const places = ['/regions/610000', '/regions/CN-EAST', '/regions/510100', '/regions/CN']
const widths = [390, 1024, 1440]
const looks = places.flatMap((path) => widths.map((width) => [path, width] as const))

test.each(looks)('%s fits %i px, and axe finds nothing', async (path, width) => {
  const { page } = await visit(path)
  await page.setViewportSize({ width, height: 900 })
  await drawn(page)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  const { violations } = await askAxe(page)
  expect(violations).toEqual([])
})

test.each(['heatmap', 'multiples'])(
  'axe finds nothing on the %s, nor with everything unfolded',
  async (view) => {
    const { page } = await visit(`/regions?indicator=software_revenue&group=provinces&view=${view}`, {
      width: 390,
    })
    await drawn(page)
    for (const fold of await page.locator('details.settings, details.coverage-fold').all())
      await fold.locator('summary').click()
    await drawn(page)
    const { violations } = await askAxe(page)
    expect(violations).toEqual([])
    expect(await page.locator('[data-kind=coverage] svg text').count()).toBeGreaterThan(31)
  },
)
