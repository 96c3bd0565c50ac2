import { readWording } from '#data/language/heading-words.ts'
import type { PeriodToken } from '#data/language/token.ts'
import { sameMonths } from '../time/months.ts'
import type { Shape } from './find-shape.ts'
import { bases, sayingOf, says, spanOf, speaks, statusOf } from './heading.ts'
import { type Label, type LabelContext, mergeLabels, readLabel } from './label.ts'
import type { ColumnRole } from './tell-column.ts'

/** A column with what its header says. */
export interface Column {
  readonly at: number
  readonly role: ColumnRole
  readonly label: Label
  /** Several columns could give its period, or none of them its subject. */
  readonly unclear: boolean
  /** The noun that its rows' names go on with: 产量. */
  readonly noun: string | undefined
}

/** What may end the names of all rows at once. */
const nouns = /^(.*?)总?(产量|出口量|出口额|收入|业务收入|流量|业务量|用户|用户数|规模|数量|总数|总量)$/

/** The columns of a table; growth beside a level is the growth of that level. */
export function readColumns({ headers, roles }: Shape, context: LabelContext): Column[] {
  const isOnly = roles.filter((role) => role === 'data').length === 1
  const columns: Column[] = []
  for (const [at, role] of roles.entries()) {
    const texts = headers.map((row) => row[at]?.text ?? '').filter((text) => text !== '')
    const label = besides(columns.at(-1), [...new Set(texts)], context)
    const unclear = texts.length === 0 && !(isOnly && headers.length === 0)
    columns.push({ at, role, label, unclear, noun: undefined })
  }
  const named = withSubjects(withNoun(columns), context)
  return named.map((column) => withPeriodOfLevel(column, named))
}

/** Columns that say no more of a name than how it ends, where they all say the same: 产量, 累计产量. */
function withNoun(columns: readonly Column[]): readonly Column[] {
  const named = columns.map((column) => (column.role === 'data' ? nounOf(column) : undefined) ?? column)
  return new Set(named.flatMap(({ noun }) => noun ?? [])).size === 1 ? named : columns
}

