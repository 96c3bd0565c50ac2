import type { Article, Block } from '../document.ts'

/** A stretch of a very long article, with all that is known of the whole. */
export interface Part {
  readonly article: Article
  readonly isFirst: boolean
}

/** In characters. Longer than any chapter of a report; what is shorter than the most is never cut. */
const length = { most: 300_000, least: 200_000 }

/** An article in parts that begin with a heading where one comes in time. */
export function partsOf(article: Article): Part[] {
  const groups: Block[][] = [[]]
  let size = 0
  for (const block of article.blocks) {
    const isFull = size >= length.most || (size >= length.least && block.kind === 'heading')
    if (isFull) groups.push([])
    size = (isFull ? 0 : size) + sizeOf(block)
    groups.at(-1)?.push(block)
  }
  const total = article.blocks.reduce((sum, block) => sum + sizeOf(block), 0)
  if (groups.length === 1 || total <= length.most) return [{ article, isFirst: true }]
  return groups.map((blocks, i) => ({ article: { ...article, blocks }, isFirst: i === 0 }))
}

function sizeOf(block: Block): number {
  if (block.kind !== 'table') return block.text.length
  return block.rows.reduce((sum, row) => sum + row.reduce((length, { text }) => length + text.length, 0), 0)
}
