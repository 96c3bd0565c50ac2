import type { ChartData, ChartKind, Size } from '../chart-kind.ts'
import { growthBeside, rank, rowsFromTop } from '../points/ranked.ts'
import { fontSizeOf, isCompact } from '../typography.ts'
import { describeRanking, everyRow } from '../words/ranking-words.ts'

/**
 * Regions as bars, the highest first; the nation set apart above them: a bar and a line through all where it is a
 * yardstick, its number alone where the regions add up to it and its bar would dwarf theirs.
 */
export const ranking: ChartKind = {
  id: 'ranking',
  fits: (series) =>
    new Set(series.filter(({ points }) => points.length > 0).map(({ region }) => region.code)).size > 1,
  describe: describeRanking,
  heightOf: (data, size) => sizesOf(data, size).height,
}

/** Its rows, with room above them for the heading of a column of growth. In pixels. */
export function sizesOf(data: ChartData, size: Size) {
  const ranked = rank(data)
  const top = growthBeside(data, ranked ? rowsFromTop(ranked) : []) ? 24 : 4
  const count = Math.max(1, ranked ? everyRow(ranked).length : 1)
  const rowHeight = rowHeightOf(size, count, top)
  return { top, count, rowHeight, height: Math.max(size.height ?? 0, Math.ceil(top + 6 + count * rowHeight)) }
}

/** Few rows fill the height asked for, up to this: beyond it they would no longer be rows. */
const highestRow = 52

/** As high as suits, or as the height asked for allows, but never so low that labels touch. */
function rowHeightOf(size: Size, count: number, top: number): number {
  if (size.height === undefined) return isCompact(size) ? 24 : fontSizeOf(size) + 14
  return Math.max(17, Math.min(highestRow, (size.height - top - 6) / count))
}
