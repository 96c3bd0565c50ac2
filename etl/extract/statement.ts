import type { PeriodToken } from '#data/language/token.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Status } from '#data/model/observation.ts'
import type { Clause } from './clause.ts'
import type { Slots } from './slots.ts'

/** What a number means, as far as it is known. */
export interface Meaning {
  readonly indicators: readonly string[]
  readonly regions: readonly string[]
  readonly period: PeriodToken
  readonly measure: Measure
  /** The base periods, indicators or regions, one for all numbers or one for each. */
  readonly comparedTo: readonly (string | PeriodToken)[]
  readonly of: string
  readonly status: Status
}

/** A clause with what its words state and what the context implies. */
export interface Statement {
  /** The rule that read it; undefined where no number stands or none can be read. */
  readonly rule: string | undefined
  readonly clause: Clause
  readonly slots: Slots
  /** Whether the numbers are printed without the minus their words give them: 下降 0.4%. */
  readonly negative: boolean
  readonly stated: Partial<Meaning>
  readonly implied: Partial<Meaning>
  /** In parentheses: it takes the context and leaves none behind. */
  readonly aside: boolean
  /** The paragraph and the sentence in the article. */
  readonly paragraph: number
  readonly sentence: number
  /** In a heading below the title. */
  readonly isHeading: boolean
  /** In a line that goes on a list: 「中部地区：占比33.5%」. */
  readonly isItem: boolean
  /** Why it is not to be published. */
  readonly refused: RefusedBecause | undefined
}

export const refusedBecause = {
  'unknown-subject': '数字前的名词不在目录中',
  'part-of-subject': '只涉及部分省份、企业',
  progress: '目标的完成进度',
  'a-condition': '奖补、申报的条件',
  abroad: '境外或全球的数字',
  'no-subject': '没有说明是哪个指标',
  'list-does-not-fit': '并列的数字与并列的主体个数不同',
  'unknown-change': '百分点的变化无所归属',
  'no-period': '时期无从得知',
  'no-region': '“我省”“全市”所指不明',
  'unit-does-not-fit': '单位与指标不符',
  'unreadable-number': '数字的写法未能读全',
  'total-or-addition': '说不清是期内新增还是期末总量',
  'unknown-reference': '对比或占比对象不在目录中',
  'not-an-observation': '不成为一条有效的观测',
  'span-of-years': '多年合计或年均',
  'odd-span': '起止时间不合为一个统计期',
} as const
export type RefusedBecause = keyof typeof refusedBecause

/** What the statement means, stated before implied. */
export function meaningOf({ stated, implied }: Statement): Known {
  return {
    indicators: stated.indicators ?? implied.indicators,
    regions: stated.regions ?? implied.regions,
    period: stated.period ?? implied.period,
    measure: stated.measure ?? implied.measure,
    comparedTo: stated.comparedTo ?? implied.comparedTo,
    of: stated.of ?? implied.of,
    status: stated.status ?? implied.status,
  }
}

/** A meaning of which parts may be missing. */
export type Known = { readonly [Part in keyof Meaning]: Meaning[Part] | undefined }

/** The statement with more of its meaning implied; what is stated stays. */
export function imply(statement: Statement, more: Partial<Meaning>): Statement {
  return { ...statement, implied: { ...statement.implied, ...more } }
}

/** The statement as of a period that its words state. */
export const state = (statement: Statement, period: PeriodToken): Statement => ({
  ...statement,
  stated: { ...statement.stated, period },
})

/** Whether it holds no number: words that give context to the numbers after them. */
export function isMention({ clause }: Statement): boolean {
  return clause.quantities.length === 0
}
