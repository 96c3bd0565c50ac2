import { tag, valued, type Xml } from '../xml.ts'
import { type ChartSheet, cellsRef, headingRef, type SheetColumn } from './chart-sheet.ts'

/** What begins a series: its place and its name. */
export const head = (index: number, column: SheetColumn, sheet: ChartSheet): readonly Xml[] => [
  valued('c:idx', index),
  valued('c:order', index),
  tag(
    'c:tx',
    {},
    tag('c:strRef', {}, tag('c:f', {}, headingRef(sheet, column)), textCache([column.heading])),
  ),
]

/** Where its categories and values stand. */
export const cells = (column: SheetColumn, sheet: ChartSheet): readonly Xml[] => [
  tag('c:cat', {}, reference(sheet.slots, sheet)),
  tag('c:val', {}, reference(column, sheet)),
]

/** Where cells stand in the workbook, and what is in them; an empty one is left out. */
export function reference(column: SheetColumn, sheet: ChartSheet): Xml {
  const place = tag('c:f', {}, cellsRef(sheet, column))
  const drawn = column.cells.slice(0, sheet.drawn)
  const texts = drawn.filter((cell) => typeof cell === 'string')
  if (texts.length > 0) return tag('c:strRef', {}, place, textCache(drawn.map((cell) => String(cell ?? ''))))
  return tag(
    'c:numRef',
    {},
    place,
    tag(
      'c:numCache',
      {},
      tag('c:formatCode', {}, column.format),
      valued('c:ptCount', drawn.length),
      drawn.map((cell, idx) => (cell === undefined ? undefined : tag('c:pt', { idx }, tag('c:v', {}, cell)))),
    ),
  )
}

const textCache = (texts: readonly string[]): Xml =>
  tag(
    'c:strCache',
    {},
    valued('c:ptCount', texts.length),
    texts.map((text, idx) => (text === '' ? undefined : tag('c:pt', { idx }, tag('c:v', {}, text)))),
  )
