import type { Cue } from '#data/language/cues.ts'
import {
  classesOf,
  type Home,
  type IndicatorToken,
  isWord,
  type PeriodToken,
  type Quantity,
  type RegionToken,
  type Token,
} from '#data/language/token.ts'
import type { Clause } from './clause.ts'
import { joins } from './passes/merge-tokens.ts'
import { outdo, outdoes, startsRole } from './role-boundaries.ts'
import {
  type Comparison,
  type Direction,
  directionOf,
  type NamesBuilder,
  namesOfRole,
  type RolesBuilder,
  startRoles,
} from './roles-builder.ts'

/** The names of a whole, or of what a number is compared with. */
export type RoleNames = Readonly<NamesBuilder>

/** The words of a clause by what they do. */
export interface Roles {
  readonly indicators: readonly IndicatorToken[]
  readonly regions: readonly RegionToken[]
  /** 四个地区: the last so many regions listed. */
  readonly countedRegions: number | undefined
  readonly home: Home | undefined
  readonly period: PeriodToken | undefined
  /** 由上年的: the year of the number that follows. */
  readonly origin: PeriodToken | true | undefined
  /** What a number is a share of, as far as the words say. */
  readonly whole: RoleNames | undefined
  /** What it is compared with. */
  readonly reference: RoleNames | undefined
  readonly comparison: Comparison | undefined
  readonly direction: Direction | undefined
  /** Unknown words that stand between the subject and the number, or where a subject should be. */
  readonly unknown: boolean
  /** 前5名的省份: the number speaks of some members only. */
  readonly narrowed: boolean
  readonly has: (cue: Cue) => boolean
}

/** Sorts the words of a clause by what they do. */
export function readRoles({ tokens, quantities }: Clause): Roles {
  const roles = startRoles(quantities.at(-1)?.unit.endsWith('百分点') ?? false)
  const lastShare = tokens.findLastIndex((token) => isWord(token, 'share'))
  tokens.forEach((token, at) => {
    if (joinsNames(tokens, at)) roles.separated = false
    else if (outdoes(tokens, at)) outdo(roles, quantities)
    else if (token.kind === 'word' || (token.kind === 'indicator' && token.codes.length === 0))
      readWord(roles, token, at < lastShare)
    else readName(roles, token)
    roles.separated = !isWord(token, 'and')
  })
  const origin = timeOfBase(roles, tokens, quantities)
  const comparison = roles.comparison === 'than' ? 'than' : undefined
  if (origin) Object.assign(roles, { origin, comparison, reference: undefined, direction: undefined })
  if (quantities.length === 0 && namesInPassing(tokens, roles.regions)) roles.regions = []
  if (roles.points && quantities.every(({ value }) => value.startsWith('-'))) roles.direction ??= 'down'
  const { severalPeriods, ...sorted } = roles
  const isPlaces = quantities.some(({ places }) => places)
  return {
    ...sorted,
    has: wordsIn(tokens, [
      ...(severalPeriods ? (['oddTimes'] as const) : []),
      ...(isPlaces ? (['somePlaces'] as const) : []),
    ]),
  }
}

/**
 * 「较上年同期的5316亿元增长7.2%」, 「较2022年的5.1%」: the time of a number that is compared with, `true` where nobody knows it;
 * undefined where the number is no such.
 */
function timeOfBase(
  roles: RolesBuilder,
  tokens: readonly Token[],
  [quantity]: readonly Quantity[],
): PeriodToken | true | undefined {
  const [last, of] = tokens.slice(-2)
  const told = isWord(of, 'of') && of?.end === quantity?.start ? last : undefined
  if (roles.comparison === 'than') return namedTime(roles, tokens, told)
  if (!told || roles.comparison === undefined || !isWord(told, roles.comparison)) return undefined
  const at = { kind: 'period', yearOffset: -1, start: told.start, end: told.end } as const
  if (roles.comparison === 'yearAgo') return { ...at, same: true }
  return roles.comparison === 'yearEnd' ? { ...at, months: [1, 12], moment: true } : true
}

/** 较2022年同期的: the same months of 2022. */
function namedTime(
  { reference, direction }: RolesBuilder,
  tokens: readonly Token[],
  told: Token | undefined,
): PeriodToken | undefined {
  const base = reference?.period
  const isNumbers = told === base || (direction === undefined && base && !isBaseOfGrowth(tokens, base))
  if (!base || !isNumbers) return undefined
  return isWord(tokens[tokens.indexOf(base) + 1], 'same') ? { ...base, same: true } : base
}

/** 「较2022年同期增幅为7.2%」: the number is no number of 2022. */
function isBaseOfGrowth(tokens: readonly Token[], base: PeriodToken): boolean {
  const next = tokens.slice(tokens.indexOf(base) + 1).find((token) => !isWord(token, 'same'))
  return isWord(next, 'growth') || isWord(next, 'decline')
}

