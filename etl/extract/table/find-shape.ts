import type { Cell } from '#etl/document.ts'
import { saysTable } from './wording.ts'

export type Row = readonly Cell[]

/** The parts of a table. */
export interface Shape {
  readonly headers: readonly Row[]
  readonly body: readonly Row[]
  /** What each column holds. */
  readonly roles: readonly ColumnRole[]
}

/** `beyond`: figures behind a second column of names, which those on the left do not name. */
export type ColumnRole = 'stub' | 'unit' | 'data' | 'beyond' | 'ignored'

/** Tells what a cell holds. */
export interface CellTests {
  readonly isNumber: (cell: Cell) => boolean
  readonly isUnit: (cell: Cell) => boolean
}

const bareYear = /^(?:19|20)\d{2}年?$/
const blank = /^[\s\-—–−－…．.*/、·]*$/
const note = /^[（(]?(?:注|备注|说明|数据来源|资料来源|来源)\s*\d*\s*[:：、.]/

/** Whether a cell holds no number because there is none. */
const isBlank = ({ text }: Cell) => blank.test(text)

/** The header above the first figure, the body below, and the role of each column; undefined where no figure stands. */
export function findShape(rows: readonly Row[], tests: CellTests): Shape | undefined {
  const kept = rows.filter((row) => !isNumbering(row) && !isNote(row))
  const first = kept.findIndex((row, at) => endsHeader(row, kept[at - 1], tests))
  if (first < 0) return undefined
  const headers = kept.slice(0, first)
  const body = kept.slice(first)
  const width = rows[0]?.length ?? 0
  const titles = Array.from({ length: width }, (_, at) => headers.map((row) => clean(row[at]?.text)))
  const columns = titles.map((words, at) => ({ words, cells: body.flatMap((row) => row[at] ?? []) }))
  const leading = columns.findIndex(
    ({ words, cells }, at) =>
      !isOrdinal(words) && !isSerial(words, cells) && !groups(words, titles.slice(at + 1)),
  )
  const roles = columns.map((column, at) =>
    at < leading ? 'ignored' : roleOf(column, at === leading, tests),
  )
  return roles.includes('data') ? { headers, body, roles: closeStub(roles) } : undefined
}

const clean = (text = '') => text.replace(/\s/g, '').replace(/[（(][^）)]*[）)]$/, '')
const isOrdinal = (words: readonly string[]) => words.some((word) => saysTable('ordinals', word))

/** 类别 before 指标名称 only sorts what the names on its right say. */
const groups = (words: readonly string[], others: readonly (readonly string[])[]) =>
  words.some((word) => saysTable('groups', word)) && others.flat().some((word) => /指标|^名称$/.test(word))

/** 1, 2, 3 … under nothing, before the names. */
function isSerial(words: readonly string[], cells: readonly Cell[]): boolean {
  const numbers = cells.filter((cell) => cell.text !== '')
  return (
    words.every((word) => word === '') &&
    numbers.length > 1 &&
    numbers.every(({ text }, at) => text.trim() === String(at + 1))
  )
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
function endsHeader(row: Row, above: Row | undefined, { isNumber }: CellTests): boolean {
  if (row.slice(1).some((cell) => isNumber(cell) && !bareYear.test(cell.text.trim()))) return true
  return above !== undefined && isSection(row)
}

/** Whether one text alone fills a row. */
export function isSection(row: Row): boolean {
  return new Set(row.map(({ text }) => text).filter((text) => text !== '')).size === 1
}

interface ColumnCells {
  readonly words: readonly string[]
  readonly cells: readonly Cell[]
}

const isRank = (word: string) => saysTable('ranks', word) || /(?:位次|排名|名次|位序)$/.test(word)

function roleOf(
  { words, cells }: ColumnCells,
  isLeading: boolean,
  { isNumber, isUnit }: CellTests,
): ColumnRole {
  if (isOrdinal(words) || words.some((word) => isRank(word) || saysTable('remarks', word))) return 'ignored'
  const named = cells.filter((cell) => !isBlank(cell))
  const isUnits = words.some((word) => saysTable('units', word))
  if (isUnits && !(isLeading && !named.some(isUnit))) return 'unit'
  if (isLeading) return 'stub'
  if (cells.some(isNumber)) return 'data'
  if (named.length === 0) return 'ignored'
  return words.every((word) => word === '') && named.every(isUnit) ? 'unit' : 'stub'
}

/** Text behind the first figures is a remark, or the names of a second table beside the first. */
function closeStub(roles: readonly ColumnRole[]): ColumnRole[] {
  const first = roles.indexOf('data')
  const second = roles.findIndex((role, at) => role === 'stub' && at > first)
  if (second < 0) return [...roles]
  return roles.map((role, at) => (at < second ? role : role === 'data' ? 'beyond' : 'ignored'))
}
