import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { drawn, visit } from '../support/browser.ts'

/** Pairs of texts of one chart that cover each other by more than a pixel each way. */
const overlaps = (page: Page) =>
  page.locator('[data-kind] svg').evaluateAll((charts) =>
    charts.flatMap((chart) => {
      const texts = [...chart.querySelectorAll('text')]
        .filter((text) => text.textContent?.trim())
        .map((text) => ({ said: text.textContent, box: text.getBoundingClientRect() }))
      return texts.flatMap(({ said, box }, at) =>
        texts.slice(at + 1).flatMap((other) => {
          const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left)
          const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top)
          // Lines of text are boxes higher than their letters.
          return across > 1 && down > 4 ? [`${said} × ${other.said}`] : []
        }),
      )
    }),
  )

const widths = [390, 1024, 1440] as const
const indicators = ['software_revenue', 'broadband_users', 'base_stations_5g']
type Look = readonly [indicator: string, width: (typeof widths)[number]]

const looks = indicators.flatMap((indicator) => widths.map((width): Look => [indicator, width]))

/** Each indicator at a width of its own. */
export const chosenLooks = looks.filter((_, at) => at % (widths.length + 1) === 0)
/** Each at every other width. */
export const otherLooks = looks.filter((look) => !chosenLooks.includes(look))

/** Tests that no two labels cover each other in the views of the provinces. */
export function walkLabels(chosen: readonly Look[]): void {
  test.each(chosen)(
    'no label of %s covers another in any view of the provinces at %i px',
    async (indicator, width) => {
      for (const view of ['ranking', 'heatmap', 'multiples']) {
        const { page } = await visit(`/regions?indicator=${indicator}&group=provinces&view=${view}`, {
          width,
        })
        await drawn(page)
        expect(await page.locator('[data-kind] svg text').count()).toBeGreaterThan(8)
        expect([view, await overlaps(page)]).toEqual([view, []])
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0)
      }
    },
  )
}
