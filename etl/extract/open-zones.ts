import { isWord, type Quantity, type Token } from '#data/language/token.ts'
import { type Comparison, type Direction, type Draft, directionOf, emptyZone } from './slots-draft.ts'

const comparisonNames: readonly Comparison[] = ['yearAgo', 'monthAgo', 'yearEnd', 'manyYears']

/** Words after which names belong to something else than the subject. */
export function opensZone(draft: Draft, token: Token, shareFollows: boolean): boolean {
  const comparison = comparisonNames.find((name) => isWord(token, name))
  if (comparison) {
    draft.comparison = comparison
    draft.zone = 'head'
    return true
  }
  if (isWord(token, 'turns') || (isWord(token, 'opensObject') && draft.points)) draft.zone = 'object'
  return opensTarget(draft, token) || opensShare(draft, token, shareFollows) || opensFrom(draft, token)
}

/** 首次超过4G用户, 已超移动电话用户9482万户: what is outdone is not what is spoken of. */
export const outdoes = (tokens: readonly Token[], at: number) =>
  isWord(tokens[at], '>') && tokens[at + 1]?.kind === 'indicator'

/** 已超移动电话用户9482万户 is a gap; 超过移动电话用户50% may mean anything. */
export function outdo(draft: Draft, quantities: readonly Quantity[]): void {
  openTarget(draft, quantities.length > 0 ? 'up' : undefined)
  if (quantities.some(({ unit }) => unit === '%')) draft.unknown = true
}

function openTarget(draft: Draft, direction?: Direction): void {
  draft.comparison = 'than'
  draft.direction = direction ?? draft.direction
  draft.target = emptyZone()
  draft.zone = 'target'
}

/** 比, 较, 高于. */
function opensTarget(draft: Draft, token: Token): boolean {
  if (!isWord(token, 'than')) return false
  const direction = directionOf(token)
  const hasBase = draft.zone === 'target' || (draft.comparison !== undefined && draft.comparison !== 'than')
  if (direction && hasBase) return false
  const isNamed = direction !== undefined && (draft.target?.indicators.length ?? 0) > 0
  const isSaid = draft.zone === 'target' && (draft.target?.regions.length ?? 0) > 0
  if (!isSaid && !isNamed) openTarget(draft)
  draft.direction = direction ?? draft.direction
  return true
}

/** 占, 在…中占比; 拉动. */
function opensShare(draft: Draft, token: Token, shareFollows: boolean): boolean {
  const isShare = isWord(token, 'share')
  if (isWord(token, 'promotes')) return opensPromoted(draft)
  if (isWord(token, 'opensWhole') && (isShare || shareFollows)) {
    draft.whole = emptyZone()
    draft.zone = 'whole'
    return true
  }
  if (!isShare && !isWord(token, 'contribution')) return false
  // 带动相关产业规模达到1万亿元 is of what nobody knows
  if (!isShare && !draft.points) draft.unknown = true
  draft.zone = isShare ? 'head' : 'object'
  return true
}

/** 促进收入增长2个百分点 contributes; 促进 with any other number is a verb that nobody knows. */
function opensPromoted(draft: Draft): boolean {
  if (draft.points) draft.zone = 'object'
  else draft.unknown = true
  return true
}

/** 由上年的. */
function opensFrom(draft: Draft, token: Token): boolean {
  if (!isWord(token, 'from')) return false
  draft.from = true
  draft.zone = 'from'
  return true
}
