import type { Catalog } from '#data/catalog/catalog.ts'
import type { Home } from '#data/language/token.ts'
import type { Region } from '#data/model/region.ts'

const municipalities = new Set(['110000', '120000', '310000', '500000'])

/**
 * What 全省 or 全市 means where a region is spoken of: that region, or the province that lies around it.
 * @returns undefined where the region cannot be meant: no 全市 of a province, no 全省 of the nation.
 */
export function homeRegion(home: Home, code: string | undefined, catalog: Catalog): string | undefined {
  const region = code === undefined ? undefined : catalog.regions.get(code)
  if (!region) return undefined
  if (home.level === 'province') return provinceOf(region, catalog)
  const isMeant = isCity(region) || (home.level === 'place' && region.kind === 'province')
  return isMeant ? region.code : undefined
}

function provinceOf(region: Region, catalog: Catalog): string | undefined {
  let around: Region | undefined = region
  while (around && around.kind !== 'province')
    around = around.parent === undefined ? undefined : catalog.regions.get(around.parent)
  return around?.code
}

const isCity = ({ kind, code }: Region) => kind === 'city' || kind === 'area' || municipalities.has(code)
