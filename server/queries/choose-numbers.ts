import { type Compilation, defaultCompilation, type SeriesCompilation } from '#data/model/compilation.ts'
import { groupBy } from '#data/model/group-by.ts'
import type { Indicator } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import {
  admits,
  type Basis,
  basesOf,
  isSamePeriod,
  lengthOf,
  type Period,
  printPeriod,
} from '#data/model/period.ts'
import { listOf } from '#data/wording/list-text.ts'
import { measureNames } from '#data/wording/measure-names.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import { Problem } from '#server/errors.ts'
import { subjectOf } from '#server/meaning.ts'
import type { Material } from '#server/sentences/material.ts'
import { nation } from './national-totals.ts'

/** Which numbers are to be said; what is left out is chosen. */
export interface NumbersSought {
  readonly indicator: Indicator
  readonly regions: readonly string[]
  readonly measure: Measure
  readonly period: Period | undefined
  readonly basis: Basis | undefined
  readonly compilation: Compilation | undefined
  readonly asOf: string | undefined
}

interface Candidate {
  readonly region: string
  readonly period: Period
  readonly compilation: SeriesCompilation
}

/**
 * The period and compilation that most of the regions have, the newest of these, the widest, the usual compilation first.
 * @throws Problem 404 when none of the regions has such a number.
 */
export function chooseNumbers(
  sought: NumbersSought,
  material: Material,
): Pick<Candidate, 'period' | 'compilation'> {
  const candidates = candidatesOf(sought, material).filter(isMeant(sought))
  const groups = groupBy(candidates, ({ compilation, period }) =>
    [compilation, period.time, printPeriod(period)].join('|'),
  )
  const counted = [...groups.values()].flatMap((group) => {
    const regions = new Set(group.map(({ region }) => region)).size
    return group.slice(0, 1).map((first) => ({ ...first, regions }))
  })
  const [best] = counted.sort(
    (a, b) =>
      b.regions - a.regions ||
      b.period.end - a.period.end ||
      lengthOf(b.period) - lengthOf(a.period) ||
      isUsual(b) - isUsual(a),
  )
  if (best) return best
  throw noSuchNumber(sought, material)
}

const isUsual = ({ compilation }: Candidate) => Number(compilation === defaultCompilation)

const isMeant =
  ({ compilation, basis, period }: NumbersSought) =>
  (each: Candidate) =>
    ['', compilation ?? each.compilation].includes(each.compilation) &&
    (basis === undefined || admits[basis](each.period)) &&
    (period === undefined || isSamePeriod(each.period, period))

/** The printed numbers, and of the nation the sums of the provinces that stand in for it. */
function candidatesOf(
  { indicator, regions, measure }: NumbersSought,
  { numbers, totals }: Material,
): Candidate[] {
  const printed = numbers.filter(
    (each) =>
      each.indicator === indicator.code &&
      each.measure === measure &&
      regions.includes(each.region) &&
      basesOf(each.period).length > 0,
  )
  if (measure !== 'level' || !regions.includes(nation)) return printed
  const sums = indicator.compilations.flatMap((compilation) =>
    totals
      .of({ indicator: indicator.code, compilation }, [])
      .map(({ period }) => ({ region: nation, period, compilation })),
  )
  return [...printed, ...sums]
}

/** There is no such number: what may be why, and what there is instead. */
function noSuchNumber(sought: NumbersSought, { numbers, catalog }: Material): Problem {
  const { indicator, regions, measure, period } = sought
  const places = regions.map((code) => catalog.regions.get(code)?.name.zh ?? code)
  const limits = (['basis', 'compilation', 'asOf'] as const).filter((name) => sought[name] !== undefined)
  const when = period ? `${formatPeriod(period, 'zh')}的` : ''
  const why =
    limits.length > 0 ? `（所限：${limits.map((name) => `${name}=${sought[name]}`).join('、')}）` : ''
  const own = numbers.filter((each) => each.indicator === indicator.code && regions.includes(each.region))
  const others = [...new Set(own.map((each) => each.measure))].filter((each) => each !== measure)
  const hint =
    others.length > 0 && !own.some((each) => each.measure === measure)
      ? `有 ${others.map((each) => `measure=${each}（${measureNames[each].zh}）`).join('、')}`
      : `有数字的时期见 /api/v1/indicators/${indicator.code}`
  const message = `${listOf(places, 'zh')}没有${when}${subjectOf(indicator, measure)}${why}；${hint}`
  return new Problem(404, 'no_numbers', message, period ? 'period' : 'region')
}
