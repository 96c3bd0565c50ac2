import type { Table } from '#etl/document.ts'
import type { Piece } from '../format.ts'
import { findAlignedTables } from '../tables/find-aligned-tables.ts'
import { findSpacedTables } from '../tables/find-spaced-tables.ts'
import { dropFurniture } from './drop-furniture.ts'
import { joinLines, settingOf } from './join-lines.ts'
import { replaceRuns } from './replace-runs.ts'
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
