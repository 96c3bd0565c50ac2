import { Decimal } from 'decimal.js'
import { unreadable } from '#data/language/scanned-number.ts'
import { isWord, type Quantity, type Token } from '#data/language/token.ts'
import { shareUnits } from './named-share.ts'

/**
 * 11%-12%, 11%至12%, 3.1至3.3万亿元, 在3.1和3.3万亿元之间: two bounds of one number; 由11%至12% is from the one to the other.
 * @param before the words of the clause before the first number.
 * @returns the bounds, and where they end in the tokens; undefined where no range begins.
 */
export function readRange(
  tokens: readonly Token[],
  start: number,
  before: readonly Token[],
): { quantities: readonly Quantity[]; end: number } | undefined {
  const at = endOfJoiner(tokens, start + 1, before)
  const [low, high] = [tokens[start], tokens[at]]
  if (at === start + 1 || low?.kind !== 'quantity' || high?.kind !== 'quantity') return undefined
  const isBetween = isWord(tokens[start + 1], 'and')
  if (isBetween && !isWord(tokens[at + 1], 'between')) return undefined
  const [first, last] = shareUnits([low, high])
  // 增长2%至38027亿元: by how much, and where it got to
  if (!first || !last || first.unit !== last.unit) return undefined
  // 净增1020万户至12.8亿户: an addition, and what there is then
  if (low.scale !== high.scale && low.unit !== '' && before.some(isNet)) return undefined
  const isOpen = low.unit === high.unit && isWord(tokens[start + 1], 'to') && mayMove(high, before)
  return { quantities: toBounds(first, last, isOpen), end: at + (isBetween ? 2 : 1) }
}

const isNet = (word: Token) => isWord(word, 'netUp') || isWord(word, 'netDown')

/** Behind the dashes, the 至 or the 和 that stand here; where it is if there are none. */
function endOfJoiner(tokens: readonly Token[], from: number, before: readonly Token[]): number {
  let end = from
  while (isWord(tokens[end], 'range')) end++
  if (end > from) return end
  const joiner = tokens[from]
  const isShort = joiner !== undefined && joiner.end - joiner.start === 1
  const isTo = isShort && isWord(joiner, 'to') && !before.some((token) => isWord(token, 'from'))
  const joins = isTo || isWord(joiner, 'and')
  return joins ? from + 1 : from
}

/** The lower and the upper bound; in the order they are printed they must rise, and not by whole scales: 3.1万—3.3万亿元. */
function toBounds(low: Quantity, high: Quantity, isOpen: boolean): Quantity[] {
  const unit = isOpen || isOdd(low, high) ? { unit: unreadable } : {}
  return [
    { ...low, ...unit, qualifier: '>=' },
    { ...high, ...unit, qualifier: '<=' },
  ]
}

/** 提高2%至12%, 增加20万户至30万户: by how much and where it got to, or between which. */
function mayMove({ unit }: Quantity, before: readonly Token[]): boolean {
  const moves = before.some((word) => isWord(word, 'up') || isWord(word, 'down') || isNet(word))
  const isRate = unit === '%' || unit === '成'
  return moves && (!isRate || before.some((word) => isWord(word, 'shift') || isWord(word, 'share')))
}

/** So many times larger the upper bound may be. */
const widest = 1000

function isOdd(low: Quantity, high: Quantity): boolean {
  if (low.unit === unreadable || high.unit === unreadable) return true
  const [from, to] = [amountOf(low), amountOf(high)]
  return from.greaterThanOrEqualTo(to) || (from.greaterThan(0) && to.div(from).greaterThan(widest))
}

const powers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }
const amountOf = ({ value, scale }: Quantity) =>
  new Decimal(value).times(
    Decimal.pow(
      10,
      [...scale].reduce((sum, letter) => sum + (powers[letter] ?? 0), 0),
    ),
  )