function nounOf(column: Column): Column | undefined {
  const { label } = column
  const [, before = '', noun] = nouns.exec(label.unknown) ?? []
  const words = readWording(before)
  return noun && words
    ? { ...column, noun, label: { ...label, unknown: '', words: label.words.concat(words) } }
    : undefined
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

const isLevel = ({ role, label }: Column) =>
  role === 'data' && !speaks(label) && !statusOf(label) && label.unknown === '' && !says(label, 'progress')
const isDerived = ({ role, label }: Column) => role === 'data' && (speaks(label) || says(label, 'progress'))
const saysSomething = ({ label }: Column) => statusOf(label) !== undefined || says(label, 'progress')

/** 软件业务收入（亿元） | 同比增长（%）: the growth of the column on its left. */
function withSubjects(columns: readonly Column[], { lexicon }: LabelContext): Column[] {
  const someNamed = columns.some(({ role, label }) => role === 'data' && label.indicators.length > 0)
  const isRatio = ({ label }: Column) =>
    lexicon.catalog.indicators.get(label.indicators[0] ?? '')?.kind === 'ratio'
  const named: Column[] = []
  for (const column of columns) {
    const isBare = someNamed && column.role === 'data' && column.label.indicators.length === 0
    const left = named.findLast(({ role }) => role !== 'ignored')
    if (!isBare) named.push(column)
    else if (
      left &&
      isClear(left) &&
      (isDerived(column) || saysSomething(column)) &&
      !(says(column.label, 'share') && isRatio(left))
    )
      named.push({ ...column, label: { ...column.label, indicators: left.label.indicators } })
    else named.push({ ...column, unclear: true })
  }
  return named
}

const isClear = ({ role, unclear, label }: Column) => role === 'data' && !unclear && label.unknown === ''

/** Growth without a period has that of its level: of all levels, of the one on its left, of the later one. */
function withPeriodOfLevel(column: Column, columns: readonly Column[]): Column {
  const { label } = column
  if (!isDerived(column) || label.periods.length > 0) return column
  const group = columns.filter((other) => isSameSubject(other, column))
  const levels = group.filter(isLevel)
  if (levels.length === 0) return column
  const level = levelOf(column, levels, group)
  if (!level) return spanOf(label) ? column : { ...column, unclear: true }
  const span = spanOf(label) || says(label, 'yearEnd') ? [] : (spanOf(level.label) ?? [])
  return { ...column, label: { ...label, periods: level.label.periods, words: label.words.concat(span) } }
}

export const isSameSubject = (one: Column, other: Column): boolean =>
  one.label.indicators.join() === other.label.indicators.join() &&
  one.label.regions.join() === other.label.regions.join()

function levelOf(column: Column, levels: readonly Column[], group: readonly Column[]): Column | undefined {
  const [first, second] = levels
  if (new Set(levels.map(timeKey)).size === 1) return first
  if (isRegular(group)) return ofRegular(column, levels, group)
  const isAlike =
    group.filter((other) => isDerived(other) && sayingOf(other.label) === sayingOf(column.label)).length === 1
  const isLast = levels.every(({ at }) => at < column.at)
  if (!isAlike || !isLast || sayingOf(column.label) === 'share' || levels.length > 2 || !first || !second)
    return undefined
  if (isYearBefore(first, second)) return second
  return isYearBefore(second, first) ? first : undefined
}

/** The level on the left; what stands behind an earlier time than another level is of that time only where every level has the like. */
function ofRegular(column: Column, levels: readonly Column[], group: readonly Column[]): Column | undefined {
  const level = levels.findLast(({ at }) => at < column.at)
  const isEarlier = levels.some((other) => level && other !== level && isBefore(level, other))
  return isEarlier && new Set(levels.map((each) => sayingsBehind(each, group))).size > 1 ? undefined : level
}

/** What the columns behind a level say of it, up to the next level. */
function sayingsBehind(level: Column, group: readonly Column[]): string {
  const next = group.find((other) => isLevel(other) && other.at > level.at)?.at ?? Number.POSITIVE_INFINITY
  return group
    .filter((other) => isDerived(other) && other.at > level.at && other.at < next)
    .map(({ label }) => [sayingOf(label), ...bases.filter((base) => says(label, base))].join(' '))
    .join()
}

/** Level, net addition, level, growth: from the first on, levels are followed by what is said of them. */
function isRegular(group: readonly Column[]): boolean {
  const kinds = group
    .filter((column) => isLevel(column) || isDerived(column))
    .map((column) => (isLevel(column) ? 'level' : 'derived'))
  return /^level(?:,derived)+(?:,level(?:,derived)*)+$/.test(kinds.join())
}

const timeKey = ({ label }: Column) =>
  [...label.periods.map(({ start, end, ...period }) => JSON.stringify(period)), spanOf(label)].join()

/** 2025年9月 before 2025年10月, 去年同期 before all others. */
function isBefore(one: Column, other: Column): boolean {
  const [before, now] = [one.label.periods[0], other.label.periods[0]]
  if (before?.same === true && before.yearOffset === -1) return now?.same !== true
  if (before?.year === undefined || now?.year === undefined) return false
  const endOf = ({ year = 0, months: [, month] = [1, 12] }: PeriodToken) => 12 * year + month
  return endOf(before) < endOf(now)
}

/** 2023年 before 2024年, 去年同期 before 本期, 2024年末 before 2025年10月末. */
function isYearBefore({ label: base }: Column, { label: later }: Column): boolean {
  const [before, ...others] = base.periods
  const [now, ...more] = later.periods
  if (!before || others.length + more.length > 0 || spanOf(base) !== spanOf(later)) return false
  if (!now) return before.same === true && before.yearOffset === -1
  const isBase = sameMonths(before, now) || (before.moment === true && (before.months?.[1] ?? 12) === 12)
  return isBase && before.year !== undefined && before.year + 1 === now.year
}
