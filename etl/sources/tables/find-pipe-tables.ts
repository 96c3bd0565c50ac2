import type { Cell, Table } from '#etl/document.ts'
import { placed } from '../text/placed-text.ts'
import { replaceRuns } from '../text/replace-runs.ts'
import type { Line } from '../text/split-lines.ts'
import { stripMarks } from '../text/strip-marks.ts'
import { makeTable, toCell } from './make-table.ts'

/** Turns `| a | b |` lines, three or more or with a `|---|---|` line among them, into tables; the rest stays. */
export function findPipeTables(lines: readonly (Line | Table)[]): (Line | Table)[] {
  return replaceRuns(
    lines,
    isRow,
    (run): readonly (Line | Table)[] => (run.length >= 3 || run.some(isRule) ? [toTable(run)] : run),
    ({ gap }) => gap > 0,
  )
}

function isRow(line: Line | Table): line is Line {
  if ('kind' in line) return false
  const { text } = line.content
  return text.startsWith('|') ? text.includes('|', 1) : isDashes(text) || text.split('|').length > 2
}

function isRule({ content: { text } }: Line): boolean {
  return isDashes(text)
}

function isDashes(text: string): boolean {
  return text.includes('|') && text.includes('-') && /^[\s|:-]+$/.test(text)
}

function toTable(run: readonly Line[]): Table {
  const rule = run.findIndex(isRule)
  const rows = run
    .filter((line) => !isRule(line))
    .map((line) => cellsOf(line, line.line < (run[rule]?.line ?? 0)))
  return makeTable(rows)
}

/** An escaped pipe belongs to the cell. */
function cellsOf({ raw, line }: Line, header: boolean): Cell[] {
  const start = raw.search(/\S/) + (raw.trimStart().startsWith('|') ? 1 : 0)
  const end = raw.trimEnd().length - (/[^\\]\|\s*$/.test(raw.slice(-100)) ? 1 : 0)
  const cells: Cell[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && (raw[at] !== '|' || raw[at - 1] === '\\')) continue
    const content = stripMarks(placed(raw.slice(from, at), line, from + 1), 'markdown')
    cells.push(toCell({ content, header }))
    from = at + 1
  }
  return cells
}
