import type { Catalog } from '#data/catalog/catalog.ts'
import type { SeriesCompilation } from '#data/model/compilation.ts'
import type { Interval } from '#data/model/interval.ts'
import type { Text } from '#data/model/language.ts'
import type { Observation } from '#data/model/observation.ts'
import { parsePeriod } from '#data/model/period.ts'
import type { BreakKind } from '#data/store/schema.ts'
import { parentsOf } from './find-contradictions.ts'
import type { Finding } from './settle.ts'

/** Where the numbers of an indicator stop being comparable with those before. */
export interface SeriesBreak {
  readonly indicator: string
  /** Every region where left out. */
  readonly region: string | undefined
  /** Every compilation where left out. */
  readonly compilation: SeriesCompilation | undefined
  /** Months since year 0. */
  readonly before: number
  readonly after: number
  readonly kind: BreakKind
  readonly reason: Text
  /** What the later figures imply for the earlier one, and the earlier one; for detected breaks. */
  readonly detected?: { readonly implied: Interval; readonly earlier: Observation }
  readonly parents: readonly Observation[]
}

/** The breaks that the catalogue declares, and those that show in an implied base which does not meet the level printed before. */
export function findBreaks(findings: readonly Finding[], { indicators }: Catalog): SeriesBreak[] {
  const declared = [...indicators.values()].flatMap(({ code, breaks }) =>
    breaks.map(({ region, compilation, before, after, reason }): SeriesBreak => {
      const months = { before: monthOf(before), after: monthOf(after) }
      return { indicator: code, region, compilation, ...months, kind: 'declared', reason, parents: [] }
    }),
  )
  return [...declared, ...findings.flatMap(detect)]
}

function detect({ state, declared, isRebased, reason, claim, left }: Finding): SeriesBreak[] {
  const { earlier, indicator, region, compilation, period } = claim
  if (state !== 'break' || declared || !earlier || !reason) return []
  const months = { before: earlier.period.end, after: period.end }
  const parents = parentsOf(claim)
  const detected = { implied: left, earlier }
  const kind = isRebased ? 'detected' : 'acknowledged'
  const where = { indicator: indicator.code, region, compilation }
  return [{ ...where, ...months, kind, reason, detected, parents }]
}

function monthOf(text: string): number {
  const period = parsePeriod(text, 'moment')
  if (!period) throw new Error(`the catalogue let through the month ${text}`)
  return period.end
}
