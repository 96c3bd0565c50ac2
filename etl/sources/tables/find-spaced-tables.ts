import type { Cell, Table } from '#etl/document.ts'
import { placed } from '../text/placed-text.ts'
import type { Line } from '../text/split-lines.ts'
import { stripMarks } from '../text/strip-marks.ts'
import { isFigure, makeTable, toCell } from './make-table.ts'

/** A text between blanks, and where it stands in its line. */
interface Chunk {
  readonly text: string
  readonly at: number
}

/** A row by its words: how many figures it ends with, and how many words stand behind them: 预期性. */
interface Row {
  readonly line: Line
  readonly chunks: readonly Chunk[]
  readonly figures: number
  readonly behind: number
}

/**
 * Turns lines whose cells are parted by one blank into tables; the rest stays. Tables copied from a page often look so.
 * It takes three rows that end with as many figures, or one word behind them, below a line of as many words: the name,
 * perhaps the unit, and one for each figure.
 */
export function findSpacedTables(lines: readonly Line[]): (Line | Table)[] {
  const found: (Line | Table)[] = []
  for (let at = 0; at < lines.length; ) {
    const run = runFrom(lines, at)
    const table = run.length > leastRows ? toTable(run) : undefined
    if (table) found.push(table)
    else for (const { line } of run) found.push(line)
    at += run.length
  }
  return found
}

const leastRows = 3

/** The line here and the rows below it, which end with as many figures as the first of them. */
function runFrom(lines: readonly Line[], from: number): readonly [Row, ...Row[]] {
  const [head, first] = lines.slice(from, from + 2).map(toRow)
  if (!head) throw new RangeError(`no line ${from}`)
  const run: [Row, ...Row[]] = [head]
  if (!first || !isHeader(head, first)) return run
  for (let at = from + 1; at < lines.length; at++) {
    const line = lines[at]
    const row = line && line.gap === 0 && !line.raw.includes('\t') ? toRow(line) : undefined
    if (!row || !isAlike(row, first)) break
    run.push(row)
  }
  return run
}

const isAlike = ({ figures, behind, chunks }: Row, first: Row) =>
  figures === first.figures && behind === first.behind && chunks.length > figures + behind

function toRow(line: Line): Row {
  const chunks = [...line.raw.matchAll(/\S+/g)].map(({ 0: text, index: at }) => ({ text, at }))
  const behind =
    chunks.length > 1 && isFigure(chunks.at(-2)?.text ?? '') && !isFigure(chunks.at(-1)?.text ?? '') ? 1 : 0
  const told = chunks.slice(0, chunks.length - behind)
  const last = told.findLastIndex(({ text }) => !isFigure(text))
  return { line, chunks, figures: told.length - 1 - last, behind }
}

/** 「指标名称 单位 完成额 同比增减%」 above rows of two figures. */
function isHeader({ line, chunks, figures }: Row, first: Row): boolean {
  if (
    figures > 0 ||
    first.figures === 0 ||
    line.level > 0 ||
    /\t| {2}|\u3000{2}|[。，；]/.test(line.content.text)
  )
    return false
  const words = chunks.length - first.figures - first.behind
  return words === 1 || (words === 2 && hasUnits(chunks))
}

const hasUnits = (header: readonly Chunk[]) => header[1]?.text.includes('单位') === true

function toTable([head, ...rows]: readonly [Row, ...Row[]]): Table {
  const withUnit = hasUnits(head.chunks)
  const header = head.chunks.map((chunk) => ({ ...cellOf([chunk], head.line), header: true }))
  return makeTable([header, ...rows.map((row) => cellsOf(row, withUnit))])
}

/** The name may be of several words; where a column has units, its last may be one. */
function cellsOf({ line, chunks, figures, behind }: Row, withUnit: boolean): Cell[] {
  const words = chunks.slice(0, chunks.length - figures - behind)
  const units = withUnit && words.length > 1 ? words.slice(-1) : []
  const name = words.slice(0, words.length - units.length)
  const unit = withUnit ? [cellOf(units, line)] : []
  return [cellOf(name, line), ...unit, ...chunks.slice(words.length).map((chunk) => cellOf([chunk], line))]
}

function cellOf(chunks: readonly Chunk[], { line, raw }: Line): Cell {
  const [first, last] = [chunks[0], chunks.at(-1)]
  const text = first && last ? raw.slice(first.at, last.at + last.text.length) : ''
  return toCell({ content: stripMarks(placed(text, line, (first?.at ?? 0) + 1), 'plain'), header: false })
}
