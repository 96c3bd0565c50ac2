import { type ChartTable, widthOf } from '#server/charts/index.ts'

/** Columns of a table that stand side by side, with their widths in points. */
export interface TableBlock extends ChartTable {
  readonly widths: readonly number[]
}

interface Room {
  /** In points. */
  readonly width: number
  readonly fontSize: number
}

/** Whether a table has anything to show: without a column or a row Office would offer to repair it. */
export const hasCells = ({ columns, rows }: ChartTable): boolean => columns.length > 0 && rows.length > 0

/** Columns of words are made as narrow as so many characters before a table is cut: their text is broken. */
const leastWords = 9

/**
 * A table cut into as many as it takes for its columns to have room, about alike in columns; each begins with the first
 * column.
 */
export function tableBlocks(table: ChartTable, room: Room): TableBlock[] {
  const { columns, rows } = table
  const widths = narrowed(naturalWidths(table, room.fontSize), table, room)
  const others = columns.map((_, at) => at).slice(1)
  const mostBlocks = Math.max(1, others.length)
  const fits = (chosen: readonly number[]) =>
    sumOf([0, ...chosen].map((at) => widths[at] ?? 0)) <= room.width + 0.01
  const count =
    Array.from({ length: mostBlocks }, (_, index) => index + 1).find((each) =>
      alike(others, each).every(fits),
    ) ?? mostBlocks
  return alike(others, count).map((chosen) => {
    const block = [0, ...chosen]
    return {
      columns: block.flatMap((at) => columns[at] ?? []),
      rows: rows.map((row) => block.map((at) => row[at] ?? '')),
      widths: block.map((at) => widths[at] ?? 0),
    }
  })
}

/** As many lists, none more than one longer than another. */
function alike<Item>(items: readonly Item[], count: number): Item[][] {
  return Array.from({ length: count }, (_, index) =>
    items.slice(Math.round((index * items.length) / count), Math.round(((index + 1) * items.length) / count)),
  )
}

const naturalWidths = ({ columns, rows }: ChartTable, fontSize: number): number[] =>
  columns.map(({ label }, at) => {
    const texts = [label, ...rows.map((row) => row[at] ?? '')]
    return Math.max(...texts.map((text) => widthOf(text, fontSize))) * 1.06 + fontSize * 1.6
  })

/** Columns of words give what is too much, each in proportion to what it can. */
function narrowed(widths: readonly number[], { columns }: ChartTable, { width, fontSize }: Room): number[] {
  const spare = widths.map((own, at) =>
    columns[at]?.align === 'start' ? Math.max(0, own - leastWords * fontSize) : 0,
  )
  const share = Math.min(1, Math.max(0, sumOf(widths) - width) / (sumOf(spare) || 1))
  return widths.map((own, at) => own - (spare[at] ?? 0) * share)
}

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0)

/** The widths made to fill a room, where that does not draw the columns too far apart. */
export function filled(widths: readonly number[], room: number): number[] {
  const factor = Math.min(mostDrawn, room / sumOf(widths))
  return widths.map((width) => width * factor)
}

const mostDrawn = 1.8
