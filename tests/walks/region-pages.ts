import { expect, test } from 'vitest'
import { askAxe } from '../support/ask-axe.ts'
import { drawn, visit } from '../support/browser.ts'

type Look = readonly [path: string, width: number]

const places = ['/regions/610000', '/regions/CN-EAST', '/regions/510100', '/regions/CN']
const widths = [390, 1024, 1440]

/** Each kind of region at one width by turns. */
export const chosenLooks: readonly Look[] = places.map((path, at) => [
  path,
  widths[at % widths.length] ?? 390,
])

/** The same at every other width. */
export const otherLooks: readonly Look[] = places.flatMap((path, at) =>
  widths.flatMap((width): Look[] => (width === widths[at % widths.length] ? [] : [[path, width]])),
)

/** Tests that the pages of regions fit their width and pass axe. */
export function walkRegionPages(looks: readonly Look[]): void {
  test.each(looks)('%s fits %i px, and axe finds nothing', async (path, width) => {
    const { page } = await visit(path)
    await page.setViewportSize({ width, height: 900 })
    await drawn(page)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    const { violations } = await askAxe(page)
    expect(violations).toEqual([])
  })
}
