import { expect, test } from 'vitest'
import { drawn, visit } from '../support/browser.ts'
import { overlaps, textBoxesOn } from '../support/text-boxes.ts'

/** Charts that were seen with labels over one another, or that hold many. */
export const charts = [
  '/indicators/software_revenue?basis=year&kind=columns',
  '/indicators/software_revenue?basis=cumulative&kind=yearly',
  '/indicators/software_revenue?measure=yoy_pct&region=CN,440000,520000,500000&basis=cumulative&kind=trend',
  '/indicators/software_revenue?region=110000,440000,320000,520000,500000,370000,310000&basis=cumulative&kind=trend',
  '/indicators/telecom_revenue?basis=cumulative&kind=columns',
  '/indicators/base_stations_5g?transform=yoy&kind=trend',
]

/** Tests that no text of a chart lies over another. */
export function walkOverlaps(paths: readonly string[], widths: readonly (1440 | 390)[]): void {
  const looks = paths.flatMap((path) => widths.map((width) => [path, width] as const))
  test.each(looks)('no text of a chart lies over another on %s at %i px', async (path, width) => {
    const { page } = await visit(path, { width })
    await drawn(page)
    const plots = await textBoxesOn(page)
    expect(plots.flat().length).toBeGreaterThan(8)
    expect(plots.flatMap((boxes) => overlaps(boxes))).toEqual([])
  })
}
