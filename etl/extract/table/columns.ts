import type { PeriodToken } from '../token.ts'
import type { ColumnRole, Shape } from './find-shape.ts'
import { type Label, type LabelContext, readLabel } from './label.ts'

/** A column with what its header says. */
export interface Column {
  readonly at: number
  readonly role: ColumnRole
  readonly label: Label
  /** Several columns could give its period, or none of them its subject. */
  readonly unclear: boolean
}

/** The columns of a table; growth beside a level is the growth of that level. */
export function readColumns({ headers, roles }: Shape, context: LabelContext): Column[] {
  const columns = roles.map((role, at) => {
    const texts = headers.map((row) => row[at]?.text ?? '').filter((text) => text !== '')
    const labels = [...new Set(texts)].map((text) => readLabel(text, context))
    return { at, role, label: mergeLabels(labels, context.topic), unclear: texts.length === 0 }
  })
  const named = withSubjects(columns)
  return named.map((column) => withPeriodOfLevel(column, named))
}

/** Labels one above the other: the lower says more. */
export function mergeLabels(labels: readonly Label[], topic: string | undefined): Label {
  const last = <Item>(pick: (label: Label) => readonly Item[]) =>
    labels.map(pick).findLast((list) => list.length > 0) ?? []
  return {
    indicators: last(({ indicators }) => indicators),
    regions: last(({ regions }) => regions),
    periods: labels.flatMap(({ periods }) => periods),
    units: last(({ units }) => units),
    measure: labels.findLast(({ measure }) => measure !== undefined && measure !== 'level')?.measure,
    span: labels.findLast(({ span }) => span !== undefined)?.span,
    isRate: labels.some(({ isRate }) => isRate),
    unknown: labels.map(({ unknown }) => unknown).join(''),
    narrowed: labels.some(({ narrowed }) => narrowed),
    topic,
  }
}

const isLevel = ({ role, label }: Column) =>
  role === 'data' && label.measure === undefined && label.unknown === ''
const isGrowth = ({ role, label }: Column) => role === 'data' && label.measure !== undefined

/** 软件业务收入（亿元） | 同比增长（%）: the growth of the column on its left. */
function withSubjects(columns: readonly Column[]): Column[] {
  const someNamed = columns.some(({ role, label }) => role === 'data' && label.indicators.length > 0)
  const named: Column[] = []
  for (const column of columns) {
    const left = named.at(-1)
    const isBare = someNamed && column.role === 'data' && column.label.indicators.length === 0
    if (!isBare) named.push(column)
    else if (isGrowth(column) && left?.role === 'data' && !left.unclear && left.label.unknown === '')
      named.push({ ...column, label: { ...column.label, indicators: left.label.indicators } })
    else named.push({ ...column, unclear: true })
  }
  return named
}

/** Growth without a period has that of its level: of all levels, of the one on its left, of the later one. */
function withPeriodOfLevel(column: Column, columns: readonly Column[]): Column {
  const { label } = column
  if (!isGrowth(column) || label.periods.length > 0 || label.span) return column
  const isBeside = (other: Column) => sameSubject(other, column)
  const levels = columns.filter((other) => isLevel(other) && isBeside(other))
  if (levels.length === 0) return column
  const level = levelOf(column, levels, columns.filter((other) => isGrowth(other) && isBeside(other)).length)
  if (!level) return { ...column, unclear: true }
  return { ...column, label: { ...label, periods: level.label.periods, span: level.label.span } }
}

const sameSubject = (one: Column, other: Column) =>
  one.label.indicators.join() === other.label.indicators.join() &&
  one.label.regions.join() === other.label.regions.join()

function levelOf(column: Column, levels: readonly Column[], growths: number): Column | undefined {
  const [first, second] = levels
  if (new Set(levels.map(timeKey)).size === 1) return first
  if (growths === levels.length) return levels.find(({ at }) => at === column.at - 1)
  if (growths > 1 || levels.length > 2 || !first || !second) return undefined
  if (isYearBefore(first, second)) return second
  return isYearBefore(second, first) ? first : undefined
}

const timeKey = ({ label: { periods, span } }: Column) =>
  [...periods.map(({ start, end, ...period }) => JSON.stringify(period)), span].join()

/** 2023年 before 2024年, 去年同期 before 本期. */
function isYearBefore({ label: base }: Column, { label: later }: Column): boolean {
  const [before, ...others] = base.periods
  const [now, ...more] = later.periods
  if (!before || others.length + more.length > 0 || base.span !== later.span) return false
  if (!now) return before.same === true && before.yearOffset === -1
  return sameMonths(before, now) && before.year !== undefined && before.year + 1 === now.year
}

const sameMonths = ({ months: one }: PeriodToken, { months: other }: PeriodToken) =>
  one?.join() === other?.join()
