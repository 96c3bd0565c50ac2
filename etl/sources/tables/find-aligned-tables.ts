import type { Cell, Table } from '#etl/document.ts'
import { placed } from '../text/placed-text.ts'
import { replaceRuns } from '../text/replace-runs.ts'
import { displayWidth, type Line } from '../text/split-lines.ts'
import { stripMarks } from '../text/strip-marks.ts'
import { isFigure, makeTable, toCell } from './make-table.ts'

interface Column {
  readonly start: number
  readonly end: number
}

/** A text between column gaps: where it stands in its line, and from where to where it reaches on the page. */
interface Chunk extends Column {
  readonly text: string
  readonly at: number
}

/**
 * Turns runs of lines whose columns are parted by tabs or two spaces into tables; the other lines stay as they are.
 * A run is a table when at least three of its lines have the same number of columns, parted by tabs or holding figures.
 */
export function findAlignedTables(lines: readonly Line[]): (Line | Table)[] {
  return replaceRuns(
    lines,
    hasColumns,
    (run): readonly (Line | Table)[] => {
      const table = run.length >= 3 ? toTable(run) : undefined
      return table ? [table] : run
    },
    // One empty line between rows does not end them.
    ({ gap }) => gap > 1,
  )
}

/** More columns than this are no table that anybody printed. */
const mostColumns = 200

function hasColumns(line: Line): line is Line {
  const { raw, content, level } = line
  if (level > 0 || /[。；]$/.test(content.text)) return false
  return raw.trimStart().includes('\t') || / {2}|[ \u3000]{2}/.test(content.text)
}

function toTable(run: readonly Line[]): Table | undefined {
  const chunks = run.map((line) => chunksOf(line.raw))
  const width = commonest(chunks.map(({ length }) => length))
  const regular = chunks.filter(({ length }) => length === width)
  const tabs = run.filter(({ raw }) => raw.includes('\t')).length > run.length / 2
  const figures = regular.flat().filter(({ text }) => isFigure(text.trim())).length
  if (width < 2 || width > mostColumns || regular.length < 3 || (!tabs && figures < regular.length))
    return undefined
  const columns = Array.from({ length: width }, (_, i) => reach(regular.map((row) => row[i])))
  const rows = chunks.map((row, i) => {
    const slots = row.length === width ? row : assign(row, columns)
    return Array.from({ length: width }, (_, j) => cellOf(slots[j], run[i]))
  })
  return makeTable(rows)
}

function chunksOf(raw: string): Chunk[] {
  const line = raw.trimEnd()
  if (line.includes('\t')) return tabbed(line)
  const chunks = [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => {
    const start = displayWidth(line.slice(0, index))
    return { text, at: index, start, end: start + displayWidth(text) }
  })
  return joinSpread(chunks)
}

/** The first name of a row may be spread over the width of its column: 地　　区, 北　京, 黑 龙 江. */
function joinSpread(chunks: Chunk[]): Chunk[] {
  const [first, ...rest] = chunks
  const count = chunks.findIndex(({ text }) => !/^(?:\p{Script=Han}(?: \p{Script=Han})*)$/u.test(text))
  const spread = rest.slice(0, Math.max(count < 0 ? 0 : count - 1, 0))
  const last = spread.at(-1)
  if (
    !first ||
    count < 2 ||
    !last ||
    spread.some(({ start }, i) => start - (chunks[i]?.end ?? 0) > widestSpread)
  )
    return chunks
  const text = chunks
    .slice(0, count)
    .map((chunk) => chunk.text)
    .join('')
  return [{ ...first, text, end: last.end }, ...chunks.slice(count)]
}

/** The widest gap inside a spread name, in half-width characters. */
const widestSpread = 8

/** Between tabs a cell may be empty. */
function tabbed(line: string): Chunk[] {
  let at = 0
  return line.split('\t').map((text, i) => {
    const chunk = { text, at, start: i, end: i + 1 }
    at += text.length + 1
    return chunk
  })
}

function commonest(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  const [[most = 0] = []] = [...counts].sort(([a, m], [b, n]) => n - m || b - a)
  return most
}

function reach(chunks: readonly (Chunk | undefined)[]): Column {
  const known = chunks.filter((chunk) => chunk !== undefined)
  return {
    start: known.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
    end: known.reduce((most, { end }) => Math.max(most, end), 0),
  }
}

/** Puts the cells of an irregular row under the columns they stand nearest to. */
function assign(row: readonly Chunk[], columns: readonly Column[]): (Chunk | undefined)[] {
  const slots: (Chunk | undefined)[] = columns.map(() => undefined)
  for (const chunk of row) {
    const free = columns.map((column, i) => ({
      i,
      distance: slots[i] ? Number.POSITIVE_INFINITY : apart(chunk, column),
    }))
    const nearest = free.reduce((best, next) => (next.distance < best.distance ? next : best))
    slots[nearest.i] = chunk
  }
  return slots
}

function apart(a: Column, b: Column): number {
  return Math.abs(a.start + a.end - b.start - b.end) / 2
}

function cellOf(chunk: Chunk | undefined, line: Line | undefined): Cell {
  const content = stripMarks(placed(chunk?.text ?? '', line?.line ?? 1, (chunk?.at ?? 0) + 1), 'plain')
  return toCell({ content, header: false })
}
