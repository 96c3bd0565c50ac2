import { raiseInPlace } from '../text/note-marks.ts'
import { displayWidth } from '../text/split-lines.ts'

/** A run of text on a page: `transform` holds size and position, counted from the lower left corner. */
export interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

/** A line of a page, its gaps filled with spaces so that columns stand where they stand on the page. */
export interface PageLine {
  readonly text: string
  /** Height of its letters. */
  readonly size: number
  /** How far above the foot of the page it stands. */
  readonly height: number
}

interface Run {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly height: number
  readonly size: number
}

/** Puts the runs of a page together to lines, in the order in which the file has them. */
export function layOutPage(items: readonly TextItem[]): PageLine[] {
  const runs = items.flatMap(toRun)
  const left = runs.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY)
  return rowsOf(runs).map((row) => toLine(row, left))
}

/** Text that stands upright; a watermark across the page is none. */
function toRun({ str, transform, width, height }: TextItem): Run[] {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = transform
  const isTilted = Math.abs(b) > 0.1 * Math.abs(a) || Math.abs(c) > 0.5 * Math.abs(d)
  if (str.trim() === '' || isTilted) return []
  return [{ text: str, start: x, end: x + width, height: y, size: height || Math.abs(d) || 10 }]
}

function rowsOf(runs: readonly Run[]): Run[][] {
  const rows: Run[][] = []
  for (const run of runs) {
    const last = rows.at(-1)?.at(-1)
    if (last && isBeside(last, run)) rows.at(-1)?.push(run)
    else rows.push([run])
  }
  return rows
}

/** On the same line and further right; a raised footnote mark is still on the line. */
function isBeside(last: Run, run: Run): boolean {
  const size = Math.max(last.size, run.size)
  return Math.abs(run.height - last.height) < 0.5 * size && run.start >= last.end - 0.5 * size
}

/** How wide a gap between runs is a gap between columns, and how wide one between words, in letter heights. */
const gaps = { column: 1.2, word: 0.2 }

function toLine(row: readonly Run[], left: number): PageLine {
  const [largest] = [...row].sort((a, b) => b.size - a.size)
  const { size = 10, height = 0 } = largest ?? {}
  const unit = size / 2
  let text = ''
  let end = left
  for (const run of row) {
    text += gapBefore({ text, column: Math.round((run.start - left) / unit), gap: (run.start - end) / size })
    text += isRaised(run, { size, height }) ? raiseInPlace(run.text) : run.text
    end = run.end
  }
  return { text, size: Math.round(10 * size) / 10, height }
}

/** Smaller than the line and above its foot, as the marks of notes and exponents are. */
function isRaised(run: Run, line: Pick<Run, 'size' | 'height'>): boolean {
  return run.size < 0.9 * line.size && run.height - line.height > 0.12 * line.size
}

interface Gap {
  readonly text: string
  /** Where on the line the next run should begin, in half-width characters. */
  readonly column: number
  readonly gap: number
}

function gapBefore({ text, column, gap }: Gap): string {
  if (text === '') return ' '.repeat(Math.max(0, column))
  if (gap > gaps.column) return ' '.repeat(Math.max(2, column - displayWidth(text)))
  return gap > gaps.word && !text.endsWith(' ') ? ' ' : ''
}
