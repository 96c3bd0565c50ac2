import { simplify } from '#data/language/simplify.ts'
import type { Fact } from '#data/model/document-facts.ts'
import type { Document } from '../document.ts'

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

const textOf = (block: Document['articles'][number]['blocks'][number]) =>
  block.kind === 'table' ? block.caption : simplify(block.text)
