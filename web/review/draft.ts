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

/** What a mended number said, and says now, in the columns that may be wrong of others too. */
export interface Mended {
  readonly because: string
  readonly from: Partial<Row>
  readonly to: Partial<Row>
}

/** What was mended in a number of one meaning; undefined where that was its value, which is its own. */
export function mendedIn(
  { because, rows: [read, ...others] }: NumberAnswer,
  rows: readonly Row[],
): Mended | undefined {
  const [row] = rows
  if (!read || !row || others.length > 0) return undefined
  const columns = [...changedIn(row, read.row)]
  if (columns.length === 0 || columns.includes('value')) return undefined
  const pick = (from: Row) => Object.fromEntries(columns.map((column) => [column, from[column]]))
  return { because, from: pick(read.row), to: pick(row) }
}

/** Whether a number waits for the same reason and says what the mended one said. */
export const isAlike = ({ because, rows }: NumberAnswer, mended: Mended): boolean =>
  because === mended.because &&
  rows.length === 1 &&
  rows.every(({ row }) =>
    Object.entries(mended.from).every(([column, value]) => row[column as Column] === value),
  )

export const mendLike = ({ rows }: NumberAnswer, mended: Mended | undefined): readonly Row[] =>
  rows.map(({ row }) => ({ ...row, ...mended?.to }))
