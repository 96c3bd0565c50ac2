import { isWord, type PeriodToken, type Quantity, type Token, wordOf } from '#data/language/token.ts'
import type { Clause } from './clause.ts'
import { findRun, isComparison, type Run } from './find-run.ts'
import { directionOf } from './roles-builder.ts'

/**
 * Parts a clause that lists what its numbers are compared with, or when they were: 「增速同比、环比分别回落4.3和0.4个百分点」,
 * 「2025年、2026年分别新建7000个、6000个」, into one clause for each number, with the member of the list that is its own.
 */
export function distribute(clauses: readonly Clause[]): Clause[] {
  const parted: Clause[] = []
  for (let at = 0; at < clauses.length; ) {
    const { count, parts } = readAt(clauses, at)
    for (const clause of parts) parted.push(clause)
    at += count
  }
  return parted
}

/** How many clauses belong together here, and what becomes of them. */
function readAt(clauses: readonly Clause[], at: number): { count: number; parts: readonly Clause[] } {
  const listed = withListBefore(clauses, at)
  if (listed) return listed
  const told = tellAll(clauses, at)
  if (!told) return { count: 1, parts: clauses.slice(at, at + 1) }
  const count = told.clauses
  return { count, parts: toldParts(told) ?? clauses.slice(at, at + count) }
}

function toldParts(told: Told): Clause[] | undefined {
  const run = findRun(told.first.tokens, told.numbers.length)
  return run ? partsOf(told, run) : distributeSubjects(told)
}

/** 「2021年、2022年和2023年，软件业务收入分别达到…」: the comma parts nothing. */
function withListBefore(clauses: readonly Clause[], at: number) {
  const [list, next] = clauses.slice(at, at + 2)
  const periods = list?.tokens.filter(({ kind }) => kind === 'period').length ?? 0
  if (!list || !next || list.quantities.length > 0 || periods < 2 || next.after !== 'clause') return undefined
  const first = { ...next, tokens: [...list.tokens, ...next.tokens], after: list.after }
  const told = tellAll([first, ...clauses.slice(at + 2)], 0)
  const run = told && findRun(list.tokens, told.numbers.length)
  return run && { count: told.clauses + 1, parts: partsOf(told, run) }
}

function partsOf({ first, numbers }: Told, { from, to, members }: Run): Clause[] {
  const { tokens } = first
  const isBase = isComparison(members[0]) || isWord(tokens[from - 1], 'than')
  return numbers.flatMap(({ quantity, words }, at) => {
    const member = members[at]
    if (!member) return []
    const isLater = isBase && at > 0
    const head = isLater ? withoutThan(tokens.slice(0, from)) : tokens.slice(0, from)
    const than = isLater && member.kind === 'period' ? [thanBefore(member)] : []
    const tail = words.length > 0 ? words : tokens.slice(to)
    const after = at === 0 ? first.after : 'clause'
    return [{ ...first, tokens: [...head, ...than, member, ...tail], quantities: [quantity], after }]
  })
}

/** 较 before the second of two periods. */
const thanBefore = ({ start }: PeriodToken): Token => wordOf('than', { start, end: start })

const withoutThan = (tokens: readonly Token[]): readonly Token[] =>
  isWord(tokens.at(-1), 'than') ? tokens.slice(0, -1) : tokens

/** Parts a clause that tells of several subjects what the words alone give to each of them. */
function distributeSubjects(told: Told): Clause[] | undefined {
  if (told.clauses === 1) return partsWithUnknown(told)
  const subjects = findRun(told.first.tokens, told.numbers.length, isSubject)
  return subjects && partsOfSubjects(told, subjects)
}

