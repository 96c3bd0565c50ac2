import type { Table } from '#etl/document.ts'
import type { Piece } from '../format.ts'
import { findAlignedTables } from '../tables/find-aligned-tables.ts'
import { findSpacedTables } from '../tables/find-spaced-tables.ts'
import { dropFurniture } from './drop-furniture.ts'
import { joinLines, settingOf } from './join-lines.ts'
import type { Line } from './split-lines.ts'

/**
 * Lines to paragraphs and tables; tables that the format itself marks may stand among the lines.
 * `soft` says that a line break by itself means nothing.
 */
export function readLines(lines: readonly (Line | Table)[], { soft = false } = {}): Piece[] {
  const setting = { ...settingOf(lines.flatMap((line) => (isTable(line) ? [] : [line]))), soft }
  const spaced = mapRuns<Line>(lines, (run) => findSpacedTables(dropFurniture(run)))
  const parts = mapRuns<Line>(spaced, findAlignedTables)
  return mapRuns<Piece>(parts, (run) => joinLines(run, setting))
}

function isTable(item: Line | Table): item is Table {
  return 'kind' in item
}

/** Replaces every run of lines between tables. */
function mapRuns<T>(
  items: readonly (Line | Table)[],
  replace: (run: Line[]) => readonly (T | Table)[],
): (T | Table)[] {
  const done: (T | Table)[] = []
  let run: Line[] = []
  const finish = () => {
    for (const made of replace(run)) done.push(made)
    run = []
  }
  for (const item of items) {
    if (!isTable(item)) run.push(item)
    else {
      finish()
      done.push(item)
    }
  }
  finish()
  return done
}
