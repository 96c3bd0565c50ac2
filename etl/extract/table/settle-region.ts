import { abroad } from '#data/language/lexicon.ts'
import type { ArticleContext } from '../article-context.ts'
import type { Around, Names } from './combine.ts'

/** The region of a number, and whether its row or column say it; undefined where nobody can tell. */
export function regionOf(around: Around) {
  return isHomeless(around) ? undefined : regionSaid(around)
}

/** 全省, and nobody says of where. */
export const isHomeless = ({ stub, column }: Around) => stub.label.homeless || column.label.homeless

function regionSaid({ stub, column, outer, names, article }: Around) {
  const said = [...new Set([...stub.label.regions, ...column.label.regions])]
  const [code, ...others] = said
  if (others.length > 0) return undefined
  if (code !== undefined) return { code, isSaid: true }
  const isTotal = stub.saying.isTotal || column.saying.isTotal
  const isOfAll = stub.label.indicators.length > 0 && names.regions.length === 0
  if (isTotal && !isOfAll) return isNation(names, article) ? { code: 'CN', isSaid: true } : undefined
  const own = outer.regions[0] ?? article.home ?? 'CN'
  const isOther = (code: string) => code !== own && code !== abroad
  if (names.regions.some(isOther) || outer.regions.length > 1) return undefined
  return { code: own, isSaid: false }
}

/** Whether the regions listed make up the nation: its four zones, or all provinces but those that are counted apart. */
function isNation({ regions }: Names, { catalog }: ArticleContext): boolean {
  const listed = new Set(regions)
  const parts = [...catalog.regions.values()].filter(({ parent }) => parent === 'CN')
  const zones = parts.filter(({ kind }) => kind === 'zone')
  const provinces = parts.filter(({ kind, code }) => kind === 'province' && code < '700000')
  return [zones, provinces].some((all) => all.every(({ code }) => listed.has(code)))
}
