import type { ReactNode } from 'react'
import type { Language, Text } from '#data/model/language.ts'
import type { Cell, Column } from '#server/tables/column.ts'
import { type Messages, wordsIn } from '#web/messages/messages.ts'

/** A column as a page shows it. */
export interface TableColumn<Row> extends Column<Row> {
  /** How a cell looks where text, link and badges do not do. */
  readonly look?: (row: Row) => ReactNode
  /** What tells cells apart, where that is more than their text. */
  readonly same?: (row: Row) => string
  /** Stays a column where all its cells are the same; others go into the caption. */
  readonly stays?: boolean
  /** The column whose cell names the row. */
  readonly isHead?: boolean
  /** What is copied instead of the cell: a number apart from its unit, so that a spreadsheet can reckon with it. */
  readonly copied?: readonly CopiedColumn<Row>[]
  readonly className?: string
}

export interface CopiedColumn<Row> {
  readonly heading: Text
  readonly cell: (row: Row, language: Language) => Cell
}

/** A heading in both languages, from the words of the interface. */
export const heading = (word: (t: Messages) => string): Text => ({
  get zh() {
    return word(wordsIn('zh'))
  },
  get en() {
    return word(wordsIn('en'))
  },
})

/** A column with what columns have in common. */
export const isNumeric = ({ type }: Pick<Column<never>, 'type'>) => type === 'number' || type === 'integer'
