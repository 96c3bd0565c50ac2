import type { Compilation } from '#data/model/compilation.ts'
import type { Transform } from '#data/model/derive/derived.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Basis } from '#data/model/period.ts'
import type { Answer } from '#server/answers.ts'

/*
 * What charts ask of the API, and what they are answered: in a browser over the network, in the server itself at once.
 */

export type Indicator = Answer<'indicators'>['indicators'][number]
export type IndicatorAnswer = Answer<'indicator'>
export type Coverage = IndicatorAnswer['coverage'][number]
export type Region = Answer<'regions'>['regions'][number]
export type Observation = Answer<'observations'>['observations'][number]
export type SeriesAnswer = Answer<'series'> & {
  /** Of the answer of a day: how many numbers are left out, as nobody knows when they came out. */
  readonly undated?: number | undefined
}
export type Series = SeriesAnswer['series'][number]
export type Point = Series['points'][number]
export type CompareAnswer = Answer<'compare'>

/** What names the codes in an answer. */
export interface Names {
  readonly indicators: readonly Indicator[]
  readonly regions: readonly Region[]
}

/** Printed numbers by their ids. */
export type Parents = ReadonlyMap<string, Observation>

/** From which numbers a question is answered: those of today where nothing is said. */
export interface Frozen {
  /** The name of a version. */
  readonly snapshot?: string | undefined
  /** The numbers known on this day. */
  readonly asOf?: string | undefined
}

export interface SeriesQuestion extends Frozen {
  readonly indicator: string
  readonly region: readonly string[]
  readonly measure: Measure
  /** The default of the API when left out. */
  readonly compilation?: Compilation | undefined
  readonly basis: Basis
  /** The levels as printed when left out. */
  readonly transform?: Transform | undefined
  /** Of an index the period that is 100; one that the series have in common when left out. */
  readonly indexBase?: string | undefined
  /** Years. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** What derived numbers may be made of. */
export interface StatementsQuestion extends Frozen {
  readonly indicator: readonly string[]
  readonly region: readonly string[]
}
