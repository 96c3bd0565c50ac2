import type { Column, NumberAnswer, Row } from '#etl/review/answers.ts'

/** The fields in the order of their keys, 1 to 9 and 0. */
export const fieldKeys: readonly (readonly [key: string, column: Column])[] = [
  ['1', 'indicator'],
  ['2', 'region'],
  ['3', 'period'],
  ['4', 'measure'],
  ['5', 'value'],
  ['6', 'unit'],
  ['7', 'status'],
  ['8', 'compared_to'],
  ['9', 'of'],
  ['0', 'qualifier'],
]

const blank: Row = {
  indicator: '',
  region: 'CN',
  period: '',
  measure: 'level',
  value: '',
  unit: '',
  compared_to: '',
  of: '',
  status: 'actual',
  qualifier: '',
}

/**
 * The rows of a number as a person would mend them: as they were decided, as they were read, or, where no meaning was
 * read, like the number read before it.
 */
export function rowsToMend(number: NumberAnswer, numbers: readonly NumberAnswer[]): readonly Row[] {
  if (number.decision?.action === 'mend') return number.decision.rows
  if (number.rows.length > 0) return number.rows.map(({ row }) => row)
  const at = numbers.indexOf(number)
  const before = numbers.slice(0, at).findLast(({ rows }) => rows.length > 0)
  const like = before?.rows[0]?.row ?? blank
  return [{ ...like, value: number.value, unit: number.unit, qualifier: '' }]
}

export const withField = (rows: readonly Row[], at: number, column: Column, value: string): readonly Row[] =>
  rows.map((row, nth) => (nth === at ? { ...row, [column]: value } : row))

/** The columns in which two rows differ. */
export const changedIn = (row: Row, other: Row | undefined): ReadonlySet<Column> =>
  new Set(fieldKeys.map(([, column]) => column).filter((column) => other && row[column] !== other[column]))
