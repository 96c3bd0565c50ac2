import type { Catalog } from '#data/catalog/catalog.ts'
import { indicatorOf, regionOf } from '#server/known.ts'

/**
 * Checks the whole that a share is asked of: an indicator, `region:CODE`, or nothing.
 * @throws Problem 404 when there is no such thing.
 */
export function checkWhole(catalog: Catalog, of: string): void {
  if (of === '') return
  const region = /^region:(?<code>.*)$/s.exec(of)?.groups?.['code']
  if (region === undefined) indicatorOf(catalog, of, 'of')
  else regionOf(catalog, region, 'of')
}
