import { sameMonths } from '../time/months.ts'
import type { Shape } from './find-shape.ts'
import { type Label, type LabelContext, readLabel } from './label.ts'
import { mergeLabels } from './merge-labels.ts'
import { type Kind, type Saying, sayingOf } from './saying.ts'
import type { ColumnRole } from './tell-column.ts'

/** A column with what its header says. */
export interface Column {
  readonly at: number
  readonly role: ColumnRole
  readonly label: Label
  readonly saying: Saying
  /** What the column on its left, of the same subject, says: then 提高 is a change of that. */
  readonly after: Kind | undefined
  /** Several columns could give its period, or none of them its subject. */
  readonly unclear: boolean
}

/** The columns of a table; growth beside a level is the growth of that level. */
export function readColumns({ headers, roles }: Shape, context: LabelContext): Column[] {
  const isOnly = roles.filter((role) => role === 'data').length === 1
  const columns: Column[] = []
  for (const [at, role] of roles.entries()) {
    const texts = headers.map((row) => row[at]?.text ?? '').filter((text) => text !== '')
    const label = besides(columns.at(-1), [...new Set(texts)], context)
    const saying = withBase(sayingOf(label.words), label)
    const unclear = texts.length === 0 && !(isOnly && headers.length === 0)
    columns.push({ at, role, label, saying, after: undefined, unclear })
  }
  const named = withSubjects(columns)
  return named.map((column) => withPeriodOfLevel(column, named))
}

/** What a heading says by itself; else what it says beside the column on its left, whose name it may shorten. */
function besides(left: Column | undefined, texts: readonly string[], context: LabelContext): Label {
  const label = headingOf(texts, context)
  if (label.unknown === '') return label
  const names = namesOf(left, context)
  const short = headingOf(
    texts.map((text) => withoutShortName(text, names)),
    context,
  )
  return short.unknown === '' ? short : label
}

/** All names of the indicator of a column. */
function namesOf(column: Column | undefined, { lexicon }: LabelContext): readonly string[] {
  const entry = lexicon.catalog.indicators.get(column?.label.indicators[0] ?? '')
  return entry ? [entry.name.zh, ...entry.aliases] : []
}

const longestShortName = 8

/** 移动互联网接入流量（亿GB） | 流量同比增长（%）: the end of the name on the left, which the heading itself need not say. */
function withoutShortName(text: string, names: readonly string[]): string {
  for (let length = Math.min(longestShortName, text.length - 1); length >= 2; length--) {
    const start = text.slice(0, length)
    if (names.some((name) => name.length > length && name.endsWith(start))) return text.slice(length)
  }
  return text
}

/** What lies in a header says one thing each; or all of it is one name that is broken over its lines: 软件业务 | 收入. */
function headingOf(texts: readonly string[], context: LabelContext): Label {
  const apart = mergeLabels(
    texts.map((text) => readLabel(text, context)),
    context.topic,
  )
  if (apart.unknown === '' || texts.length < 2) return apart
  const joined = readLabel(texts.join(''), context)
  return joined.unknown === '' ? joined : apart
}

/** 比2022年: a move, whatever else is said. */
const withBase = (saying: Saying, { base }: Label): Saying =>
  base && (saying.kind === undefined || saying.kind === 'level') ? { ...saying, kind: 'move' } : saying

const isPlain = ({ saying: { kind } }: Column) => kind === undefined || kind === 'level'
const isLevel = (column: Column) =>
  column.role === 'data' &&
  isPlain(column) &&
  !column.saying.status &&
  column.label.unknown === '' &&
  !column.saying.isProgress
const isDerived = (column: Column) => column.role === 'data' && (!isPlain(column) || column.saying.isProgress)
const saysSomething = ({ saying }: Column) => saying.status !== undefined || saying.isProgress

/** 软件业务收入（亿元） | 同比增长（%）: the growth of the column on its left. */
function withSubjects(columns: readonly Column[]): Column[] {
  const someNamed = columns.some(({ role, label }) => role === 'data' && label.indicators.length > 0)
  const named: Column[] = []
  for (const column of columns) {
    const left = named.findLast(({ role }) => role !== 'ignored')
    const isBare = someNamed && column.role === 'data' && column.label.indicators.length === 0
    if (!isBare) named.push(withLeft(column, left))
    else if (
      (isDerived(column) || saysSomething(column)) &&
      left?.role === 'data' &&
      !left.unclear &&
      left.label.unknown === ''
    )
      named.push(withLeft({ ...column, label: { ...column.label, indicators: left.label.indicators } }, left))
    else named.push({ ...column, unclear: true })
  }
  return named
}

function withLeft(column: Column, left: Column | undefined): Column {
  if (left?.role !== 'data' || column.role !== 'data' || !sameSubject(left, column)) return column
  const isChange = column.saying.kind === 'move' || column.saying.kind === 'shareChange'
  const whole = column.label.whole ?? (isChange ? left.label.whole : undefined)
  return { ...column, label: { ...column.label, whole }, after: left.saying.kind }
}

/** Growth without a period has that of its level: of all levels, of the one on its left, of the later one. */
function withPeriodOfLevel(column: Column, columns: readonly Column[]): Column {
  const { label } = column
  if (!isDerived(column) || label.periods.length > 0) return column
  const group = columns.filter((other) => sameSubject(other, column))
  const levels = group.filter(isLevel)
  if (levels.length === 0) return column
  const level = levelOf(column, levels, group)
  if (!level) return column.saying.span ? column : { ...column, unclear: true }
  const span = column.saying.span ?? level.saying.span
  return { ...column, label: { ...label, periods: level.label.periods }, saying: { ...column.saying, span } }
}

const sameSubject = (one: Column, other: Column) =>
  one.label.indicators.join() === other.label.indicators.join() &&
  one.label.regions.join() === other.label.regions.join()

function levelOf(column: Column, levels: readonly Column[], group: readonly Column[]): Column | undefined {
  const [first, second] = levels
  if (new Set(levels.map(timeKey)).size === 1) return first
  if (isRegular(group)) return levels.findLast(({ at }) => at < column.at)
  const isAlike =
    group.filter((other) => isDerived(other) && other.saying.kind === column.saying.kind).length === 1
  const isLast = levels.every(({ at }) => at < column.at)
  if (!isAlike || !isLast || column.saying.kind === 'share' || levels.length > 2 || !first || !second)
    return undefined
  if (isYearBefore(first, second)) return second
  return isYearBefore(second, first) ? first : undefined
}

/** Level, net addition, level, growth: from the first on, levels are followed by what is said of them. */
function isRegular(group: readonly Column[]): boolean {
  const kinds = group
    .filter((column) => isLevel(column) || isDerived(column))
    .map((column) => (isLevel(column) ? 'level' : `${column.saying.kind}`))
  return /^level(?:,(?!level)\w+)+(?:,level(?:,(?!level)\w+)*)+$/.test(kinds.join())
}

const timeKey = ({ label: { periods }, saying: { span } }: Column) =>
  [...periods.map(({ start, end, ...period }) => JSON.stringify(period)), span].join()

/** 2023年 before 2024年, 去年同期 before 本期. */
function isYearBefore(
  { label: base, saying }: Column,
  { label: later, saying: laterSaying }: Column,
): boolean {
  const [before, ...others] = base.periods
  const [now, ...more] = later.periods
  if (!before || others.length + more.length > 0 || saying.span !== laterSaying.span) return false
  if (!now) return before.same === true && before.yearOffset === -1
  return sameMonths(before, now) && before.year !== undefined && before.year + 1 === now.year
}
