import type { Catalog } from '#data/catalog/catalog.ts'
import type { SeriesCompilation } from '#data/model/compilation.ts'
import type { Derived, Known } from '#data/model/derive/derived.ts'
import type { Indicator } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Status } from '#data/model/observation.ts'
import { admits, type Basis, comparePeriods, isSamePeriod, type Period } from '#data/model/period.ts'
import type { FactRole } from '#server/answers.ts'
import { type Finder, finderOf } from '#server/queries/derive-series.ts'
import { toDerivedPoint, toKnown } from '#server/queries/derived-point.ts'
import type { Doubt } from '#server/queries/growth-beside.ts'
import { derivedToKnown, type NationalTotals, nation } from '#server/queries/national-totals.ts'
import { type PrintedNumber, type ShownRow, toPoint } from '#server/queries/printed-number.ts'
import type { KnownBreak } from '#server/queries/read-breaks.ts'
import type { Fact } from './fact.ts'

/** All that is known of an indicator, and of what it is part of, in some regions and the nation. */
export interface Material {
  readonly catalog: Catalog
  readonly numbers: readonly PrintedNumber[]
  readonly find: Finder
  readonly rowOf: ReadonlyMap<string, ShownRow>
  readonly breaks: readonly KnownBreak[]
  readonly totals: NationalTotals
  /** What is known against setting growth beside a level, by region. */
  readonly doubtIn: ReadonlyMap<string, Doubt>
}

/** @param numbers every number that may be said, or that a derivation may need. */
export function toMaterial(
  numbers: readonly PrintedNumber[],
  rest: Pick<Material, 'catalog' | 'breaks' | 'totals' | 'doubtIn'>,
): Material {
  const rows = [...numbers.map(({ row }) => row), ...rest.totals.rows]
  return { ...rest, numbers, find: finderOf(numbers), rowOf: new Map(rows.map((row) => [row.id, row])) }
}

/** A number, or where nobody printed it, those it is made of: what its sources are asked of. */
export const originsOf = ({ point }: Fact, { rowOf }: Material): readonly { readonly source: string }[] =>
  point.derived ? point.derived.parents.flatMap((id) => rowOf.get(id) ?? []) : [point]

/** What a sentence is about. */
export interface Subject {
  readonly indicator: Indicator
  readonly region: string
  readonly measure: Measure
  readonly compilation: SeriesCompilation
  readonly basis: Basis
  readonly period: Period
}

/** A subject with all that is known of it. */
export interface Scene extends Subject {
  readonly material: Material
  /** That of its number: what is made of others stands beside it, whatever they are. */
  readonly status?: Status
}

/** Whether a number is of this very period. */
export const isOf = (period: Period) => (each: { readonly period: Period }) =>
  isSamePeriod(each.period, period)

/** Every statement of a measure of the subject's region and compilation, whatever whole or base it names. */
export const statements = ({ indicator, region, compilation, material }: Scene, measure: Measure) =>
  material.numbers.filter(
    (each) =>
      each.indicator === indicator.code &&
      each.region === region &&
      each.measure === measure &&
      each.compilation === compilation,
  )

/** A printed number as something to be said. */
export const toFact = (number: PrintedNumber, role: FactRole): Fact => {
  const { indicator, region, measure, compilation, of, row } = number
  return { role, indicator, region, measure, compilation, of, point: toPoint(row) }
}

interface Made {
  readonly role: FactRole
  readonly measure: Measure
  readonly unit: string
  readonly of?: string
  readonly comparedTo?: string
}

/** A derived number as something to be said, of the subject of the scene. */
export function derivedFact(scene: Scene, derived: Derived, made: Made): Fact {
  const { indicator, region, compilation, material, status } = scene
  const { role, measure, unit, of = '', comparedTo = '' } = made
  const point = { ...toDerivedPoint(derived, unit, material.rowOf), comparedTo, ...(status && { status }) }
  return { role, indicator: indicator.code, region, measure, compilation, of, point }
}

/** The levels of the basis, of the nation also the sums that stand in for it. */
export function levelsOf({
  indicator: { code: indicator },
  region,
  compilation,
  basis,
  material,
}: Scene): Known[] {
  const printed = material.find({ indicator, region, compilation, basis, measure: 'level' })
  const sums = region === nation ? material.totals.of({ indicator, compilation }, printed) : []
  const admitted = sums.filter(({ period }) => admits[basis](period))
  return [...printed.map(toKnown), ...admitted.map(derivedToKnown)].sort((a, b) =>
    comparePeriods(a.period, b.period),
  )
}
