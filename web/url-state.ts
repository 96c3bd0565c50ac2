import { codeForm, listOf, matching, oneOf, regionForm, type StateOf, text } from '#server/charts/index.ts'

export const originFilters = ['primary', 'repost', 'second_hand'] as const
export const languages = ['zh', 'en'] as const
export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

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
