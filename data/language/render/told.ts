import type { Observation } from '#data/model/observation.ts'

/** What a sentence says of a number: of an observation all but what it is worth and where it comes from. */
export interface Told
  extends Pick<
    Observation,
    | 'indicator'
    | 'region'
    | 'period'
    | 'measure'
    | 'unit'
    | 'printedValue'
    | 'printedUnit'
    | 'comparedTo'
    | 'of'
    | 'status'
    | 'qualifier'
  > {
  /** What stands behind the number in brackets: 推算. */
  readonly aside?: string
}
