import { expect, test } from 'vitest'
import { drawn, visit } from '../support/browser.ts'
import { overlaps, textBoxesOn } from '../support/text-boxes.ts'

const widths = [390, 1024, 1440] as const
const indicators = ['software_revenue', 'broadband_users', 'base_stations_5g']
const looks = indicators.flatMap((indicator) => widths.map((width) => [indicator, width] as const))

test.each(looks)(
  'no label of %s covers another in any view of the provinces at %i px',
  async (indicator, width) => {
    for (const view of ['ranking', 'heatmap', 'multiples']) {
      const { page } = await visit(`/regions?indicator=${indicator}&group=provinces&view=${view}`, {
        width,
      })
      await drawn(page)
      const plots = await textBoxesOn(page, '[data-kind]', 0)
      expect(plots.flat().length).toBeGreaterThan(8)
      expect([view, plots.flatMap((boxes) => overlaps(boxes, 1, 4))]).toEqual([view, []])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0)
    }
  },
)
