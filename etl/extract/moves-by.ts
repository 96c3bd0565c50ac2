import { isWord, type Token } from '#data/language/token.ts'
import type { Clause } from './clause.ts'
import type { Roles } from './roles.ts'

/** 回落2.7%, 高出全行业整体水平0.3%: by how much it moved, and not 回落至2.7% or 高于20%, where it got to. */
export function movesBy({ tokens }: Clause): boolean {
  const at = tokens.findLastIndex(isMove)
  const move = tokens[at]
  if (!move) return false
  const rest = tokens.slice(at + 1)
  if (isWord(move, 'than') && !tokens.slice(0, at).some((token) => isWord(token, 'than')))
    return rest.length > 0 && !rest.some((token) => isWord(token, 'to'))
  return rest.every((token) => besides.some((name) => isWord(token, name)))
}

/** 收入增加1200亿元, 增加收入1200亿元: the number is what came in addition. */
export function isAdded(clause: Clause): boolean {
  const [verb, name] = clause.tokens.slice(-2)
  const isBefore = isWord(verb, 'added') && name?.kind === 'indicator' && verb?.end === name.start
  return isBefore || movesBy(clause)
}

/** 提高, 回落: what a rate does. 增长, 下降 are said of amounts as well. */
export const isShift = ({ tokens }: Clause): boolean => {
  const move = tokens.findLast(isMove)
  return isWord(move, 'shift')
}

/** Whether the words name what the move is measured from. */
export function hasBase({ comparison, reference, origin }: Roles): boolean {
  if (comparison === undefined || comparison === 'manyYears') return false
  if (comparison !== 'than' || origin) return true
  if (!reference) return false
  const { indicators, regions, period, general } = reference
  return indicators.length > 0 || regions.length > 0 || period !== undefined || general
}

const besides = ['respectively', 'evenly', 'aspect'] as const
const isMove = (token: Token) => isWord(token, 'up') || isWord(token, 'down')
