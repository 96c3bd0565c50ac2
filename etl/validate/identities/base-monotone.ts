import { groupBy } from '#data/model/group-by.ts'
import type { Observation } from '#data/model/observation.ts'
import { admits } from '#data/model/period.ts'
import type { Claim, ClaimSide, FindClaims, Read } from '../../check/claim.ts'
import { claimOn } from '../../check/claim-on.ts'
import { atMost } from '../../check/claim-side.ts'
import { implyBase } from '../../check/imply-base.ts'
import type { Ledger } from '../../check/ledger.ts'

interface Point {
  readonly level: Observation
  readonly growth: Observation
}

/** A level and its growth for each cumulative period of a year, in time order, by indicator, region and year. */
function cumulativeYears({ of, find, catalog }: Ledger): Point[][] {
  const points = of('level').flatMap((level): Point[] => {
    const isFlow = catalog.indicators.get(level.indicator)?.kind === 'flow'
    const growth = find({ ...level, measure: 'yoy_pct' })
    return isFlow && growth && admits.cumulative(level.period) ? [{ level, growth }] : []
  })
  const years = groupBy(points, ({ level }) =>
    [level.indicator, level.region, level.compilation, level.period.start].join('|'),
  )
  return [...years.values()].map((year) => year.toSorted((a, b) => a.level.period.end - b.level.period.end))
}

/** The base of 1—9月 that growth implies is not larger than that of 1—10月. */
export const baseMonotone: FindClaims = (ledger) =>
  cumulativeYears(ledger).flatMap((year) =>
    year.slice(1).map((point, index): Claim => {
      const before = year[index] ?? point
      const sides = { left: base(before), right: atMost(base(point)) }
      return claimOn('base_monotone', point.level, ledger.catalog, sides)
    }),
  )

const base = ({ level, growth }: Point): ClaimSide => ({
  label: '由增速推算的上年基数',
  parents: [level, growth],
  value: (read: Read) => implyBase(read(level), read(growth)),
})
