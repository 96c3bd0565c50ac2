interface MeasureEntry {
  /** What a value is printed in: the indicator's own unit, percent, percentage points, or points of a percentage level. */
  readonly unit: 'own' | 'percent' | 'pp' | 'own_or_pp'
  /** A net addition covers a span even when its indicator is a stock. */
  readonly alwaysSpan?: true
}

/** What is said about an indicator. SDMX calls this a transformation; its «measure» is our value. */
const measures = {
  level: { unit: 'own' },
  yoy_pct: { unit: 'percent' },
  mom_pct: { unit: 'percent' },
  share_pct: { unit: 'percent' },
  share_change_pp: { unit: 'pp' },
  growth_change_pp: { unit: 'pp' },
  contribution_pp: { unit: 'pp' },
  net_add: { unit: 'own', alwaysSpan: true },
  level_change: { unit: 'own_or_pp' },
} as const satisfies Record<string, MeasureEntry>

export type Measure = keyof typeof measures
export const measureCodes = Object.keys(measures) as [Measure, ...Measure[]]

export const measureEntry = (measure: Measure): MeasureEntry => measures[measure]
