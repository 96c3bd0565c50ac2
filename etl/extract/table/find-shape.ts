import type { Cell, Table } from '#etl/document.ts'
import { saysTable } from './words.ts'

type Row = readonly Cell[]

/** The parts of a table. */
export interface Shape {
  readonly headers: readonly Row[]
  readonly body: readonly Row[]
  /** What each column holds. */
  readonly roles: readonly ColumnRole[]
}

/** `beyond`: figures behind a second column of names, which those on the left do not name. */
export type ColumnRole = 'stub' | 'unit' | 'data' | 'beyond' | 'ignored'

const bareYear = /^(?:19|20)\d{2}年?$/
const numeric = /^[-+−－(（]?\d[\d,，.\s]*[)）]?\s?[%％]?$/

/** Whether a cell holds a number; a bare year is a heading as often. */
const isFigure = ({ text }: Cell) => numeric.test(text.trim())

/** The header above the first figure, the body below, and the role of each column; undefined where no figure stands. */
export function findShape({ rows }: Table): Shape | undefined {
  const first = rows.findIndex((row, at) => endsHeader(row, rows[at - 1]))
  if (first < 1) return undefined
  const headers = rows.slice(0, first)
  const body = rows.slice(first)
  const width = rows[0]?.length ?? 0
  const titles = Array.from({ length: width }, (_, at) => headers.map((row) => clean(row[at]?.text)))
  const leading = titles.findIndex((words) => !isOrdinal(words))
  const roles = titles.map((words, at) => roleOf(words, { at, leading, body }))
  return roles.includes('data') ? { headers, body, roles: closeStub(roles) } : undefined
}

const clean = (text = '') => text.replace(/\s/g, '')
const isOrdinal = (words: readonly string[]) => words.some((word) => saysTable('ordinals', word))

/** The first row with a figure, or one that a single text fills: 东部地区, over what follows. */
function endsHeader(row: Row, above: Row | undefined): boolean {
  if (row.slice(1).some((cell) => isFigure(cell) && !bareYear.test(cell.text.trim()))) return true
  return above !== undefined && isSection(row)
}

/** Whether one text alone fills a row. */
export function isSection(row: Row): boolean {
  return new Set(row.map(({ text }) => text).filter((text) => text !== '')).size === 1
}

interface Around {
  readonly at: number
  readonly leading: number
  readonly body: readonly Row[]
}

function roleOf(words: readonly string[], { at, leading, body }: Around): ColumnRole {
  if (isOrdinal(words)) return 'ignored'
  if (words.some((word) => saysTable('units', word))) return 'unit'
  if (at === leading) return 'stub'
  return body.some((row) => row[at] && isFigure(row[at])) ? 'data' : 'stub'
}

/** Text behind the first figures is a remark, or the names of a second table beside the first. */
function closeStub(roles: readonly ColumnRole[]): ColumnRole[] {
  const first = roles.indexOf('data')
  const second = roles.findIndex((role, at) => role === 'stub' && at > first)
  if (second < 0) return [...roles]
  return roles.map((role, at) => (at < second ? role : role === 'data' ? 'beyond' : 'ignored'))
}
