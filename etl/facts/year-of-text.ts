import { simplify } from '#data/language/simplify.ts'
import type { Fact } from '#data/model/document-facts.ts'
import type { Block, Document } from '../document.ts'

/** How many lines may stand above the text. */
const openingLines = 3
/** What is longer, or ends like a sentence, belongs to the text. */
const longest = 50

const year = /(?<![\d—–~-])(20\d{2})年?(?![\d—–~-])/g
/** 自2014年来, 比2023年, 2021—2025年, 「2022年版」, 〔2024〕3号: years that are no year of the figures. */
const other =
  /(?:自|较|比|与|从|至|到)20\d{2}年|20\d{2}年?(?:以来|来|版|第|[-—–~至到]20\d{2})|[〔[（(]20\d{2}[〕\]）)]|^[©Cc]/

/** The one year that the lines above a text name: 「2025年上半年发展情况（节选）」. */
export function yearOfOpening({ articles: [article, ...others] }: Document): Fact | undefined {
  if (!article || others.length > 0) return undefined
  const lines = [article.title, ...article.blocks.slice(0, openingLines).map(textOf)].filter(
    (line) => line.length <= longest && !/[。；]/.test(line) && !other.test(line),
  )
  const found = lines.flatMap((line) => [...line.matchAll(year)].map(([, value = '']) => ({ value, line })))
  const [first] = found
  if (!first || new Set(found.map(({ value }) => value)).size > 1) return undefined
  return { value: first.value, origin: 'stated', because: first.line }
}

const textOf = (block: Block) => (block.kind === 'table' ? block.caption : simplify(block.text))

/** 较2024年末, 比2023年同期: a base that is usual for the year after it. */
const base =
  /(?:较|比|与|同)(20\d{2})年(?:年?[末底]|同期|同月|全年)(?:的[\d.]+[^\d\s，。；]{1,8}(?:继续|再|又))?(?:相比|增长?|新增|净增|提高|提升|上升|下降|减少|回落|扩大|多|少)/g

/**
 * The year that a text without one speaks of, from what it compares itself with: the year after its base year, where
 * all its comparisons name the same one.
 */
export function yearOfBases({ articles }: Document): Fact | undefined {
  const blocks = articles.flatMap((article) => article.blocks).filter(({ kind }) => kind !== 'table')
  const found = blocks.flatMap((block) => [...textOf(block).matchAll(base)])
  const [year, ...others] = new Set(found.map(([, of]) => Number(of)))
  if (year === undefined || others.length > 0) return undefined
  return { value: String(year + 1), origin: 'bases', because: found[0]?.[0] ?? '' }
}
