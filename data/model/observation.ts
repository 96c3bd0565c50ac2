import type { Decimal } from 'decimal.js'
import type { SeriesCompilation } from './compilation.ts'
import type { Interval } from './interval.ts'
import type { Measure } from './measure.ts'
import type { Period } from './period.ts'

export const statuses = ['actual', 'preliminary', 'expected', 'target'] as const
export type Status = (typeof statuses)[number]

/** Whether a number says what was, not what is expected or aimed at. */
export const isMeasured = ({ status }: { readonly status: Status }): boolean =>
  status === 'actual' || status === 'preliminary'

/** '' exact as printed · ~ 约 · > 超 突破 · < 近 不足 · >= 不少于 · <= 不超过 */
export const qualifiers = ['', '~', '>', '<', '>=', '<='] as const
export type Qualifier = (typeof qualifiers)[number]

/** One printed number with everything needed to understand it. */
export interface Observation {
  /** Source and row of its file: `web-016:12`. */
  readonly id: string
  readonly indicator: string
  readonly region: string
  readonly period: Period
  readonly measure: Measure
  readonly compilation: SeriesCompilation
  /** In base units, exact. */
  readonly value: Decimal
  /** What the printed digits and the qualifier leave open, in base units. */
  readonly interval: Interval
  /** The code of the base unit. */
  readonly unit: string
  readonly printedValue: string
  readonly printedUnit: string
  /** '' is the same period of the year before (the end of that year for a change of a stock). */
  readonly comparedTo: string
  /** The whole of a share: an indicator, `region:CODE`, or '' when the sentence leaves it to the indicator. */
  readonly of: string
  readonly status: Status
  readonly qualifier: Qualifier
  readonly source: string
  /** Where it stands in its document, both from 1. */
  readonly line?: number
  readonly column?: number
  /** The rule that read it, and the fields that context gave rather than its words: `period region`. */
  readonly rule?: string
  readonly implied?: string
  /** Its words, where the document is the operator's own. */
  readonly quote?: string
  /** Why the row differs from what was collected. */
  readonly correction?: string
}

/** The columns of an observation file, in order. `source` is the file's name. */
export const observationColumns = [
  'indicator',
  'region',
  'period',
  'measure',
  'value',
  'unit',
  'compared_to',
  'of',
  'status',
  'qualifier',
] as const

/** Columns of figures that were read from a document at hand: where each stands and how it was read. */
export const readingColumns = ['line', 'column', 'rule', 'implied'] as const

/** Set on a row whose compilation is not that of its source. */
export const compilationColumn = 'compilation'

/** The columns that a file of millions of rows must have, and those that it may have besides. */
export const loadedColumns = {
  required: observationColumns.slice(0, 6),
  optional: [...observationColumns.slice(6), 'source', ...readingColumns, 'quote', compilationColumn],
}

/** One row as text, before anything is believed of it. */
export type ObservationRow = Readonly<
  Record<(typeof observationColumns)[number], string> &
    Partial<Record<(typeof readingColumns)[number] | 'quote' | typeof compilationColumn, string>>
>

/** Why a printed number is not published. */
export const refusalReasons = {
  'corrected-away': '人工更正剔除',
  'unknown-indicator': '指标不在目录中',
  'unknown-region': '地区不在目录中',
  'unknown-measure': '未知的度量',
  'unknown-status': '未知的状态',
  'unknown-qualifier': '未知的限定词',
  'unknown-compilation': '未知的统计类别',
  'not-a-number': '数值不是十进制数',
  'unreadable-period': '时期无法识别',
  'period-does-not-fit': '时期与指标口径不符',
  'period-has-no-basis': '时期不属于任何口径',
  'unit-does-not-fit': '单位与指标或度量不符',
  'unknown-reference': '对比或占比对象不在目录中',
  'comparison-not-earlier': '对比时期不早于本期',
  'published-before-period': '发布时间早于数据时期',
  'implausible-value': '数值超出合理范围',
  'too-many-digits': '位数太多，无法精确保存',
  'duplicate-in-source': '同一来源内重复',
} as const
export type RefusalReason = keyof typeof refusalReasons

/** A printed number that was not published, and why. */
export interface Refusal {
  readonly source: string
  readonly file: string
  /** 1-based line in `file`. */
  readonly line: number
  readonly reason: RefusalReason
  readonly detail: string
  readonly row: ObservationRow
}
