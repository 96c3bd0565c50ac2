import type { Cue } from '#data/language/cues.ts'
import {
  classesOf,
  type Home,
  type IndicatorToken,
  isWord,
  type PeriodToken,
  type RegionToken,
  type Token,
} from '#data/language/token.ts'
import type { Clause } from './clause.ts'
import { opensZone, outdo, outdoes } from './open-zones.ts'
import {
  type Comparison,
  type Direction,
  type Draft,
  directionOf,
  type MutableZone,
  newDraft,
  zoneOf,
} from './slots-draft.ts'
import { joins } from './tidy-tokens.ts'

/** What a number is a share of, as far as the words say. */
interface Whole {
  readonly indicators: readonly IndicatorToken[]
  readonly regions: readonly RegionToken[]
  /** 占全省: the region of the publisher. */
  readonly home: Home | undefined
  /** 总用户数, 全部投资: the whole of which the subject is a part. */
  readonly general: boolean
  readonly unknown: boolean
  /** 企业主营业务收入: of some only. */
  readonly narrowed: boolean
}

/** What a number is compared with. */
export interface Target {
  readonly indicators: readonly IndicatorToken[]
  readonly regions: readonly RegionToken[]
  readonly period: PeriodToken | undefined
  /** 全行业平均水平: the whole of which the subject is a part. */
  readonly general: boolean
  readonly unknown: boolean
}

/** The words of a clause by what they do. */
export interface Slots {
  readonly indicators: readonly IndicatorToken[]
  readonly regions: readonly RegionToken[]
  /** 四个地区: the last so many regions listed. */
  readonly countedRegions: number | undefined
  readonly home: Home | undefined
  readonly period: PeriodToken | undefined
  /** 由上年的: the year of the number that follows. */
  readonly from: PeriodToken | true | undefined
  readonly whole: Whole | undefined
  readonly target: Target | undefined
  readonly comparison: Comparison | undefined
  readonly direction: Direction | undefined
  /** Unknown words that stand between the subject and the number, or where a subject should be. */
  readonly unknown: boolean
  /** 前5名的省份: the number speaks of some members only. */
  readonly narrowed: boolean
  readonly has: (cue: Cue) => boolean
}

/** Sorts the words of a clause by what they do. */
export function readSlots({ tokens, quantities }: Clause): Slots {
  const draft = newDraft(quantities.at(-1)?.unit.endsWith('百分点') ?? false)
  const lastShare = tokens.findLastIndex((token) => isWord(token, 'share'))
  tokens.forEach((token, at) => {
    if (joinsNames(tokens, at)) draft.separated = false
    else if (outdoes(tokens, at)) outdo(draft, quantities)
    else if (token.kind === 'word' || (token.kind === 'indicator' && token.codes.length === 0))
      readWord(draft, token, at < lastShare)
    else readName(draft, token)
    draft.separated = !isWord(token, 'and')
  })
  if (draft.comparison === 'than' && draft.direction === undefined && draft.target?.period) {
    draft.from = draft.target.period
    draft.target = undefined
  }
  if (quantities.length === 0 && namesInPassing(tokens, draft.regions)) draft.regions = []
  if (draft.points && quantities.every(({ value }) => value.startsWith('-'))) draft.direction ??= 'down'
  const { severalPeriods, ...slots } = draft
  const isPlaces = quantities.some(({ places }) => places)
  return {
    ...slots,
    has: wordsIn(tokens, [
      ...(severalPeriods ? (['oddTimes'] as const) : []),
      ...(isPlaces ? (['somePlaces'] as const) : []),
    ]),
  }
}

/** Regions behind other names are only mentioned, unless they are what is told: 「增速居前的是贵州、海南和陕西」. */
function namesInPassing(tokens: readonly Token[], regions: readonly RegionToken[]): boolean {
  const [first] = regions
  if (first && regions.length > 1 && isWord(tokens[tokens.indexOf(first) - 1], 'particle')) return false
  const region = indexOfKind(tokens, 'region')
  return indexOfKind(tokens, 'text') < region || indexOfKind(tokens, 'indicator') < region
}

