import { isWord, type Quantity, type StopToken, type Token } from '#data/language/token.ts'
import { shareUnits } from './named-share.ts'
import { readRange } from './ranges.ts'

/** A run of words up to the numbers it speaks of, or up to punctuation. */
export interface Clause {
  readonly tokens: readonly Token[]
  /** One number, or a list of them: 9.5 个、11 个和 8.8 个百分点. */
  readonly quantities: readonly Quantity[]
  /** What stands before: nothing (the words run on from the last number), or punctuation. */
  readonly after: StopToken['strength'] | 'nothing'
  /** The token that follows the last number at once. */
  readonly next: Token | undefined
  /** And the one after that. */
  readonly second: Token | undefined
}

/** Parts a paragraph into clauses. */
export function splitClauses(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = []
  let after: Clause['after'] = 'sentence'
  let run: Token[] = []
  const close = (quantities: readonly Quantity[], end: number, then: Clause['after']) => {
    const isEmpty = run.length === 0 && quantities.length === 0
    if (!isEmpty) clauses.push({ tokens: run, quantities, after, next: tokens[end], second: tokens[end + 1] })
    after = isEmpty ? stronger(after, then) : then
    run = []
  }
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]
    if (!token) break
    if (token.kind === 'quantity') {
      const group = readGroup(tokens, at, run)
      close(group.quantities, group.end, 'nothing')
      at = group.end
      continue
    }
    if (token.kind === 'stop') close([], tokens.length, token.strength)
    else run.push(token)
    if (isWord(token, 'level')) close([], tokens.length, 'clause')
    at++
  }
  close([], tokens.length, 'sentence')
  return clauses
}

const strengths = ['nothing', 'clause', 'part', 'sentence'] as const
const stronger = (a: Clause['after'], b: Clause['after']) =>
  strengths.indexOf(a) >= strengths.indexOf(b) ? a : b

/** Numbers with nothing but 、 和 or a dash between; members take the unit of the last. */
function readGroup(
  tokens: readonly Token[],
  start: number,
  before: readonly Token[],
): { quantities: readonly Quantity[]; end: number } {
  const range = readRange(tokens, start, before)
  if (range) return range
  const quantities: Quantity[] = []
  let at = start
  for (;;) {
    const token = tokens[at]
    if (token?.kind !== 'quantity') break
    quantities.push(token)
    at++
    if (tokens[at + 1]?.kind !== 'quantity' || !isWord(tokens[at], 'and')) break
    at++
  }
  return { quantities: shareQualifier(shareUnits(quantities), tokens[start - 1]), end: at }
}

/** 分别约为3万户、5万户: about both. */
function shareQualifier(quantities: Quantity[], before: Token | undefined): Quantity[] {
  const { qualifier = '' } = quantities[0] ?? {}
  if (!isWord(before, 'respectively')) return quantities
  return quantities.map((quantity) => (quantity.qualifier === '' ? { ...quantity, qualifier } : quantity))
}

/** 新建50万个的目标: the number is what is aimed at. */
export const isAim = ({ next, second }: Clause): boolean => isWord(next, 'of') && isWord(second, 'goal')