/** 「关键工序数控化率、经营管理数字化普及率和…普及率分别达54.6%、69.8%和74.2%」: one that nobody knows does not hide the others. */
function partsWithUnknown({ first, numbers }: Told): Clause[] | undefined {
  const { tokens } = first
  const end = tokens.findIndex((token) => isWord(token, 'respectively'))
  const start = tokens.slice(0, end).findIndex((token) => !isScene(token))
  if (start < 0) return undefined
  const items = itemsOf(tokens.slice(start, end))
  const isOdd = items.length !== numbers.length || !items.every((item) => isKnown(item) !== isUnknown(item))
  if (isOdd || !items.some(isKnown) || items.every(isKnown)) return undefined
  const [scene, tail] = [tokens.slice(0, start), tokens.slice(end)]
  return numbers.map(({ quantity }, at) => ({
    ...first,
    tokens: [...scene, ...(items[at] ?? []), ...tail],
    quantities: [quantity],
    after: at === 0 ? first.after : 'clause',
  }))
}

/** When and where, before what is listed. */
const isScene = ({ kind }: Token) => kind === 'period' || kind === 'region' || kind === 'home'

/** What 、 and 和 part. */
function itemsOf(tokens: readonly Token[]): Token[][] {
  const items: Token[][] = [[]]
  for (const token of tokens) {
    if (isWord(token, 'and')) items.push([])
    else items.at(-1)?.push(token)
  }
  return items
}

const isKnown = (item: readonly Token[]) =>
  item.length === 1 && item[0]?.kind === 'indicator' && item[0].codes.length === 1
const isUnknown = (item: readonly Token[]) =>
  item.some(({ kind }) => kind === 'text') &&
  item.every(
    (token) =>
      token.kind === 'text' ||
      token.kind === 'word' ||
      (token.kind === 'indicator' && token.codes.length === 0),
  )

const isSubject = (token: Token | undefined): token is Token =>
  token?.kind === 'region' || (token?.kind === 'indicator' && token.codes.length === 1)

/** 「东部、西部分别增长12.1%和下降3.4%」: each subject with the move and the number that are its own. */
function partsOfSubjects({ first, numbers }: Told, { from, to, members }: Run): Clause[] {
  const [head, tail] = [first.tokens.slice(0, from), first.tokens.slice(to)]
  const shared = tail.filter((token) => directionOf(token) === undefined)
  return numbers.flatMap(({ quantity, words }, at) => {
    const member = members[at]
    const said = at === 0 ? tail : [...shared, ...words]
    const after = at === 0 ? first.after : 'clause'
    return member ? [{ ...first, tokens: [...head, member, ...said], quantities: [quantity], after }] : []
  })
}

/** Numbers that 分别 announces, each with the words right before it. */
interface Told {
  readonly first: Clause
  readonly clauses: number
  readonly numbers: readonly { readonly quantity: Quantity; readonly words: readonly Token[] }[]
}

/** 分别提高2.1和0.3个百分点 is told by one clause, 分别提高2.1个和回落0.3个百分点 by two. */
function tellAll(clauses: readonly Clause[], at: number): Told | undefined {
  const [first] = clauses.slice(at, at + 1)
  const [quantity] = first?.quantities ?? []
  if (!first || !quantity || !first.tokens.some((token) => isWord(token, 'respectively'))) return undefined
  if (first.quantities.length > 1)
    return { first, clauses: 1, numbers: first.quantities.map((each) => ({ quantity: each, words: [] })) }
  const numbers = [{ quantity, words: first.tokens.slice(0, 0) }]
  for (let next = clauses[at + 1]; next; next = clauses[at + numbers.length]) {
    const [more, ...others] = next.quantities
    if (!more || others.length > 0 || next.after !== 'nothing' || !isWord(next.tokens[0], 'and')) break
    numbers.push({ quantity: more, words: next.tokens.slice(1) })
  }
  return { first, clauses: numbers.length, numbers: withUnit(numbers) }
}

/** 分别回落3.2和提高1.8个百分点: both are points. */
function withUnit(numbers: Told['numbers']): Told['numbers'] {
  const unit = numbers.at(-1)?.quantity.unit
  if (unit !== '个百分点') return numbers
  return numbers.map(({ quantity, words }) =>
    quantity.unit === '' || quantity.unit === '个'
      ? { quantity: { ...quantity, unit }, words }
      : { quantity, words },
  )
}