/** Which classes of words a clause has; asked many times. */
function wordsIn(tokens: readonly Token[], more: readonly Cue[]): Slots['has'] {
  const classes = new Set(more)
  for (const token of tokens) for (const name of classesOf(token)) classes.add(name)
  return (name) => classes.has(name)
}

/** Where a token of a kind stands first; after all others when there is none. */
function indexOfKind(tokens: readonly Token[], kind: Token['kind']): number {
  const at = tokens.findIndex((token) => token.kind === kind)
  return at < 0 ? tokens.length : at
}

function readWord(draft: Draft, token: Token, shareFollows: boolean): void {
  if (opensZone(draft, token, shareFollows)) return
  const direction = directionOf(token)
  if (direction && draft.zone !== 'whole') {
    draft.direction = direction
    if (draft.zone === 'target') draft.zone = 'head'
    return
  }
  const zone = zoneOf(draft)
  if (zone && isWord(token, 'whole')) zone.general = true
  if (draft.zone === 'whole' && draft.whole && isWord(token, 'narrowing')) draft.whole.narrowed = true
  if (draft.zone === 'head' && isWord(token, 'narrowing')) draft.narrowed = true
}

/** 北京与上海: 与 is 和 between two names of a kind, unless 相比 or 持平 follows. */
function joinsNames(tokens: readonly Token[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!isWord(token, 'and') || !isWord(token, 'than')) return false
  const isBetween = before?.kind === after?.kind && (after?.kind === 'region' || after?.kind === 'indicator')
  return isBetween && !tokens.slice(at + 1).some((word) => isWord(word, 'than') || isWord(word, 'level'))
}

function readName(draft: Draft, token: Token): void {
  const zone = zoneOf(draft)
  if (zone) readIntoZone(zone, token)
  else if (draft.zone === 'from') readFrom(draft, token)
  else if (draft.zone === 'head') readHead(draft, token)
}

function readIntoZone(zone: MutableZone, token: Token): void {
  if (token.kind === 'indicator') zone.indicators.push(token)
  else if (token.kind === 'region') zone.regions.push(token)
  else if (token.kind === 'home') zone.home = token
  else if (token.kind === 'period') zone.period = token
  else if (token.kind === 'text') zone.unknown = true
}

function readFrom(draft: Draft, token: Token): void {
  // 从2017年到2021年 tells when, not from what
  if (token.kind === 'period' && token.first !== undefined) {
    draft.from = undefined
    draft.zone = 'head'
    draft.period = token
  } else if (token.kind === 'period' && draft.from === true) draft.from = token
  else readHead(draft, token)
}

/** Adds to the list that goes on, in place: a list may be long. */
function goOn<Item>({ separated }: Draft, list: Item[], item: Item): Item[] {
  if (separated) return [item]
  list.push(item)
  return list
}

/** 利润总额 is the industry's only where nobody else is named before it: 工业企业实现利润总额. */
const isBorrowed = ({ senses }: IndicatorToken) => senses[0]?.topic !== undefined

/** A list goes on over 、 and 和; anything else between begins anew, so that the last named counts. */
function readHead(draft: Draft, token: Token): void {
  switch (token.kind) {
    case 'indicator':
      draft.indicators = goOn(draft, draft.indicators, token)
      draft.unknown &&= isBorrowed(token)
      break
    case 'region':
      // 4个直辖市和15个副省级城市 together have no name
      if (draft.countedRegions !== undefined && !draft.separated) break
      draft.regions = goOn(draft, draft.regions, token)
      draft.countedRegions = undefined
      draft.narrowed = false
      break
    case 'counted-regions':
      // 北京、广东、江苏三省市 are those three
      if (draft.regions.length === token.count) break
      draft.countedRegions = token.count
      draft.regions = []
      break
    case 'home':
      draft.home = token
      break
    case 'period':
      // 6月和7月收入100亿元 is of neither
      draft.severalPeriods = draft.period !== undefined && !draft.separated
      draft.period = draft.period && joins(draft.period, token) ? { ...draft.period, ...token } : token
      break
    case 'text':
      draft.unknown = true
      draft.direction = undefined
      break
    default:
  }
}
