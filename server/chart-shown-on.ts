import type { Catalog } from '#data/catalog/catalog.ts'
import { chartOfPage, type WholeState } from '#server/charts/index.ts'

/**
 * The chart that a page of ours is about; the page of regions shows the headline of the first topic when nothing is chosen.
 * @returns undefined where the page is not about one chart.
 */
export function chartShownOn(
  address: Pick<URL, 'pathname' | 'search'>,
  { topics }: Catalog,
): WholeState | undefined {
  const chart = chartOfPage(address)
  const indicator = chart?.indicator ?? (address.pathname === '/regions' ? topics[0]?.headline : undefined)
  return chart && indicator !== undefined ? { ...chart, indicator } : undefined
}
