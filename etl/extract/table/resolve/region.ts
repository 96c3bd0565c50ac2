import { abroad } from '#data/language/lexicon.ts'
import type { ArticleContext } from '../../article-context.ts'
import { carried, type Decision, refuse, resolver, stated } from '../../resolve/resolver.ts'
import type { CellContext, CellMention, Names } from '../cell-mention.ts'
import { says } from '../heading.ts'

/** The region of a row, a column, the table or the article; refused where nobody can tell. */
export const region = resolver<'region', never, CellMention>({
  writes: 'region',
  reads: [],
  examples: [
    [
      '| 地区 | 2024年软件业务收入（亿元） |\n|---|---|\n| 北京 | 32000 |',
      'software_revenue 110000 2024 level 32000亿元',
    ],
  ],
  begin:
    (article) =>
    ({ cell }) =>
      isHomeless(cell) ? refuse('no-region') : decide(cell, article),
})

/** 全省, and nobody says of where. */
export const isHomeless = ({ stub, column }: CellContext): boolean => stub.homeless || column.label.homeless

function decide(
  { stub, column: { label }, outer, names }: CellContext,
  article: ArticleContext,
): Decision<'region'> {
  const [code, ...others] = new Set([...stub.regions, ...label.regions])
  if (others.length > 0) return refuse('no-region')
  if (code !== undefined) return stated([code])
  const isTotal = says(stub, 'total') || says(label, 'total')
  const isOfAll = stub.indicators.length > 0 && names.regions.length === 0
  if (isTotal && !isOfAll) return isNation(names, article) ? stated(['CN']) : refuse('no-region')
  const own = outer.regions[0] ?? article.home ?? 'CN'
  const isOther = (region: string) => region !== own && region !== abroad
  return names.regions.some(isOther) || outer.regions.length > 1 ? refuse('no-region') : carried([own])
}

/** Whether the regions listed make up the nation: its four zones, or all provinces but those that are counted apart. */
function isNation({ regions }: Names, { catalog }: ArticleContext): boolean {
  const listed = new Set(regions)
  const parts = [...catalog.regions.values()].filter(({ parent }) => parent === 'CN')
  const zones = parts.filter(({ kind }) => kind === 'zone')
  const provinces = parts.filter(({ kind, code }) => kind === 'province' && code < '700000')
  return [zones, provinces].some((all) => all.every(({ code }) => listed.has(code)))
}
