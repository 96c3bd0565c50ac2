import type { Quantity } from '#data/language/token.ts'
import type { Indicator } from '#data/model/indicator.ts'
import type { ArticleContext } from './article-context.ts'

/**
 * The indicator that the catalogue has for the share of a part: 数字经济核心产业增加值占GDP比重 for 数字经济核心产业增加值.
 * @param of the whole, where only the share of it is meant.
 */
export function namedShare(
  code: string,
  { indicators }: ArticleContext['catalog'],
  of?: string,
): Indicator | undefined {
  for (const share of indicators.values())
    if (share.part === code && (of === undefined || share.shareOf === of)) return share
  return undefined
}

/** 7.3 个和 5.2 个百分点, 114万、2310万和4008万公里, 2669和6325亿元, 3—5%. */
export function shareUnits(quantities: readonly Quantity[]): Quantity[] {
  const last = quantities.at(-1)
  if (!last) return []
  return quantities.map((quantity) => {
    const isPoint = last.unit === '个百分点' && quantity.unit === '个'
    if (quantity.unit !== '' && !isPoint) return quantity
    const isBare = quantity.unit === '' && quantity.scale === ''
    return { ...quantity, unit: last.unit, scale: isBare ? last.scale : quantity.scale }
  })
}
