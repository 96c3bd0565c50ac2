import type { Table } from '#etl/document.ts'
import type { Piece } from '../format.ts'
import { findAlignedTables } from '../tables/find-aligned-tables.ts'
import { findSpacedTables } from '../tables/find-spaced-tables.ts'
import { joinLines, settingOf } from './join-lines.ts'
import { replaceRuns } from './replace-runs.ts'
import { isFigureCaption, isNoise, isPageNumber, startsItem } from './signs.ts'
import type { Line } from './split-lines.ts'

/**
 * Lines to paragraphs and tables; tables that the format itself marks may stand among the lines.
 * `soft` says that a line break by itself means nothing.
 */
export function readLines(lines: readonly (Line | Table)[], { soft = false } = {}): Piece[] {
  const setting = { ...settingOf(lines.filter(isLine)), soft }
  const spaced = replaceRuns(lines, isLine, (run) => findSpacedTables(dropFurniture(run)))
  const parts = replaceRuns(spaced, isLine, findAlignedTables)
  return replaceRuns(parts, isLine, (run) => joinLines(run, setting))
}

const isLine = (item: Line | Table): item is Line => !('kind' in item)

/** Without page numbers, running heads, words under pictures and rules; what was dropped leaves a gap. */
function dropFurniture(lines: readonly Line[]): Line[] {
  const repeated = findRunningHeads(lines)
  const kept: Line[] = []
  let dropped = 0
  for (const [i, line] of lines.entries()) {
    if (isFurniture(line, lines[i + 1]) || repeated.has(i)) {
      dropped += line.gap + 1
      continue
    }
    kept.push(dropped > 0 ? { ...line, gap: line.gap + dropped } : line)
    dropped = 0
  }
  return kept
}

function isFurniture(line: Line, next: Line | undefined): boolean {
  const { text } = line.content
  if (text === '') return true
  if (text.length > 80) return false
  if (/^[-—=_*·.…~\u2500-\u257f\s]+$/.test(text) || /^(?:```|~~~)/.test(text) || isNoise(text)) return true
  if (isFigureCaption(text)) return true
  const isAlone = line.gap > 0 && (next === undefined || next.gap > 0)
  return isPageNumber(text) && (isAlone || !/^\d+$/.test(text))
}

/** A line alone between gaps that comes again and again: 「某某动态 2024年第20期」, whose numbers may change. */
function findRunningHeads(lines: readonly Line[]): Set<number> {
  const places = new Map<string, number[]>()
  // A title at the very beginning may be the running head of the pages that follow.
  const prose = lines.findIndex(({ content }) => content.text.length >= 30)
  for (const [i, line] of lines.entries()) {
    const alone = line.gap > 0 && (lines[i + 1]?.gap ?? 1) > 0
    const { text } = line.content
    if (!alone || text.length > 40 || line.level > 0 || startsItem(text) || /[。；：:，]$/.test(text))
      continue
    const shape = text.replace(/\d+/g, '#').replace(/\s+/g, '')
    const found = places.get(shape)
    if (found) found.push(i)
    else places.set(shape, [i])
  }
  return new Set([...places].filter(isRunning).flatMap(([, found]) => found.filter((i) => i > prose)))
}

/** At about equal distances, as pages are. */
function isRunning([shape, found]: readonly [string, readonly number[]]): boolean {
  if (found.length < (shape.includes('#') ? 3 : 5)) return false
  const steps = found.slice(1).map((at, i) => at - (found[i] ?? 0))
  const least = steps.reduce((a, b) => Math.min(a, b))
  return least >= 3 && steps.every((step) => step <= 4 * least)
}
