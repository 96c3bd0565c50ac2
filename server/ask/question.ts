import type { Measure } from '#data/model/measure.ts'
import type { Intent } from './intent.ts'
import type { TimePiece } from './times.ts'
import type { Group } from './words.ts'

/** A number that a question quotes. */
export interface Quoted {
  readonly value: string
  readonly scale: string
  readonly unit: string
}

/** What the words of a question say, before the catalogue and the figures decide what they mean. */
export interface Question {
  /** The question in one form, with mended spellings. */
  readonly text: string
  /** Words that were read as others: 业物 as 业务. */
  readonly mended: readonly { readonly from: string; readonly to: string }[]
  /** What nothing knows. */
  readonly unknown: readonly string[]
  readonly intents: ReadonlySet<Intent>
  /** What indicators are called, each with its alternatives: sets of concepts or whole names. */
  readonly mentions: readonly Mention[]
  /** What stands behind 占: the whole of a share. */
  readonly whole: Mention | undefined
  readonly regions: readonly string[]
  /** Regions of which a word may mean one or another: shanxi. */
  readonly isNationNamed: boolean
  readonly group: Group | undefined
  readonly times: readonly TimePiece[]
  readonly isNewest: boolean
  readonly measure: Measure | undefined
  readonly isInPoints: boolean
  /** 百分之几: of a growth its size, else a share. */
  readonly isInPercent: boolean
  readonly isPerHead: boolean
  readonly isLowest: boolean
  /** 增速 rather than 增长: of a trend, its growth is asked for. */
  readonly isOfGrowth: boolean
  /** 数量, how many: of several things, those that are counted. */
  readonly isCounted: boolean
  /** 江苏占东部: the share of one region in another. */
  readonly isOfRegionInRegion: boolean
  /** 杭州所在的省. */
  readonly isOfParent: boolean
  readonly issuers: readonly string[]
  readonly units: readonly { readonly unit: string; readonly word: string }[]
  readonly quoted: readonly Quoted[]
}

/** What one indicator is called in a question. */
export interface Mention {
  /** The concepts that its words must mean, each with its alternatives. */
  readonly concepts: readonly (readonly (readonly string[])[])[]
  /** Concepts that its words may mean beside what they do in the question: 占比, 人均, 数据. */
  readonly may: readonly (readonly string[])[]
  /** Whole names. */
  readonly names: readonly string[]
}

const powers: Readonly<Record<string, number>> = {
  thousand: 3,
  million: 6,
  billion: 9,
  trillion: 12,
  千: 3,
  万: 4,
  百万: 6,
  千万: 7,
  亿: 8,
  万亿: 12,
  '': 0,
}

/** A quoted number without its scale: 1万亿 is 10¹²; undefined where the scale is none that people count in. */
export function baseOf({ value, scale }: Pick<Quoted, 'value' | 'scale'>): number | undefined {
  const power = powers[scale]
  return power === undefined ? undefined : Number(value) * 10 ** power
}
