import type { Text } from './language.ts'

interface MeasureEntry {
  readonly name: Text
  /** What a value is printed in: the indicator's own unit, percent, percentage points, or points of a percentage level. */
  readonly unit: 'own' | 'percent' | 'pp' | 'own_or_pp'
  /** A net addition covers a span even when its indicator is a stock. */
  readonly alwaysSpan?: true
}

/** What is said about an indicator. SDMX calls this a transformation; its «measure» is our value. */
export const measures = {
  level: { name: { zh: '数值', en: 'Level' }, unit: 'own' },
  yoy_pct: { name: { zh: '同比增长', en: 'Year-on-year growth' }, unit: 'percent' },
  mom_pct: { name: { zh: '环比增长', en: 'Month-on-month growth' }, unit: 'percent' },
  share_pct: { name: { zh: '占比', en: 'Share' }, unit: 'percent' },
  share_change_pp: { name: { zh: '占比变化', en: 'Change of share' }, unit: 'pp' },
  growth_change_pp: { name: { zh: '增速变化', en: 'Change of growth' }, unit: 'pp' },
  contribution_pp: { name: { zh: '拉动', en: 'Contribution to growth' }, unit: 'pp' },
  net_add: { name: { zh: '净增', en: 'Net addition' }, unit: 'own', alwaysSpan: true },
  level_change: { name: { zh: '比上年末变化', en: 'Change of level' }, unit: 'own_or_pp' },
} as const satisfies Record<string, MeasureEntry>

export type Measure = keyof typeof measures
export const measureCodes = Object.keys(measures) as [Measure, ...Measure[]]

export const measureEntry = (measure: Measure): MeasureEntry => measures[measure]