/** Regions behind other names are only mentioned, unless they are what is told: 「增速居前的是贵州、海南和陕西」. */
function namesInPassing(tokens: readonly Token[], regions: readonly RegionToken[]): boolean {
  const [first] = regions
  if (first && regions.length > 1 && isTold(tokens[tokens.indexOf(first) - 1], first)) return false
  const region = indexOfKind(tokens, 'region')
  return indexOfKind(tokens, 'text') < region || indexOfKind(tokens, 'indicator') < region
}

/** Behind 的, or behind a rank that is no token: 居前5位的北京、广东. */
const isTold = (before: Token | undefined, first: RegionToken) =>
  isWord(before, 'particle') || (before !== undefined && before.end < first.start)

/** Which classes of words a clause has; asked many times. */
function wordsIn(tokens: readonly Token[], more: readonly Cue[]): Roles['has'] {
  const classes = new Set(more)
  for (const token of tokens) for (const name of classesOf(token)) classes.add(name)
  return (name) => classes.has(name)
}

/** Where a token of a kind stands first; after all others when there is none. */
function indexOfKind(tokens: readonly Token[], kind: Token['kind']): number {
  const at = tokens.findIndex((token) => token.kind === kind)
  return at < 0 ? tokens.length : at
}

function readWord(roles: RolesBuilder, token: Token, shareFollows: boolean): void {
  if (startsRole(roles, token, shareFollows)) return
  const direction = directionOf(token)
  if (direction && roles.role !== 'whole') {
    roles.direction = direction
    if (roles.role === 'reference') roles.role = 'subject'
    return
  }
  const names = namesOfRole(roles)
  if (names && isWord(token, 'whole')) names.general = true
  if (roles.role === 'whole' && roles.whole && isWord(token, 'narrowing')) roles.whole.narrowed = true
  if (roles.role === 'subject' && isWord(token, 'narrowing')) roles.narrowed = true
}

/** 北京与上海: 与 is 和 between two names of a kind, unless 相比 or 持平 follows. */
function joinsNames(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!isWord(token, 'and') || !isWord(token, 'than')) return false
  const isBetween = before?.kind === after?.kind && (after?.kind === 'region' || after?.kind === 'indicator')
  return isBetween && !tokens.slice(at + 1).some((word) => isWord(word, 'than') || isWord(word, 'level'))
}

function readName(roles: RolesBuilder, token: Token): void {
  const names = namesOfRole(roles)
  if (names) readNameOf(names, token)
  else if (roles.role === 'origin') readOrigin(roles, token)
  else if (roles.role === 'subject') readSubject(roles, token)
}

function readNameOf(names: NamesBuilder, token: Token): void {
  if (token.kind === 'indicator') names.indicators.push(token)
  else if (token.kind === 'region') names.regions.push(token)
  else if (token.kind === 'home') names.home = token
  else if (token.kind === 'period') names.period = token
  else if (token.kind === 'text') names.unknown = true
}

function readOrigin(roles: RolesBuilder, token: Token): void {
  // 从2017年到2021年 tells when, not from what
  if (token.kind === 'period' && token.first !== undefined) {
    roles.origin = undefined
    roles.role = 'subject'
    roles.period = token
  } else if (token.kind === 'period' && roles.origin === true) roles.origin = token
  else readSubject(roles, token)
}

/** Adds to the list that goes on, in place: a list may be long. */
function goOn<Item>({ separated }: RolesBuilder, list: Item[], item: Item): Item[] {
  if (separated) return [item]
  list.push(item)
  return list
}

/** 利润总额 is the industry's only where nobody else is named before it: 工业企业实现利润总额. */
const isBorrowed = ({ senses }: IndicatorToken) => senses[0]?.topic !== undefined

/** A list goes on over 、 and 和; anything else between begins anew, so that the last named counts. */
function readSubject(roles: RolesBuilder, token: Token): void {
  switch (token.kind) {
    case 'indicator':
      roles.indicators = goOn(roles, roles.indicators, token)
      roles.unknown &&= isBorrowed(token)
      break
    case 'region':
      // 4个直辖市和15个副省级城市 together have no name
      if (roles.countedRegions !== undefined && !roles.separated) break
      roles.regions = goOn(roles, roles.regions, token)
      roles.countedRegions = undefined
      roles.narrowed = false
      break
    case 'counted-regions':
      // 北京、广东、江苏三省市 are those three
      if (roles.regions.length === token.count) break
      roles.countedRegions = token.count
      roles.regions = []
      break
    case 'home':
      roles.home = token
      break
    case 'period':
      // 6月和7月收入100亿元 is of neither
      roles.severalPeriods = roles.period !== undefined && !roles.separated
      roles.period = roles.period && joins(roles.period, token) ? { ...roles.period, ...token } : token
      break
    case 'text':
      roles.unknown = true
      roles.direction = undefined
      break
    default:
  }
}
