import { isWord, type Quantity, type Token } from '#data/language/token.ts'
import { type Comparison, type Direction, directionOf, noNames, type RolesBuilder } from './roles-builder.ts'

const comparisonNames: readonly Comparison[] = ['yearAgo', 'monthAgo', 'yearEnd', 'manyYears']

/** Words after which names belong to something else than the subject. */
export function startsRole(roles: RolesBuilder, token: Token, shareFollows: boolean): boolean {
  const comparison = comparisonNames.find((name) => isWord(token, name))
  if (comparison) {
    roles.comparison = comparison
    roles.role = 'subject'
    return true
  }
  if (isWord(token, 'turns') || (isWord(token, 'opensObject') && roles.points)) roles.role = 'object'
  return (
    startsReference(roles, token) || startsWhole(roles, token, shareFollows) || startsOrigin(roles, token)
  )
}

/** 首次超过4G用户, 已超移动电话用户9482万户: what is outdone is not what is spoken of. */
export const outdoes = (tokens: readonly Token[], at: number) =>
  isWord(tokens[at], '>') && tokens[at + 1]?.kind === 'indicator'

/** 已超移动电话用户9482万户 is a gap; 超过移动电话用户50% may mean anything. */
export function outdo(roles: RolesBuilder, quantities: readonly Quantity[]): void {
  startReference(roles, quantities.length > 0 ? 'up' : undefined)
  if (quantities.some(({ unit }) => unit === '%')) roles.unknown = true
}

function startReference(roles: RolesBuilder, direction?: Direction): void {
  roles.comparison = 'than'
  roles.direction = direction ?? roles.direction
  roles.reference = noNames()
  roles.role = 'reference'
}

/** 比, 较, 高于. */
function startsReference(roles: RolesBuilder, token: Token): boolean {
  if (!isWord(token, 'than')) return false
  const direction = directionOf(token)
  const hasBase =
    roles.role === 'reference' || (roles.comparison !== undefined && roles.comparison !== 'than')
  if (direction && hasBase) return false
  const isNamed = direction !== undefined && (roles.reference?.indicators.length ?? 0) > 0
  if (!isNamed && !isSaid(roles)) startReference(roles)
  roles.direction = direction ?? roles.direction
  return true
}

/** 与江苏相比, 与2019年同期相比: the base stands before its second word. */
const isSaid = ({ role, reference }: RolesBuilder) =>
  role === 'reference' &&
  reference !== undefined &&
  (reference.regions.length > 0 || reference.period !== undefined)

/** 占, 在…中占比; 拉动. */
function startsWhole(roles: RolesBuilder, token: Token, shareFollows: boolean): boolean {
  const isShare = isWord(token, 'share')
  if (isWord(token, 'promotes')) return startsPromoted(roles)
  if (isWord(token, 'opensWhole') && (isShare || shareFollows)) {
    roles.whole = noNames()
    roles.role = 'whole'
    return true
  }
  if (!isShare && !isWord(token, 'contribution')) return false
  // 带动相关产业规模达到1万亿元 is of what nobody knows
  if (!isShare && !roles.points) roles.unknown = true
  roles.role = isShare ? 'subject' : 'object'
  return true
}

/** 促进收入增长2个百分点 contributes; 促进 with any other number is a verb that nobody knows. */
function startsPromoted(roles: RolesBuilder): boolean {
  if (roles.points) roles.role = 'object'
  else roles.unknown = true
  return true
}

/** 由上年的. */
function startsOrigin(roles: RolesBuilder, token: Token): boolean {
  if (!isWord(token, 'from')) return false
  roles.origin = true
  roles.role = 'origin'
  return true
}
