import type { Qualifier } from '#data/model/observation.ts'
import type { Cue } from './cues.ts'

/** One thing an indicator word can mean, and when. */
export interface Sense {
  readonly code: string
  /** The industry that must be spoken of. */
  readonly topic?: string
  /** The indicators one of which must have been named last. */
  readonly after?: readonly string[]
  /** It must be all that is said of the subject. */
  readonly alone?: true
}

interface Span {
  /** Offsets in the normalized text. */
  readonly start: number
  readonly end: number
}

/** A number with its unit: 约3.8万亿元. */
export interface Quantity extends Span {
  readonly kind: 'quantity'
  /** Where its first digit stands. */
  readonly digit: number
  readonly value: string
  /** Decimal scale and word of the unit, apart, so that a list can share them: 114万、2310万和4008万公里. */
  readonly scale: string
  readonly unit: string
  readonly qualifier: Qualifier
  /** 在19个城市中: so many places, of which the clause then speaks. */
  readonly places?: true
}

/** A year, a span of months or a moment, as far as the words say. */
export interface PeriodToken extends Span {
  readonly kind: 'period'
  readonly year?: number
  /** Years from the year of the context: 去年 is -1. */
  readonly yearOffset?: number
  /** First and last month of the year. */
  readonly months?: readonly [number, number]
  /** The end of the last month: 2023年底, 10月末. */
  readonly moment?: true
  /** The year from which what is said goes to this one: 2017年到2021年, 规模从27.2万亿元增至45.5万亿元. */
  readonly first?: number
  /** The month of publication: 目前. */
  readonly now?: true
  /** 12月当月: this month only; 当月 alone: the last month spoken of. */
  readonly only?: true
  /** 新的一年: at the end of a year the next. */
  readonly coming?: true
  /** 今年以来: up to the last month spoken of. */
  readonly toDate?: true
  /** 同期: the same months as the context. */
  readonly same?: true
  /** 上年: the year before the one spoken of, where the sentence goes on. */
  readonly before?: true
  /** Words of the same sentence gave it, if without a year. */
  readonly fresh?: true
}

export interface IndicatorToken extends Span {
  readonly kind: 'indicator'
  readonly senses: readonly Sense[]
  /** Set once the context has told what the word means; several for 云计算、大数据业务收入. */
  readonly codes: readonly string[]
  /** What else the word does when it means no indicator here. */
  readonly classes: ReadonlySet<Cue>
}

export interface RegionToken extends Span {
  readonly kind: 'region'
  readonly codes: readonly string[]
}

/** 我省, 全市: a region that the words around it or the publisher tell. */
export interface Home {
  /** place: 当地, whichever was named last. */
  readonly level: 'province' | 'city' | 'place'
  /** 我省, 本市: the writer's own, whatever was spoken of last. */
  readonly own: boolean
}

interface HomeToken extends Span, Home {
  readonly kind: 'home'
}

/** 四个地区: so many of the regions just listed. */
interface CountedRegionsToken extends Span {
  readonly kind: 'counted-regions'
  readonly count: number
}

/** 软件业: the industry spoken of from here on. */
interface IndustryToken extends Span {
  readonly kind: 'industry'
  readonly topic: string
}

export interface DateToken extends Span {
  readonly kind: 'date'
  readonly year?: number
  readonly month: number
  /** Several days that make up no month: 5月1日至5日. */
  readonly days?: true
}

export interface WordToken extends Span {
  readonly kind: 'word'
  readonly classes: ReadonlySet<Cue>
}

/** Words that nothing in the lexicon knows. */
interface TextToken extends Span {
  readonly kind: 'text'
  /** It begins with a speed: 50Mbps及以上接入速率. */
  readonly speed?: true
}

/** Punctuation that ends something; the strength says what. */
export interface StopToken extends Span {
  readonly kind: 'stop'
  readonly strength: 'clause' | 'part' | 'sentence'
}

export type Token =
  | Quantity
  | PeriodToken
  | IndicatorToken
  | RegionToken
  | HomeToken
  | CountedRegionsToken
  | IndustryToken
  | DateToken
  | WordToken
  | TextToken
  | StopToken

const noClasses: ReadonlySet<Cue> = new Set()
const ofDays: ReadonlySet<Cue> = new Set(['oddTimes'])

/** A name of the lexicon at a place, what it means left to the context. */
export const nameOf = (
  { senses, classes }: Pick<IndicatorToken, 'senses' | 'classes'>,
  { start, end }: Span,
): IndicatorToken => ({ kind: 'indicator', senses, codes: [], classes, start, end })

/** A word of one class that stands for what was read from `start` to `end`. */
export const wordOf = (name: Cue, { start, end }: Span): WordToken => ({
  kind: 'word',
  classes: new Set([name]),
  start,
  end,
})

/** What a token does as a word; an indicator's name only where it means no indicator. */
export function classesOf(token: Token): ReadonlySet<Cue> {
  if (token.kind === 'word') return token.classes
  if (token.kind === 'date') return token.days ? ofDays : noClasses
  return token.kind === 'indicator' && token.codes.length === 0 ? token.classes : noClasses
}

export const isWord = (token: Token | undefined, name: Cue): boolean =>
  token !== undefined && classesOf(token).has(name)
