import { compilationCodes } from '#data/model/compilation.ts'
import { transformCodes } from '#data/model/derive/derived.ts'
import { measureCodes } from '#data/model/measure.ts'
import { bases } from '#data/model/period.ts'
import { type Field, listOf, matching, oneOf, type StateOf } from './parameters.ts'

const year = matching(/^\d{4}$/)
/** WeChat says in `from` where an address was shared. */
const sharedFrom = new Set(['singlemessage', 'groupmessage', 'timeline', 'favorites', 'appmsg'])
const firstYear: Field<string> = { ...year, isForeign: (text) => sharedFrom.has(text) }

/** A day that there is: of 31 June there is no answer. */
export const day: Field<string> = {
  read: (text) => {
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(Date.parse(text))
    return isDay && new Date(text).toISOString().startsWith(text) ? text : undefined
  },
  print: (value) => value,
}

export const codeForm = /^[a-z][a-z0-9_]*$/
export const regionForm = /^(?:\d{6}|CN(?:-[A-Z0-9]+)?)$/
const periodForm = /^\d{4}(?:-Q[1-4]|-(?:0[1-9]|1[0-2])(?:\/\d{4}-(?:0[1-9]|1[0-2]))?)?$/

export const trendKinds = ['trend', 'yearly', 'columns'] as const
export type TrendKind = (typeof trendKinds)[number]
export const compareKinds = ['ranking', 'tiles', 'slope', 'heatmap', 'multiples', 'coverage'] as const
export type CompareKind = (typeof compareKinds)[number]
/** What the page of regions shows: one period ranked, or all years. */
export const regionViews = ['ranking', 'heatmap', 'multiples'] as const
export type RegionView = (typeof regionViews)[number]
/** 各省最新, or all regions at one period. */
export const comparedTimes = ['latest', 'same'] as const
export type ComparedTime = (typeof comparedTimes)[number]
export const regionGroups = ['provinces', 'zones', 'clusters'] as const
export type RegionGroup = (typeof regionGroups)[number]

const question = {
  measure: oneOf(measureCodes),
  compilation: oneOf(compilationCodes),
  basis: oneOf(bases),
}

export const indicatorFields = {
  ...question,
  transform: oneOf(transformCodes),
  /** The period that is 100, with transform=index. */
  indexBase: matching(periodForm),
  region: listOf(regionForm),
  kind: oneOf(trendKinds),
  from: firstYear,
  to: year,
  versus: matching(/^(?:usual|stated|indicator:[a-z0-9_]+|region:[A-Z0-9-]+)$/),
}
export type IndicatorState = StateOf<typeof indicatorFields>

export const regionsFields = {
  indicator: matching(codeForm),
  ...question,
  transform: oneOf(transformCodes),
  group: oneOf(regionGroups),
  view: oneOf(regionViews),
  when: oneOf(comparedTimes),
  period: matching(periodForm),
  against: matching(periodForm),
}
export type RegionsState = StateOf<typeof regionsFields>

const { kind: _, ...seriesFields } = indicatorFields

/** 定格: numbers of a version while it is kept, then those known on a day. */
const frozenFields = { asOf: day, snapshot: matching(/^[0-9a-f]{16}$/) }

/** What names a chart of the numbers of the version that answers. */
export const liveFields = {
  view: oneOf([...trendKinds, ...compareKinds]),
  indicator: matching(codeForm),
  ...seriesFields,
  group: oneOf(regionGroups),
  when: oneOf(comparedTimes),
  period: matching(periodForm),
  against: matching(periodForm),
}

/** What the address of a chart says, wherever it is drawn: in a frame, as a picture, in a file. */
const chartFields = { ...liveFields, ...frozenFields }
export type ChartState = StateOf<typeof chartFields>

/** How a chart looks that stands elsewhere. */
const lookFields = { lang: oneOf(['zh', 'en']), theme: oneOf(['light', 'dark']) }

export const embedFields = { ...chartFields, bg: oneOf(['paper', 'transparent']) }

/** What the address of a picture takes beside its kind, which is in its path. */
export const pictureFields = { ...chartFields, ...lookFields }
