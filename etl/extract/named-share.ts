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
