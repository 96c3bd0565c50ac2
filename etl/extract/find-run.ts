import { isWord, type Token } from '#data/language/token.ts'

/** A list of comparisons, periods or subjects within a clause. */
export interface Run {
  readonly from: number
  readonly to: number
  readonly members: readonly Token[]
}

/** A longer list is no sentence. */
const longest = 12

/** So many comparisons or periods with 、 or 和 between them, and no more. */
export function findRun(tokens: readonly Token[], count: number, isOne: IsOne = isMember): Run | undefined {
  if (count < 2 || count > longest) return undefined
  for (let from = 0; from < tokens.length; ) {
    const to = endOfList(tokens, from, isOne)
    const members = tokens.slice(from, to).filter(isOne)
    if (members.length === count) return { from, to, members }
    from = to
  }
  return undefined
}

/** Whether a token may be a member of the list. */
export type IsOne = (token: Token | undefined) => token is Token

/** Where the list that begins here ends. */
export function endOfList(tokens: readonly Token[], from: number, isOne: IsOne): number {
  let to = from + 1
  if (!isOne(tokens[from])) return to
  for (let step = stepAt(tokens, to, isOne); step > 0; step = stepAt(tokens, to, isOne)) to += step
  return to
}

/** How many tokens lead on to the next member, it included: 、4月, 和比1-10月. */
function stepAt(tokens: readonly Token[], at: number, isOne: IsOne): number {
  if (!isWord(tokens[at], 'and')) return 0
  if (isOne(tokens[at + 1])) return 2
  return isWord(tokens[at + 1], 'than') && isOne(tokens[at + 2]) ? 3 : 0
}

const comparisons = ['yearAgo', 'monthAgo', 'yearEnd'] as const
export const isComparison = (token: Token | undefined) => comparisons.some((name) => isWord(token, name))
const isMember = (token: Token | undefined): token is Token =>
  token !== undefined && (token.kind === 'period' || isComparison(token))
