import type { Article, Block, Paragraph } from '../document.ts'
import type { ArticleAnswer, BlockAnswer, Piece } from './answers.ts'

/** A number by its place in the file. */
export interface Marked {
  readonly place: string
  readonly line: number
  /** 0 where only the line is known. */
  readonly column: number
  /** As it is printed. */
  readonly unit: string
}

/** An article as text in which every number of it is marked where it stands. */
export function markArticle(
  { title, publisher, published, blocks }: Article,
  numbers: readonly Marked[],
): ArticleAnswer {
  return { title, publisher, published, blocks: blocks.map((block) => markBlock(block, numbers)) }
}

function markBlock(block: Block, numbers: readonly Marked[]): BlockAnswer {
  if (block.kind !== 'table') {
    const lines = new Set(block.places.map(({ line }) => line))
    const own = numbers.filter(({ line }) => lines.has(line))
    const found = own.map((number) => ({ ...number, at: offsetOf(number, block) }))
    const [first] = block.places
    return {
      kind: block.kind,
      line: first?.line ?? 0,
      pieces: piecesOf(
        block.text,
        found.flatMap(({ at, ...number }) => (at === undefined ? [] : [{ ...number, at }])),
      ),
      others: found.flatMap(({ at, place }) => (at === undefined ? [place] : [])),
    }
  }
  const places = new Map(numbers.map((number) => [`${number.line}:${number.column}`, number]))
  const seen = new Set<string>()
  return {
    kind: 'table',
    caption: block.caption,
    rows: block.rows.map((row) =>
      row.map(({ text, line, column, header }) => {
        const key = `${line}:${column}`
        const number = seen.has(key) ? undefined : places.get(key)
        const isCovered = seen.has(key) && text !== ''
        seen.add(key)
        if (number) return { pieces: [{ place: number.place, text }], isHeader: header }
        return { pieces: isCovered ? [] : [text], isHeader: header }
      }),
    ),
  }
}

/** Where in the text of a paragraph its number stands; undefined where only its line is known. */
function offsetOf({ line, column }: Marked, { text, places }: Paragraph): number | undefined {
  if (column === 0) return undefined
  for (const [nth, place] of places.entries()) {
    const length = (places[nth + 1]?.offset ?? text.length) - place.offset
    const at = column - place.column
    if (place.line === line && at >= 0 && at < length) return place.offset + at
  }
  return undefined
}

const digits = /^[-−+]?[\d０-９][\d０-９,，.．\u2009 ]*(?<![,，.． \u2009])/
const words = /^[一二三四五六七八九十百千万亿零两半]+/

function lengthAt(text: string, unit: string): number {
  const number = (digits.exec(text) ?? words.exec(text))?.[0].length ?? 1
  const gap = /^\s*/.exec(text.slice(number))?.[0].length ?? 0
  return unit !== '' && text.startsWith(unit, number + gap) ? number + gap + unit.length : number
}

function piecesOf(text: string, numbers: readonly (Marked & { readonly at: number })[]): Piece[] {
  const pieces: Piece[] = []
  let done = 0
  for (const { at, place, unit } of numbers.toSorted((a, b) => a.at - b.at)) {
    if (at < done) continue
    const end = at + lengthAt(text.slice(at), unit)
    if (at > done) pieces.push(text.slice(done, at))
    pieces.push({ place, text: text.slice(at, end) })
    done = end
  }
  if (done < text.length) pieces.push(text.slice(done))
  return pieces
}
