import type { Block, Paragraph, Table } from '#etl/document.ts'
import { isSectionHeading, isTableCaption, isUnitLine } from '../text/signs.ts'

/** Moves 「表1 …」, 「单位：亿元」 and other short lines that stand right above a table into its caption. */
export function attachCaptions(blocks: readonly Block[]): Block[] {
  const kept: Block[] = []
  for (const block of blocks) {
    if (block.kind === 'table') {
      const above = takeCaptions(kept)
      kept.push(withCaption(block, above))
    } else kept.push(block)
  }
  return kept
}

/** Takes the words above a table off the end of the blocks, at most three lines. */
function takeCaptions(blocks: Block[]): string[] {
  const taken: string[] = []
  for (let last = blocks.at(-1); last && taken.length < 3; last = blocks.at(-1)) {
    if (last.kind === 'table' || !isCaption(last)) break
    taken.unshift(last.text)
    blocks.pop()
  }
  return taken
}

/** 「2024年1—4月」, alone. */
const period =
  /^[（(]?(?:19|20)\d{2}年(?:\d{1,2}(?:[—~-]\d{1,2})?月份?|[一二三四]季度|前三季度|[上下]半年|全年)?[）)]?$/

function isCaption({ text }: Paragraph): boolean {
  if (isSectionHeading(text, 1) || /[，。；]/.test(text)) return false
  if (isUnitLine(text) || isTableCaption(text) || period.test(text)) return true
  if (/\d\s?(?:%|[万亿]|个|户)/.test(text)) return false
  return (
    text.length <= 20 ||
    (text.length <= 50 && /(?:表|一览|情况|指标|数据)(?:[（(][^（）()]{1,10}[）)])?$/.test(text))
  )
}

function withCaption(table: Table, above: readonly string[]): Table {
  return above.length === 0
    ? table
    : { ...table, caption: [...above, table.caption].filter(Boolean).join(' ') }
}
