import { saysTable } from '#data/language/heading-words.ts'
import type { Cell } from '#etl/document.ts'
import type { CellTests } from './find-shape.ts'

/**
 * What a column holds: names of its rows, their periods or units, figures. `beyond`: figures behind a second column of
 * names, which those on the left do not name.
 */
export type ColumnRole = 'stub' | 'period' | 'unit' | 'data' | 'beyond' | 'ignored'

/** What names may name. */
export type NameKind = 'region' | 'indicator'

/** A column with its role; names with what they name, where that is known. */
export interface Told {
  readonly role: ColumnRole
  readonly kind?: NameKind | undefined
}

export interface ColumnCells {
  /** The words of its header without units and spaces; its header as printed. */
  readonly words: readonly string[]
  readonly heads: readonly string[]
  readonly cells: readonly Cell[]
  /** The words above the columns on its right. */
  readonly others: readonly (readonly string[])[]
}

interface Telling extends ColumnCells {
  /** Its cells that hold something. */
  readonly filled: readonly Cell[]
  /** Whether nothing but what is left out stands on its left. */
  readonly isLeading: boolean
  readonly tests: CellTests
}

/** Every kind of column with its test, by header and content; the first that holds decides. */
const kinds: readonly (readonly [ColumnRole, (column: Telling) => boolean])[] = [
  ['ignored', isOrdinal],
  ['ignored', (column) => column.isLeading && (isSerial(column) || groups(column))],
  ['ignored', isRemark],
  ['ignored', isCodes],
  ['unit', isUnits],
  ['period', isPeriods],
  ['data', isValues],
  ['stub', ({ isLeading }) => isLeading],
  ['data', ({ cells, tests }) => cells.some(tests.isNumber)],
  ['ignored', ({ filled }) => filled.length === 0],
  ['unit', ({ words, filled, tests }) => words.every((word) => word === '') && filled.every(tests.isUnit)],
  ['stub', () => true],
]

const blank = /^[\s\-—–−－…．.*/、·]*$/

/** What a column holds, by its header and its cells. */
export function tellColumn(column: ColumnCells, isLeading: boolean, tests: CellTests): Told {
  const filled = column.cells.filter(({ text }) => !blank.test(text))
  const telling = { ...column, filled, isLeading, tests }
  const [role = 'stub'] = kinds.find(([, is]) => is(telling)) ?? []
  return role === 'stub' ? { role, kind: namesOf(telling) } : { role }
}

function isOrdinal({ words }: Telling): boolean {
  return words.some(
    (word) => saysTable('ordinals', word) || /(?:代码|编码|区划码|编号|code|\bid)$/i.test(word),
  )
}

/** 1, 2, 3 … under nothing, before the names. */
function isSerial({ words, cells }: Telling): boolean {
  const numbers = cells.filter((cell) => cell.text !== '')
  return (
    words.every((word) => word === '') &&
    numbers.length > 1 &&
    numbers.every(({ text }, at) => text.trim() === String(at + 1))
  )
}

/** 类别 before 指标名称 only sorts what the names on its right say. */
function groups({ words, others }: Telling): boolean {
  return (
    words.some((word) => saysTable('groups', word)) && others.flat().some((word) => /指标|^名称$/.test(word))
  )
}

const isRank = (word: string) => saysTable('ranks', word) || /(?:位次|排名|名次|位序)$/.test(word)

function isRemark({ words }: Telling): boolean {
  return words.some((word) => isRank(word) || saysTable('remarks', word))
}

/** 110000, 110000000000 under nothing that could be a figure. */
function isCodes({ heads, filled, tests }: Telling): boolean {
  const isUnnamed = heads.every((head) => tests.kindOf(head) === undefined && !/[（(]/.test(head))
  return isUnnamed && filled.length > 1 && filled.every(({ text }) => tests.isCode(text.trim()))
}

function isUnits({ words, filled, isLeading, tests }: Telling): boolean {
  return words.some((word) => saysTable('units', word)) && !(isLeading && !filled.some(tests.isUnit))
}

/** Periods in digits that need no heading. */
const plainPeriod = /^(?:19|20)\d{2}(?:年|0[1-9]|1[0-2])?$/

/** Whatever stands under 年份 or 月份, and years or months under nothing. */
function isPeriods({ words, filled }: Telling): boolean {
  const heads = words.filter((word) => word !== '')
  if (heads.length > 0) return heads.every((word) => saysTable('times', word))
  return filled.length > 0 && filled.every(({ text }) => plainPeriod.test(text))
}

/** Figures before the names: 数值 | 指标 | 地区. */
function isValues({ words, filled, isLeading, tests }: Telling): boolean {
  return (
    isLeading &&
    words.some((word) => saysTable('level', word)) &&
    filled.length > 0 &&
    filled.every(tests.isNumber)
  )
}

/** So many names tell what a column names. */
const sample = 40

/** What most names of a column name, or else what its header says they do. */
function namesOf({ words, filled, tests }: Telling): NameKind | undefined {
  const texts = [...new Set(filled.map(({ text }) => text))].slice(0, sample)
  const found = texts.map(tests.kindOf)
  for (const kind of ['region', 'indicator'] as const)
    if (found.filter((each) => each === kind).length > texts.length / 2) return kind
  if (words.some((word) => /^(?:指标|指标名称|统计指标|项目|变量|indicator)$/i.test(word))) return 'indicator'
  return words.some((word) => /^(?:地区|省份|省市|城市|区域|region|province|city)$/i.test(word))
    ? 'region'
    : undefined
}

/** Text behind the first figures is a remark, or the names of a second table beside the first, unless it names what nothing on its left does. */
export function closeStub(columns: readonly Told[]): ColumnRole[] {
  const roles = columns.map(({ role }) => role)
  const first = roles.indexOf('data')
  const named = new Set(columns.slice(0, first).flatMap(({ kind }) => kind ?? []))
  const second = columns.findIndex(({ role, kind }, at) => {
    if (role !== 'stub' || at < first) return false
    if (kind === undefined || named.has(kind)) return true
    named.add(kind)
    return false
  })
  if (second < 0) return roles
  return roles.map((role, at) => (at < second ? role : role === 'data' ? 'beyond' : 'ignored'))
}
