import { simplify } from '#data/language/simplify.ts'
import type { Fact } from '#data/model/document-facts.ts'
import type { Document } from '../document.ts'

/** 较2024年末, 比2023年同期: a base that is usual for the year after it. */
const base =
  /(?:较|比|与|同)(20\d{2})年(?:年?[末底]|同期|同月|全年)(?:的[\d.]+[^\d\s，。；]{1,8}(?:继续|再|又))?(?:相比|增长?|新增|净增|提高|提升|上升|下降|减少|回落|扩大|多|少)/g

/**
 * The year that a text without one speaks of, from what it compares itself with: the year after its base year, where
 * all its comparisons name the same one.
 */
export function yearOfBases({ articles }: Document): Fact | undefined {
  const texts = articles.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'table' ? [] : [simplify(block.text)])),
  )
  const found = texts.flatMap((text) => [...text.matchAll(base)])
  const [year, ...others] = new Set(found.map(([, of]) => Number(of)))
  if (year === undefined || others.length > 0) return undefined
  return { value: String(year + 1), origin: 'bases', because: found[0]?.[0] ?? '' }
}
