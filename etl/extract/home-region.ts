import type { Catalog } from '#data/catalog/catalog.ts'
import type { Region } from '#data/model/region.ts'
import type { Home } from './token.ts'

const municipalities = new Set(['110000', '120000', '310000', '500000'])

/**
 * What 全省 or 全市 means where a region is spoken of: that region, or the province that lies around it.
 * @returns undefined where the region cannot be meant: no 全市 of a province, no 全省 of the nation.
 */
export function homeRegion(home: Home, code: string | undefined, catalog: Catalog): string | undefined {
  let region = code === undefined ? undefined : catalog.regions.get(code)
  if (home.level === 'city') return region && isCity(region) ? region.code : undefined
  while (region && region.kind !== 'province' && region.parent !== undefined)
    region = catalog.regions.get(region.parent)
  return region?.kind === 'province' ? region.code : undefined
}

const isCity = ({ kind, code }: Region) => kind === 'city' || kind === 'area' || municipalities.has(code)
