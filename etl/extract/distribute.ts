import { isWord, type PeriodToken, type Token, wordOf } from '#data/language/token.ts'
import type { Clause } from './clause.ts'
import { distributeSubjects } from './distribute-subjects.ts'
import { findRun, isComparison, type Run } from './find-run.ts'
import { type Told, tellAll } from './told.ts'

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
