import type { Cell, Table } from '#etl/document.ts'
import { placed } from '../text/placed-text.ts'
import type { Line } from '../text/split-lines.ts'
import { stripMarks } from '../text/strip-marks.ts'
import { makeTable, toCell } from './make-table.ts'

/** Turns `| a | b |` lines, three or more or with a `|---|---|` line among them, into tables; the rest stays. */
export function findPipeTables(lines: readonly (Line | Table)[]): (Line | Table)[] {
  const found: (Line | Table)[] = []
  for (let i = 0; i < lines.length; ) {
    const run = runFrom(lines, i)
    if (run.length >= 3 || run.some(isRule)) found.push(toTable(run))
    else for (const line of run) found.push(line)
    const next = run.length === 0 ? lines[i] : undefined
    if (next) found.push(next)
    i += Math.max(run.length, 1)
  }
  return found
}

function runFrom(lines: readonly (Line | Table)[], from: number): Line[] {
  const run: Line[] = []
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]
    if (!line || 'kind' in line || !isRow(line) || (run.length > 0 && line.gap > 0)) break
    run.push(line)
  }
  return run
}

function isRow({ content: { text } }: Line): boolean {
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
