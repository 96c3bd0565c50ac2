import {
  type Home,
  type IndicatorToken,
  isWord,
  type PeriodToken,
  type RegionToken,
  type Token,
} from '#data/language/token.ts'

export type Direction = 'up' | 'down' | 'netUp' | 'netDown'
export type Comparison = 'yearAgo' | 'monthAgo' | 'yearEnd' | 'manyYears' | 'than'

/** The words of a clause while they are being sorted. */
export interface Draft {
  indicators: IndicatorToken[]
  regions: RegionToken[]
  countedRegions: number | undefined
  home: Home | undefined
  period: PeriodToken | undefined
  severalPeriods: boolean
  from: PeriodToken | true | undefined
  whole: MutableZone | undefined
  target: MutableZone | undefined
  comparison: Comparison | undefined
  direction: Direction | undefined
  unknown: boolean
  narrowed: boolean
  zone: 'head' | 'whole' | 'target' | 'from' | 'object'
  separated: boolean
  /** Whether the numbers are percentage points. */
  points: boolean
}

/** What belongs to a whole or to what is compared with. */
export interface MutableZone {
  indicators: IndicatorToken[]
  regions: RegionToken[]
  home: Home | undefined
  period: PeriodToken | undefined
  general: boolean
  unknown: boolean
  narrowed: boolean
}

export const emptyZone = (): MutableZone => ({
  indicators: [],
  regions: [],
  home: undefined,
  period: undefined,
  general: false,
  unknown: false,
  narrowed: false,
})

/** @param points whether the numbers are percentage points. */
export function newDraft(points: boolean): Draft {
  return {
    indicators: [],
    regions: [],
    countedRegions: undefined,
    home: undefined,
    period: undefined,
    severalPeriods: false,
    from: undefined,
    whole: undefined,
    target: undefined,
    comparison: undefined,
    direction: undefined,
    unknown: false,
    narrowed: false,
    zone: 'head',
    separated: true,
    points,
  }
}

const directionNames: readonly Direction[] = ['netUp', 'netDown', 'up', 'down']

/** Which way a word says that something moved. */
export const directionOf = (token: Token) => directionNames.find((name) => isWord(token, name))

/** The zone that words belong to now, if not to the subject. */
export const zoneOf = (draft: Draft) =>
  draft.zone === 'whole' ? draft.whole : draft.zone === 'target' ? draft.target : undefined
