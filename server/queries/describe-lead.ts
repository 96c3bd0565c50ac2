import {
  type Derived,
  denominators,
  type Known,
  type Surroundings,
  type Transform,
} from '#data/model/derive/derived.ts'
import { transforms } from '#data/model/derive/index.ts'
import { regionSums } from '#data/model/derive/region-sum.ts'
import { type Indicator, unitCodeOf } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import { comparePeriods, type Period, periodOfYearEnd } from '#data/model/period.ts'
import type { Region } from '#data/model/region.ts'
import type { LeadAnswer, PointAnswer } from '#server/answers.ts'
import { isMeaningful } from '#server/meaning-of-transform.ts'
import type { Candidate } from './choose-leads.ts'
import { rank, toPlaced } from './compare-regions.ts'
import type { Finder, Sought } from './derive-series.ts'
import { toDerivedPoint, toKnown } from './derived-point.ts'
import type { Doubt } from './growth-beside.ts'
import { derivedToKnown } from './national-totals.ts'
import { type PrintedNumber, type ShownRow, toPoint } from './printed-number.ts'
import { breaksOf, type KnownBreak } from './read-breaks.ts'
import type { Scene } from './scene-of.ts'

/** The numbers of all regions of a scene, and the breaks of the indicators. */
export interface Material {
  readonly find: Finder
  readonly rowOf: ReadonlyMap<string, ShownRow>
  readonly breaks: readonly KnownBreak[]
  /** What is known against setting growth beside a level, by region. */
  readonly doubtIn: ReadonlyMap<string, Doubt>
}

/** How a region stands in one indicator, all of the period and compilation of its newest level. */
export function describeLead(candidate: Candidate, scene: Scene, material: Material): LeadAnswer {
  const { topic, indicator, compilation, basis, level } = candidate.item
  const { region, nation, zone } = scene
  const sideOf = (place: Region) => toSide({ ...candidate, ...material, place })
  const [own, whole] = [sideOf(region), sideOf(nation)]
  const isNation = region.code === nation.code
  return {
    ...{ topic, indicator, compilation, basis, level },
    rank: placeOf(candidate, scene, material.find),
    share: isNation ? null : own.share({ of: `region:${nation.code}`, levels: whole.levels }),
    growth: own.growth(),
    perHead: own.perHead(),
    nation: { growth: isNation ? null : whole.growth(), perHead: isNation ? null : whole.perHead() },
    zone: { growth: zone ? sideOf(zone).growth() : null },
  }
}

/** The place among the regions of its kind with a number of the period; none where there is no other. */
function placeOf({ item, period }: Candidate, { region, peers }: Scene, find: Finder): LeadAnswer['rank'] {
  const numbers = peers.flatMap(({ code }) => find({ ...item, region: code, measure: 'level' }))
  const ranked = rank(numbers.filter(isOf(period)).map(toPlaced))
  const own = ranked.find((row) => row.region === region.code)
  return own && ranked.length > 1 ? { place: own.rank, of: ranked.length } : null
}

const isOf = (period: Period) => (each: { readonly period: Period }) =>
  comparePeriods(each.period, period) === 0

interface Side extends Candidate, Material {
  readonly place: Region
}

/** What can be said of one place: the region itself, the nation or the zone. */
function toSide(side: Side) {
  const { indicator, item, period, place, rowOf } = side
  const levels = indicator.aggregation === 'sum' ? levelsOrSums(side, item, period) : levelsOf(side, item)
  const breaks = breaksOf(side.breaks, { ...item, region: place.code })
  const derive = (transform: Exclude<Transform, 'none'>, more: Partial<Surroundings>): PointAnswer | null => {
    if (!isMeaningful(indicator, transform)) return null
    const surroundings = { basis: item.basis, breaks, growth: [], netAdditions: [], ...more }
    const derived = transforms[transform](levels, surroundings).find(isOf(period))
    return derived ? toDerivedPoint(derived, unitAfter(transform, indicator), rowOf) : null
  }
  return {
    levels,
    share: (whole: Surroundings['whole']) =>
      indicator.aggregation === 'sum' ? derive('share', { whole }) : null,
    growth: () => {
      const printed = numberOf(side, 'yoy_pct')
      if (!printed) return derive('yoy', {})
      return isApart(side, printed) ? null : toPoint(printed.row)
    },
    perHead: () => derive('per_head', { denominator: populationOf(side) }),
  }
}

const numberOf = ({ item, period, place, find }: Side, measure: Measure): PrintedNumber | undefined =>
  find({ ...item, region: place.code, measure }).find(isOf(period))

/** Whether a printed growth does not go with the printed level. */
function isApart(side: Side, growth: PrintedNumber): boolean {
  const level = numberOf(side, 'level')
  const doubt = side.doubtIn.get(side.place.code)
  return level !== undefined && doubt?.(level, growth) !== undefined
}

type Wanted = Pick<Sought, 'indicator' | 'compilation' | 'basis'>
type Place = Pick<Side, 'place' | 'find'>

const levelsOf = ({ place, find }: Place, wanted: Wanted): Known[] =>
  find({ ...wanted, region: place.code, measure: 'level' }).map(toKnown)

/**
 * The levels of a place, or, where that of the period was not printed for a group, the sums of its members: all of
 * one kind, so that growth never sets a sum against a printed total.
 */
function levelsOrSums(side: Place, wanted: Wanted, period: Period): Known[] {
  const printed = levelsOf(side, wanted)
  const { members } = side.place
  return members && !printed.some(isOf(period)) ? sumsOf(side, members, wanted).map(derivedToKnown) : printed
}

function sumsOf({ find }: Place, members: readonly string[], wanted: Wanted): Derived[] {
  const levels = members.flatMap((region) =>
    find({ ...wanted, region, measure: 'level' }).map((number) => ({ ...toKnown(number), region })),
  )
  return regionSums(levels, members)
}

function populationOf(side: Side): Known[] {
  const yearEnd = periodOfYearEnd(side.period)
  const population = { indicator: denominators.per_head, compilation: '', basis: 'stock' } as const
  return yearEnd ? levelsOrSums(side, population, yearEnd) : []
}

const unitAfter = (transform: Transform, indicator: Indicator) =>
  transform === 'per_head' ? unitCodeOf(indicator, 'level') : 'percent'
