import { Decimal } from 'decimal.js'
import { groupBy } from '#data/model/group-by.ts'
import { exactly, type Interval, multiply } from '#data/model/interval.ts'
import { median } from '#data/model/median.ts'
import type { Observation } from '#data/model/observation.ts'
import { endYearOf, periodOfYearEnd } from '#data/model/period.ts'
import { type Claim, claimOn, type FindClaims, implied } from '../claim.ts'
import type { Ledger } from '../ledger.ts'

/** With figures of fewer provinces than this, nobody knows how all of them moved. */
const fewestProvinces = 10

/** How all provinces moved from one year to the next, as the logarithm of the median ratio, by the later year. */
type Moves = ReadonlyMap<number, number>

/**
 * A province's figure of a year lies near where its earlier figure would be had it moved as the median of all provinces
 * did, as near as the catalogue says is usual for the indicator. Where the figure before was itself off its course, the
 * one before that counts too, and the nearer of the two decides: a jump that comes back is one finding, not two.
 * Not a law but a habit of figures, and never more than soft.
 */
export const yearlyCourse: FindClaims = (ledger) =>
  ledger.identities.yearlyCourses.flatMap(({ indicator, factor }) =>
    [...seriesOf(ledger, indicator).values()].flatMap((figures) => {
      const moves = movesOf(figures)
      return [...groupBy(figures, ({ region }) => region).values()].flatMap((own) =>
        claimsOn(inOrder(own), moves, factor, ledger),
      )
    }),
  )

const yearOf = ({ period }: Observation) => endYearOf(period)
const inOrder = (figures: readonly Observation[]) => figures.toSorted((a, b) => yearOf(a) - yearOf(b))

/** The levels of whole years and of Decembers that provinces have, by compilation. */
function seriesOf({ of, catalog }: Ledger, indicator: string): Map<string, Observation[]> {
  const figures = of('level').filter(
    (each) =>
      each.indicator === indicator &&
      each.comparedTo === '' &&
      each.value.gt(0) &&
      catalog.regions.get(each.region)?.kind === 'province' &&
      periodOfYearEnd(each.period) !== undefined,
  )
  return groupBy(figures, ({ compilation }) => compilation)
}

function movesOf(figures: readonly Observation[]): Moves {
  const steps = [...groupBy(figures, ({ region }) => region).values()].flatMap((own) =>
    inOrder(own).flatMap((later, at, all) => {
      const earlier = all[at - 1]
      if (!earlier || yearOf(later) !== yearOf(earlier) + 1) return []
      return [{ year: yearOf(later), by: logOf(later) - logOf(earlier) }]
    }),
  )
  return new Map(
    [...groupBy(steps, ({ year }) => year)]
      .filter(([, each]) => each.length >= fewestProvinces)
      .map(([year, each]) => [year, median(each.map(({ by }) => by))]),
  )
}

const logOf = ({ value }: Observation) => Math.log(value.toNumber())

/** How far a figure is from where an earlier one would have come, as a logarithm; undefined where nobody knows the way. */
function distance(later: Observation, earlier: Observation, moves: Moves): number | undefined {
  let way = 0
  for (let year = yearOf(earlier) + 1; year <= yearOf(later); year++) {
    const move = moves.get(year)
    if (move === undefined) return undefined
    way += move
  }
  return logOf(later) - logOf(earlier) - way
}

function claimsOn(figures: readonly Observation[], moves: Moves, factor: number, ledger: Ledger): Claim[] {
  let trusted: Observation | undefined
  return figures.slice(1).flatMap((figure, at): Claim[] => {
    const candidates = [figures[at], trusted].flatMap((earlier) => {
      const off = earlier && distance(figure, earlier, moves)
      return earlier && off !== undefined ? [{ earlier, off }] : []
    })
    const [nearest] = candidates.toSorted((a, b) => Math.abs(a.off) - Math.abs(b.off))
    if (!nearest) return []
    const isNear = Math.abs(nearest.off) <= Math.log(factor)
    trusted = isNear ? undefined : (trusted ?? figures[at])
    const expected = Math.exp(logOf(figure) - nearest.off - logOf(nearest.earlier))
    const right = implied('由前期数值和各省走势推算的常态范围', [nearest.earlier], (earlier) =>
      around(earlier, expected, factor),
    )
    return [claimOn('yearly_course', figure, ledger, { right })]
  })
}

/** Significant digits of a ratio: more would be noise of the machine. */
const digits = 9

function around(earlier: Interval, ratio: number, factor: number): Interval {
  const by = (times: number) => exactly(new Decimal(times.toPrecision(digits)))
  return {
    low: multiply(earlier, by(ratio / factor)).low,
    high: multiply(earlier, by(ratio * factor)).high,
  }
}
