import type { Cell, Table } from '#etl/document.ts'
import { foldText } from '../text/fold-text.ts'
import { editText, type PlacedText } from '../text/placed-text.ts'

/** A cell before it is folded; `spans` says how many columns and rows it covers. */
export interface RawCell {
  readonly content: PlacedText
  readonly header: boolean
}

/** A number, with sign, separators, unit sign or a dash for none: what the body of a table holds. */
const figure = /^[-+—–−…·*]{1,2}$|^[-+−]?\(?\d[\d,.]*\)?\s?(?:%|‰)?$|^\.\.\.?$/

export function isFigure(text: string): boolean {
  return figure.test(text)
}

/** A cell with its first place. Spaces and line breaks between Chinese only set its words: 北　京, 全    国. */
export function toCell({ content, header }: RawCell): Cell {
  const { text, places } = closeUp(foldText(content))
  const [place = { line: 1, column: 1 }] = places
  return { text, line: place.line, column: place.column, header }
}

function closeUp(folded: PlacedText): PlacedText {
  const spaces = [...folded.text.matchAll(/(?<=\p{Script=Han}|[）》、]) (?=\p{Script=Han}|[（《、])/gu)]
  return editText(
    folded,
    spaces.map(({ index }) => ({ start: index, end: index + 1, text: '' })),
  )
}

/**
 * A table from its rows. Rows at the top that hold one text only become its caption (title, unit);
 * where the file marks no header cells, the rows above the first figure are the header.
 */
export function makeTable(rows: readonly (readonly Cell[])[], caption = ''): Table {
  const filled = rows.filter((row) => row.some(({ text }) => text !== ''))
  const body = filled.findIndex((row) => !isSingle(row))
  const above = body < 0 ? [] : filled.slice(0, body).flatMap(textsOf)
  const kept = body < 0 ? filled : filled.slice(body)
  const captions = [caption, ...above].filter((text) => text !== '')
  return { kind: 'table', caption: captions.join(' '), rows: squared(withHeader(kept)) }
}

/** The different texts of a row; a text that spans it counts once. */
export function textsOf(row: readonly Cell[]): string[] {
  return [...new Set(row.map(({ text }) => text).filter((text) => text !== ''))]
}

/** Whether one text alone fills a row; a number in all its cells is that many numbers. */
export function isSingle(row: readonly Cell[]): boolean {
  const [only, ...others] = textsOf(row)
  if (only === undefined || others.length > 0) return others.length === 0
  const isNumbers = isFigure(only) && /\d/.test(only) && !isYear(only)
  return !isNumbers || row.filter(({ text }) => text !== '').length === 1
}

function withHeader(rows: readonly (readonly Cell[])[]): (readonly Cell[])[] {
  if (rows.some((row) => row.some(({ header }) => header))) return [...rows]
  const first = rows.findIndex((row) =>
    row.slice(1).some(({ text }) => isFigure(text) && /\d/.test(text) && !isYear(text)),
  )
  return rows.map((row, i) => (i < first ? row.map((cell) => ({ ...cell, header: true })) : row))
}

/** A bare year is a heading as often as a figure. */
function isYear(text: string): boolean {
  return /^(?:19|20)\d{2}$/.test(text)
}

function squared(rows: readonly (readonly Cell[])[]): (readonly Cell[])[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return rows.map((row) => {
    const { line, column } = row.at(-1) ?? { line: 1, column: 1 }
    const missing = width - row.length
    return [...row, ...Array.from({ length: missing }, () => ({ text: '', line, column, header: false }))]
  })
}
