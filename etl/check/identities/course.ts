import { Decimal } from 'decimal.js'
import { groupBy } from '#data/model/group-by.ts'
import { add, divide, exactly, type Interval, multiply } from '#data/model/interval.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Observation } from '#data/model/observation.ts'
import { admits } from '#data/model/period.ts'
import { type Claim, claimOn, type FindClaims, implied } from '../claim.ts'
import type { Ledger } from '../ledger.ts'

/** Neighbours further apart than this many months say little about each other. */
const longest = 8

interface Point {
  readonly figure: Observation
  /** Divides a cumulative flow into its monthly mean, so that the course of a year is nearly a line. */
  readonly months: number
}
type Triple = readonly [Point, Point, Point]

/**
 * A figure lies near the line through its neighbours in time, as near as the catalogue says is usual for the indicator.
 * Not a law but a habit of figures: it catches what no sum can, and is never more than soft.
 */
export const course: FindClaims = (ledger) => {
  const { courses } = ledger.identities
  const limits = new Map(courses.map(({ indicator, measure, limit }) => [`${indicator}|${measure}`, limit]))
  return coursesOf(ledger).flatMap((points) =>
    points.flatMap((_, index): Claim[] => {
      const triple = tripleAt(points, index)
      const limit = triple && limits.get(`${triple[1].figure.indicator}|${triple[1].figure.measure}`)
      return !triple || limit === undefined ? [] : [claimOf(triple, new Decimal(limit), ledger)]
    }),
  )
}

const hasCourse = new Set(['level', 'yoy_pct', 'share_pct', 'net_add'])
const isAmount = (measure: Measure) => measure === 'level' || measure === 'net_add'

/** The cumulative figures of each year, and the stocks of all years, in time order. */
function coursesOf({ facts, catalog }: Ledger): Point[][] {
  const points = facts.flatMap((figure): Point[] => {
    const { measure, comparedTo, period } = figure
    const isSpan = admits.cumulative(period)
    if (comparedTo !== '' || !hasCourse.has(measure) || (!isSpan && period.time !== 'moment')) return []
    const adds = measure === 'net_add' || catalog.indicators.get(figure.indicator)?.kind === 'flow'
    return [{ figure, months: isSpan && isAmount(measure) && adds ? period.end - period.start + 1 : 1 }]
  })
  const courses = groupBy(points, ({ figure: { indicator, region, measure, compilation, of, period } }) =>
    [indicator, region, measure, compilation, of, period.time, period.time === 'span' && period.start].join(
      '|',
    ),
  )
  return [...courses.values()].map((each) =>
    each.toSorted((a, b) => a.figure.period.end - b.figure.period.end),
  )
}

function tripleAt(points: readonly Point[], index: number): Triple | undefined {
  const [before, at, after] = points.slice(index, index + 3)
  if (!before || !at || !after) return undefined
  return after.figure.period.end - before.figure.period.end <= longest ? [before, at, after] : undefined
}

/** The part of the way from the first to the last figure at which the middle one stands. */
function wayOf([before, at, after]: Triple): Decimal {
  const start = before.figure.period.end
  return new Decimal(at.figure.period.end - start).div(after.figure.period.end - start)
}

function claimOf(triple: Triple, limit: Decimal, ledger: Ledger): Claim {
  const [before, { figure }, after] = triple
  const isRelative = isAmount(figure.measure)
  const right = implied('前后两期连线附近的常态范围', [before.figure, after.figure], (first, last) =>
    widen(lineAt(triple, first, last), isRelative, limit),
  )
  return claimOn('course', figure, ledger, { right })
}

/** Where the line through the neighbours is at the time of the middle figure. */
function lineAt(triple: Triple, first: Interval, last: Interval): Interval {
  const [before, at, after] = triple
  const way = wayOf(triple)
  const rate = (value: Interval, { months }: Point) => divide(value, exactly(new Decimal(months)))
  const between = add(
    multiply(rate(first, before), exactly(new Decimal(1).minus(way))),
    multiply(rate(last, after), exactly(way)),
  )
  return multiply(between, exactly(new Decimal(at.months)))
}

function widen({ low, high }: Interval, isRelative: boolean, limit: Decimal): Interval {
  const by = (end: Decimal) => (isRelative ? end.abs().times(limit) : limit)
  return { low: low.minus(by(low)), high: high.plus(by(high)) }
}
