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
export interface RolesBuilder {
  indicators: IndicatorToken[]
  regions: RegionToken[]
  countedRegions: number | undefined
  home: Home | undefined
  period: PeriodToken | undefined
  severalPeriods: boolean
  origin: PeriodToken | true | undefined
  whole: NamesBuilder | undefined
  reference: NamesBuilder | undefined
  comparison: Comparison | undefined
  direction: Direction | undefined
  unknown: boolean
  narrowed: boolean
  role: 'subject' | 'whole' | 'reference' | 'origin' | 'object'
  separated: boolean
  /** Whether the numbers are percentage points. */
  points: boolean
}

/** What belongs to a whole or to what is compared with. */
export interface NamesBuilder {
  indicators: IndicatorToken[]
  regions: RegionToken[]
  /** 占全省: the region of the publisher. */
  home: Home | undefined
  period: PeriodToken | undefined
  /** 总用户数, 全行业平均水平: the whole of which the subject is a part. */
  general: boolean
  unknown: boolean
  /** 企业主营业务收入: of some only. */
  narrowed: boolean
}

export const noNames = (): NamesBuilder => ({
  indicators: [],
  regions: [],
  home: undefined,
  period: undefined,
  general: false,
  unknown: false,
  narrowed: false,
})

/** @param points whether the numbers are percentage points. */
export function startRoles(points: boolean): RolesBuilder {
  return {
    indicators: [],
    regions: [],
    countedRegions: undefined,
    home: undefined,
    period: undefined,
    severalPeriods: false,
    origin: undefined,
    whole: undefined,
    reference: undefined,
    comparison: undefined,
    direction: undefined,
    unknown: false,
    narrowed: false,
    role: 'subject',
    separated: true,
    points,
  }
}

const directionNames: readonly Direction[] = ['netUp', 'netDown', 'up', 'down']

/** Which way a word says that something moved. */
export const directionOf = (token: Token) => directionNames.find((name) => isWord(token, name))

/** The role that words belong to now, if not to the subject. */
export const namesOfRole = (roles: RolesBuilder) =>
  roles.role === 'whole' ? roles.whole : roles.role === 'reference' ? roles.reference : undefined
