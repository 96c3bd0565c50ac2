import type { Language, Text } from '#data/model/language.ts'
import type { Trust } from '#data/model/trust.ts'

/** What the cells of a column hold, for the formats and the looks that tell them apart. */
export type ColumnType =
  | 'text'
  /** A word of a closed list, or the key of something: an indicator, a region, a source. */
  | 'code'
  /** An exact plain decimal, as text: `3800000000000`, `-2.1`. */
  | 'number'
  | 'integer'
  | 'boolean'
  /** `2024`, `2024-Q1`, `2024-M04`, `2024-01/2024-04`. */
  | 'period'
  /** As far as it is known: `2024`, `2024-M05`, `2024-05-30`. */
  | 'date'

/** null where there is nothing to say. */
export type Cell = string | number | boolean | null

/** What stands beside a cell; how it looks, the page says. */
export type Badge =
  /** How far the number can be followed. */
  | { readonly kind: 'trust'; readonly trust: Trust }
  /** A word or two: 推算, 跨口径调整. */
  | { readonly kind: 'note'; readonly text: string }
  /** A sign with what it means, and where more is said: ※. */
  | { readonly kind: 'sign'; readonly sign: string; readonly text: string; readonly link: string }

/** One column of a table of rows: a page, and every file, is made of a list of these. */
export interface Column<Row> {
  /** The name a program reads: letters, digits and underscores. */
  readonly id: string
  readonly heading: Text
  readonly type: ColumnType
  /** The id of the column that says in which unit its numbers are. */
  readonly unit?: string
  cell(row: Row, language: Language): Cell
  /** What the rows are sorted by, where that is not the cell itself: the value behind a printed number. */
  order?(row: Row): Cell
  /** The address that the cell leads to. */
  link?(row: Row): string | undefined
  badges?(row: Row, language: Language): readonly Badge[]
}
