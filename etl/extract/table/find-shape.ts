import { saysTable } from '#data/language/heading-words.ts'
import type { Cell } from '#etl/document.ts'
import { type ColumnRole, closeStub, type NameKind, type Told, tellColumn } from './tell-column.ts'

export type Row = readonly Cell[]

/** The parts of a table. */
export interface Shape {
  readonly headers: readonly Row[]
  readonly body: readonly Row[]
  /** What each column holds. */
  readonly roles: readonly ColumnRole[]
}

/** Tells what a cell holds. */
export interface CellTests {
  readonly isNumber: (cell: Cell) => boolean
  readonly isUnit: (cell: Cell) => boolean
  /** What a text names, where it names nothing else. */
  readonly kindOf: (text: string) => NameKind | 'period' | undefined
  /** Whether its digits begin like the code of a region. */
  readonly isCode: (text: string) => boolean
}

const bareYear = /^(?:19|20)\d{2}年?$/
const yearMonth = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])$/
const note = /^[（(]?(?:注|备注|说明|数据来源|资料来源|来源)\s*\d*\s*[:：、.]/

/** The header above the first figure, the body below, and the role of each column; undefined where no figure stands. */
export function findShape(rows: readonly Row[], tests: CellTests): Shape | undefined {
  const kept = rows.filter((row) => !isNumbering(row) && !isNote(row))
  const first = kept.findIndex((row, at) => endsHeader(row, kept.slice(0, at), tests))
  if (first < 0) return undefined
  const headers = kept.slice(0, first)
  const body = withoutHeaders(kept.slice(first), headers)
  const width = rows[0]?.length ?? 0
  const titles = Array.from({ length: width }, (_, at) => headers.map((row) => clean(row[at]?.text)))
  const columns = titles.map((words, at) => ({
    words,
    heads: headers.flatMap((row) => row[at]?.text || []),
    cells: body.flatMap((row) => row[at] ?? []),
    others: titles.slice(at + 1),
  }))
  const roles: Told[] = []
  for (const column of columns) {
    const isLeading = roles.every(({ role }) => role === 'ignored')
    roles.push(tellColumn(column, isLeading, tests))
  }
  return roles.some(({ role }) => role === 'data')
    ? { headers: spread(headers, roles), body, roles: closeStub(roles) }
    : undefined
}

const clean = (text = '') => text.replace(/\s/g, '').replace(/[（(][^）)]*[）)]$/, '')

/** The header printed again, as on a new page, says nothing new. */
function withoutHeaders(body: readonly Row[], headers: readonly Row[]): readonly Row[] {
  const printed = new Set(headers.map(keyOf))
  return body.filter((row) => !printed.has(keyOf(row)))
}

const keyOf = (row: Row) => row.map(({ text }) => text).join('|')

/** A heading over several columns that were merged before: 本期 | (nothing) above 收入 | 利润 stands over both. */
function spread(headers: readonly Row[], roles: readonly Told[]): readonly Row[] {
  const first = roles.findIndex(({ role }) => role === 'data')
  return headers.map((row, level) => {
    const filled: Cell[] = []
    for (const [at, cell] of row.entries()) {
      const left = filled[at - 1]
      const isOpen = cell.text === '' && left !== undefined && at > first
      const isOver = (column: number) => headers.slice(level + 1).some((below) => below[column]?.text)
      filled.push(isOpen && left.text !== '' && isOver(at) && isOver(at - 1) ? left : cell)
    }
    return filled
  })
}

/** 甲 | 1 | 2 | 3: the columns counted. */
function isNumbering(row: Row): boolean {
  const texts = row
    .map(({ text }) => text.replace(/[\s()（）]/g, ''))
    .filter((text) => !/^[甲乙丙丁A-D]?$/.test(text))
  return (
    texts.length > 1 &&
    texts.every((text, at) => Number(text) === Number(texts[0]) + at) &&
    Number(texts[0]) <= 5 &&
    /^\d$/.test(texts[0] ?? '')
  )
}

/** 注：… below or between the rows. */
function isNote(row: Row): boolean {
  const texts = row.map(({ text }) => text).filter((text) => text !== '')
  return texts.length > 0 && new Set(texts).size === 1 && note.test(texts[0]?.trim() ?? '')
}

/** The first row with a figure, or one that a single text fills: 东部地区, over what follows. */
function endsHeader(row: Row, above: readonly Row[], tests: CellTests): boolean {
  if (above.length > 0 && isSection(row)) return true
  const isValue = above.some(([head]) => saysTable('level', clean(head?.text)))
  const figures = row.slice(isValue ? 0 : 1).filter((cell) => tests.isNumber(cell))
  const months = new Set(figures.map(({ text }) => text).filter((text) => yearMonth.test(text)))
  const isOfMonths = months.size === figures.length && (above.length === 0 || months.size > 1)
  return !isOfMonths && figures.some(({ text }) => !bareYear.test(text.trim()))
}

const figure = /^[-+−]?\d[\d,.]*[%‰]?$/

/** Whether one text alone fills a row; a number in all its cells is that many numbers. */
export function isSection(row: Row): boolean {
  const [only, ...others] = new Set(row.map(({ text }) => text).filter((text) => text !== ''))
  if (only === undefined || others.length > 0) return false
  return !figure.test(only) || bareYear.test(only)
}

/** 地区 | 收入 | 地区 | 收入: tables that stand beside each other under the same heading, each by itself. */
export function splitBeside(rows: readonly Row[]): readonly (readonly Row[])[] {
  const [head = []] = rows
  const words = head.map(({ text }) => text.replace(/\s/g, ''))
  const starts = words.flatMap((word, at) => (word === words[0] && words[at - 1] !== word ? [at] : []))
  const width = starts[1] ?? 0
  const isRegular =
    starts.every((start, at) => start === at * width) && words.length === starts.length * width
  const isRepeated = words.every((word, at) => word === words[at % width])
  if (words[0] === '' || starts.length < 2 || width < 2 || !isRegular || !isRepeated) return [rows]
  return starts.map((start) =>
    rows.map((row) => (isSection(row) ? row.slice(0, width) : row.slice(start, start + width))),
  )
}
