import type { ArticleContext } from './refiner.ts'
import type { HomeToken } from './token.ts'

/** What 全省 or 全市 means in an article: the region it speaks for, or the province that lies around it. */
export function homeRegion(
  level: HomeToken['level'] | undefined,
  { home, catalog }: ArticleContext,
): string | undefined {
  if (level === undefined || home === undefined || level === 'city') return level && home
  let region = catalog.regions.get(home)
  while (region && region.kind !== 'province' && region.parent !== undefined)
    region = catalog.regions.get(region.parent)
  return region?.kind === 'province' ? region.code : home
}
