import type { Decimal } from 'decimal.js'
import type { Interval } from '#data/model/interval.ts'
import type { Basis, Period } from '#data/model/period.ts'

/** A number with what it may have been before rounding, and where it comes from. */
export interface Known {
  readonly period: Period
  /** In base units, inside `interval`. */
  readonly value: Decimal
  readonly interval: Interval
  /** The id of its observation; of a number that is itself derived, those of its parents stand in `parents`. */
  readonly id: string
  readonly parents?: readonly string[]
  /** Regions of a sum without a figure of their own: the interval holds what they may add. */
  readonly missing?: readonly string[]
}

/** How a number was made of others. */
export const methods = [
  'decumulate',
  'quarter',
  'implied_base',
  'prior_stock',
  'change',
  'pct_change',
  'yoy',
  'share',
  'per_head',
  'per_gdp',
  'regions_sum',
  'index',
  'cagr',
] as const
export type Method = (typeof methods)[number]

/** A number that nobody printed, with every value it may have. */
export interface Derived extends Omit<Known, 'id'> {
  readonly method: Method
  /** Ids of the observations it is made of, the latest first. */
  readonly parents: readonly string[]
  /** 口径 changes between the parents. */
  readonly isAcrossBreak: boolean
  /** The period or whole it is measured against, '' where none. */
  readonly against: string
}

/** What may be made of the levels of a series; `none` leaves them as printed. */
export const transformCodes = [
  'none',
  'change',
  'pct_change',
  'yoy',
  'index',
  'share',
  'per_head',
  'per_gdp',
  'decumulate',
  'implied_base',
] as const
export type Transform = (typeof transformCodes)[number]

/** What levels are divided by, of the same region. */
export const denominators = { per_head: 'resident_population', per_gdp: 'gdp' } as const

export const denominatorOf = (transform: Transform): string | undefined =>
  transform === 'per_head' || transform === 'per_gdp' ? denominators[transform] : undefined

/** Somewhere after month `before` and not after month `after`, numbers stop being comparable; months since year 0. */
export interface Break {
  readonly before: number
  readonly after: number
}

/** What a share is of, with its code as in the field `of`: `region:CN`, `software_revenue`. */
interface Whole {
  readonly of: string
  readonly levels: readonly Known[]
}

/** What a derivation may need beside the levels of its series. */
export interface Surroundings {
  /** The basis of the levels; for decumulate that of the result. */
  readonly basis: Basis
  /** Breaks of the indicator in the region. */
  readonly breaks: readonly Break[]
  /** The period that is 100; the first number when left out. */
  readonly indexBase?: Period | undefined
  readonly whole?: Whole | undefined
  /** Resident population or gross domestic product of the region, for what is measured per head or against it. */
  readonly denominator?: readonly Known[] | undefined
  /** Growth printed against the same period of the year before, in percent. */
  readonly growth: readonly Known[]
  /** Net additions of a stock since the month before their span. */
  readonly netAdditions: readonly Known[]
}
