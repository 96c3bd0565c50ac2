import { Decimal } from 'decimal.js'
import type { Catalog } from '#data/catalog/catalog.ts'
import type { Interval } from '#data/model/interval.ts'
import { printPeriod } from '#data/model/period.ts'
import type { FindingSide } from '#data/store/schema.ts'
import type { ClaimSide } from '../check/claim.ts'
import type { SeriesBreak } from '../check/find-breaks.ts'
import { parentsOf } from '../check/find-contradictions.ts'
import { sayInterval } from '../check/say-finding.ts'
import type { Finding } from '../check/settle.ts'

type Row = Readonly<Record<string, unknown>>

/** Decimals kept in the database, rounded outward so that an interval never shrinks. */
const scale = 8
const below = (end: Decimal) => (end.isFinite() ? end.toFixed(scale, Decimal.ROUND_FLOOR) : null)
const above = (end: Decimal) => (end.isFinite() ? end.toFixed(scale, Decimal.ROUND_CEIL) : null)

/** A finding as a row of its table. */
export function findingRow(finding: Finding, catalog: Catalog): Row {
  const { id, claim, severity, state, left, right, gap, reason, cause } = finding
  const side = ({ label, parents }: ClaimSide, interval: Interval): FindingSide => ({
    label,
    value: sayInterval(interval, claim, catalog),
    low: below(interval.low),
    high: above(interval.high),
    observations: parents.map((each) => each.id),
  })
  return {
    id,
    identity: claim.rule,
    severity,
    state,
    indicator: claim.indicator.code,
    region: claim.region,
    compilation: claim.compilation,
    period: printPeriod(claim.period),
    unit: claim.unit,
    left: side(claim.left, left),
    right: side(claim.right, right),
    gap: gap.toFixed(scale, Decimal.ROUND_CEIL),
    reason: reason?.zh ?? '',
    cause,
  }
}

/** What a finding says of the figure that leaves its course, for the row of that figure: by its id. */
export function odditiesOf(findings: readonly Finding[], { sources }: Catalog): Map<string, Row> {
  return new Map(
    findings
      .filter(({ claim }) => claim.rule === 'yearly_course')
      .flatMap(({ id, claim, right }) => {
        const oddity = { finding: id, low: below(right.low), high: above(right.high) }
        const days = parentsOf(claim).map(({ source }) => sources.get(source)?.published ?? '')
        const row = { oddity, oddity_known: lastPublished(days) || null }
        return claim.left.parents.map((figure) => [figure.id, row] as const)
      }),
  )
}

/** A break as a row of its table. */
export function breakRow(
  { indicator, region, compilation, before, after, kind, reason, detected, parents }: SeriesBreak,
  catalog: Catalog,
): Row {
  return {
    indicator,
    region,
    compilation,
    before_month: before,
    after_month: after,
    kind,
    reason_zh: reason.zh,
    reason_en: reason.en,
    implied_low: detected && below(detected.implied.low),
    implied_high: detected && above(detected.implied.high),
    printed: detected?.earlier.value.toFixed(),
    parents: parents.map(({ id }) => id),
    known: lastPublished(parents.map(({ source }) => catalog.sources.get(source)?.published ?? '')),
  }
}

const fullDay = 'YYYY-MM-DD'.length

/** The day the last of several documents was published; '' where one has no full date. */
function lastPublished(days: readonly string[]): string {
  return days.every(({ length }) => length === fullDay) ? (days.toSorted().at(-1) ?? '') : ''
}
