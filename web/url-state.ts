import { compilationCodes } from '#data/model/compilation.ts'
import { transformCodes } from '#data/model/derive/derived.ts'
import { measureCodes } from '#data/model/measure.ts'
import { bases } from '#data/model/period.ts'

/** One parameter of the address: text to value and back. `read` gives undefined for what it does not understand. */
interface Field<Value> {
  read(text: string): Value | undefined
  print(value: Value): string
  /** Whether a text of this name was put there by others, and is none of ours. */
  isForeign?(text: string): boolean
}

type Fields = Readonly<Record<string, Field<unknown>>>
type ValueOf<Known> = Known extends Field<infer Value> ? Value : never

/** What an address says; a parameter that is absent or unreadable is undefined. */
export type StateOf<Known extends Fields> = {
  readonly [Name in keyof Known]?: ValueOf<Known[Name]> | undefined
}

/** A parameter that was there and could not be understood. */
export interface Unread {
  readonly name: string
  readonly text: string
}

const matching = (form: RegExp): Field<string> => ({
  read: (text) => (form.test(text) ? text : undefined),
  print: (value) => value,
})

const oneOf = <Value extends string>(values: readonly Value[]): Field<Value> => ({
  read: (text) => values.find((value) => value === text),
  print: (value) => value,
})

const listOf = (form: RegExp): Field<readonly string[]> => ({
  read: (text) => {
    const parts = text.split(',').filter((part) => part !== '')
    return parts.length > 0 && parts.every((part) => form.test(part)) ? [...new Set(parts)] : undefined
  },
  print: (values) => values.join(','),
})

const text: Field<string> = { read: (value) => value.slice(0, 80), print: (value) => value }

const year = matching(/^\d{4}$/)
/** WeChat says in `from` where an address was shared. */
const sharedFrom = new Set(['singlemessage', 'groupmessage', 'timeline', 'favorites', 'appmsg'])
const firstYear: Field<string> = { ...year, isForeign: (text) => sharedFrom.has(text) }

const codeForm = /^[a-z][a-z0-9_]*$/
const regionForm = /^(?:\d{6}|CN(?:-[A-Z0-9]+)?)$/
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
export const originFilters = ['primary', 'repost', 'second_hand'] as const
export const languages = ['zh', 'en'] as const
export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

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

export const sourcesFields = { q: text, origin: oneOf(originFilters) }
export type SourcesState = StateOf<typeof sourcesFields>

/** Of a document: only the numbers of one indicator, in one region. */
export const sourceFields = { indicator: matching(codeForm), region: matching(regionForm) }
export type SourceState = StateOf<typeof sourceFields>

export const checkTabs = ['findings', 'conflicts'] as const
export const severityFilters = ['hard', 'soft'] as const
export const findingFilters = ['open', 'break', 'acknowledged'] as const
export const agreementFilters = ['false', 'true'] as const

export const checksFields = {
  tab: oneOf(checkTabs),
  severity: oneOf(severityFilters),
  state: oneOf(findingFilters),
  compatible: oneOf(agreementFilters),
  indicator: matching(codeForm),
  region: matching(regionForm),
  /** Indicators whose findings are unfolded. */
  open: listOf(codeForm),
}
export type ChecksState = StateOf<typeof checksFields>

export const targetGroups = ['region', 'topic'] as const
export type TargetGroup = (typeof targetGroups)[number]
export const targetFilters = [
  'reached',
  'on_pace',
  'uncertain',
  'behind',
  'due',
  'no_pace',
  'not_comparable',
  'no_actual',
] as const

export const targetsFields = {
  group: oneOf(targetGroups),
  state: oneOf(targetFilters),
  region: matching(regionForm),
}
export type TargetsState = StateOf<typeof targetsFields>

const { kind: _, ...seriesFields } = indicatorFields

export const embedFields = {
  view: oneOf([...trendKinds, ...compareKinds]),
  indicator: matching(codeForm),
  ...seriesFields,
  group: oneOf(regionGroups),
  when: oneOf(comparedTimes),
  period: matching(periodForm),
  against: matching(periodForm),
  bg: oneOf(['paper', 'transparent']),
}
export type EmbedState = StateOf<typeof embedFields>

/** Reads the parameters in `fields` from a query string; what it cannot understand is left out and named. */
export function readState<Known extends Fields>(
  fields: Known,
  search: string,
): { state: StateOf<Known>; unread: readonly Unread[] } {
  const params = new URLSearchParams(search)
  const state: Record<string, unknown> = {}
  const unread: Unread[] = []
  for (const [name, field] of Object.entries(fields)) {
    const given = params.get(name)
    if (given === null || given === '') continue
    if (field.isForeign?.(given)) continue
    const value = field.read(given)
    if (value === undefined) unread.push({ name, text: given })
    else state[name] = value
  }
  return { state: state as StateOf<Known>, unread }
}

/** The query string of a state, in the order of `fields`, without `?`; parameters that `fields` does not own are kept from `kept`. */
export function printState<Known extends Fields>(fields: Known, state: StateOf<Known>, kept = ''): string {
  const params = new URLSearchParams(kept)
  for (const name of Object.keys(fields)) params.delete(name)
  const printed = new URLSearchParams()
  for (const [name, field] of Object.entries(fields)) {
    const value = state[name as keyof Known]
    if (value !== undefined && value !== '') printed.set(name, field.print(value))
  }
  for (const [name, value] of params) printed.append(name, value)
  return printed.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')
}
