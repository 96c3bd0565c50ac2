import type { Catalog } from '#data/catalog/catalog.ts'
import type { SeriesCompilation } from '#data/model/compilation.ts'
import { isAcrossBreak } from '#data/model/derive/breaks.ts'
import type { Derived, Known } from '#data/model/derive/derived.ts'
import { share } from '#data/model/derive/share.ts'
import { yoy } from '#data/model/derive/yoy.ts'
import { type Indicator, timeOf } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Status } from '#data/model/observation.ts'
import {
  admits,
  type Basis,
  comparePeriods,
  monthOfYear,
  type Period,
  printPeriod,
  shiftYears,
} from '#data/model/period.ts'
import type { FactRole, SentenceNote } from '#server/answers.ts'
import { isMeaningful, wholeOf } from '#server/meaning-of-transform.ts'
import { type Finder, finderOf } from '#server/queries/derive-series.ts'
import { toDerivedPoint, toKnown } from '#server/queries/derived-point.ts'
import type { Doubt } from '#server/queries/growth-beside.ts'
import { derivedToKnown, type NationalTotals, nation } from '#server/queries/national-totals.ts'
import { type PrintedNumber, type ShownRow, toPoint } from '#server/queries/printed-number.ts'
import { breaksOf, type KnownBreak } from '#server/queries/read-breaks.ts'
import type { Fact } from './fact.ts'
import { paceOf } from './pace.ts'

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

/** What can be said of a subject; no facts where there is no number of it. */
export interface Gathered {
  readonly facts: readonly Fact[]
  readonly notes: readonly SentenceNote[]
}

const nothing: Gathered = { facts: [], notes: [] }

/** The number asked for, with what goes with it: growth and its pace, what was added, and what it is a share of. */
export function gatherFacts(subject: Subject, material: Material): Gathered {
  const figure = figureOf(subject, material)
  if (!figure) return nothing
  const of: Scene = { ...subject, material, status: figure.point.status }
  if (subject.measure === 'yoy_pct')
    return { facts: [figure, ...paceFact(of).filter(isBeside(figure))], notes: [] }
  if (subject.measure !== 'level') return { facts: [figure], notes: [] }
  const growth = growthOf(of)
  const facts = [
    figure,
    ...growth.facts,
    ...(growth.facts.some(({ point }) => !point.derived) ? paceFact(of) : []),
    ...printedFact(of, 'net_add', 'addition'),
    ...printedFact(of, 'level_change', 'change'),
    ...shareFacts(of),
  ]
  return { facts: facts.filter(isBeside(figure)), notes: growth.notes }
}

/** What is preliminary is not said in one sentence with what is final. */
const isBeside =
  (figure: Fact) =>
  ({ point }: Fact) =>
    point.status === figure.point.status

/** A subject with all that is known of it. */
interface Scene extends Subject {
  readonly material: Material
  /** That of its number: what is made of others stands beside it, whatever they are. */
  readonly status?: Status
}

const isOf = (period: Period) => (each: { readonly period: Period }) =>
  each.period.time === period.time && comparePeriods(each.period, period) === 0

/** Every statement of a measure of the subject's region and compilation, whatever whole or base it names. */
const statements = ({ indicator, region, compilation, material }: Scene, measure: Measure) =>
  material.numbers.filter(
    (each) =>
      each.indicator === indicator.code &&
      each.region === region &&
      each.measure === measure &&
      each.compilation === compilation,
  )

const toFact = (number: PrintedNumber, role: FactRole): Fact => {
  const { indicator, region, measure, compilation, of, row } = number
  return { role, indicator, region, measure, compilation, of, point: toPoint(row) }
}

function figureOf(subject: Subject, material: Material): Fact | undefined {
  const { indicator, region, measure, period, compilation } = subject
  const [printed] = statements({ ...subject, material }, measure)
    .filter(isOf(period))
    .toSorted(usualFirst(indicator, region))
  if (printed) return toFact(printed, 'figure')
  if (measure !== 'level' || region !== nation) return undefined
  const sum = material.totals.of({ indicator: indicator.code, compilation }, []).find(isOf(period))
  return sum && derivedFact({ ...subject, material }, sum, { role: 'figure', measure, unit: indicator.unit })
}

/** Measured against the usual, of the whole that it is usually a share of. */
const usualFirst =
  ({ partOf }: Indicator, region: string) =>
  (a: PrintedNumber, b: PrintedNumber) => {
    const wholes = [partOf ?? '', region === nation ? '' : `region:${nation}`, '']
    const placeOf = ({ of, comparedTo }: PrintedNumber) =>
      (comparedTo === '' ? 0 : 10) + (wholes.indexOf(of) + 1 || 9)
    return placeOf(a) - placeOf(b) || (a.row.id < b.row.id ? -1 : 1)
  }

interface Made {
  readonly role: FactRole
  readonly measure: Measure
  readonly unit: string
  readonly of?: string
  readonly comparedTo?: string
}

function derivedFact(scene: Scene, derived: Derived, made: Made): Fact {
  const { indicator, region, compilation, material, status } = scene
  const { role, measure, unit, of = '', comparedTo = '' } = made
  const point = { ...toDerivedPoint(derived, unit, material.rowOf), comparedTo, ...(status && { status }) }
  return { role, indicator: indicator.code, region, measure, compilation, of, point }
}

/** Growth as printed where it goes with the level, else as the levels make it, but not across a break. */
function growthOf(scene: Scene): Gathered {
  const { region, period, material } = scene
  const find = (measure: Measure) =>
    material.find({ ...scene, indicator: scene.indicator.code, measure }).find(isOf(period))
  const [level, printed] = [find('level'), find('yoy_pct')]
  if (!printed) return derivedGrowth(scene)
  const reason = level && material.doubtIn.get(region)?.(level, printed)
  if (reason) return { facts: [], notes: [{ region, kind: 'apart', reason }] }
  return { facts: [toFact(printed, 'growth')], notes: [] }
}

function derivedGrowth(scene: Scene): Gathered {
  const { indicator, region, period, material, compilation } = scene
  if (!isMeaningful(indicator, 'yoy')) return nothing
  const breaks = breaksOf(material.breaks, { indicator: indicator.code, region, compilation })
  const grown = yoy(levelsOf(scene), { breaks }).find(isOf(period))
  if (!grown) return nothing
  const between = breaks.find((each) => isAcrossBreak([each], shiftYears(period, -1), period))
  if (between) return { facts: [], notes: [{ region, kind: 'break', reason: between.reason }] }
  if (!isTelling(grown)) return nothing
  return {
    facts: [derivedFact(scene, grown, { role: 'growth', measure: 'yoy_pct', unit: 'percent' })],
    notes: [],
  }
}

/** How far a derived number may be off for its digits to say something: a quarter of it. */
const widest = 0.25

const isTelling = ({ value, interval: { low, high } }: Derived): boolean =>
  low.isFinite() && high.isFinite() && high.minus(low).div(2).lte(value.abs().times(widest))

/** The levels of the basis, of the nation also the sums that stand in for it. */
function levelsOf({ indicator: { code: indicator }, region, compilation, basis, material }: Scene): Known[] {
  const printed = material.find({ indicator, region, compilation, basis, measure: 'level' })
  const sums = region === nation ? material.totals.of({ indicator, compilation }, printed) : []
  const admitted = sums.filter(({ period }) => admits[basis](period))
  return [...printed.map(toKnown), ...admitted.map(derivedToKnown)].sort((a, b) =>
    comparePeriods(a.period, b.period),
  )
}

/** Against the period before: as printed where a document says it, else made of both growths. */
function paceFact(scene: Scene): Fact[] {
  const { indicator, material, period, basis } = scene
  const growths = material.find({ ...scene, indicator: indicator.code, measure: 'yoy_pct' }).map(toKnown)
  const now = growths.find(isOf(period))
  const pace = now && paceOf(now, growths, basis)
  if (!now || !pace) return []
  const before = printPeriod(shiftYears(period, -1))
  const comparedTo = pace.against === before ? '' : pace.against
  const printed = statements(scene, 'growth_change_pp').find(
    (each) => isOf(period)(each) && each.comparedTo === comparedTo,
  )
  if (printed) return [toFact(printed, 'pace')]
  return [derivedFact(scene, pace, { role: 'pace', measure: 'growth_change_pp', unit: 'pp', comparedTo })]
}

/** What a document says of the very period against the usual base: 比上年末净增, 较上年提高. */
function printedFact(scene: Scene, measure: 'net_add' | 'level_change', role: FactRole): Fact[] {
  const { indicator, period } = scene
  const isAddition = measure === 'net_add' && period.time === 'moment'
  const span = isAddition
    ? ({ time: 'span', start: period.end - monthOfYear(period.end) + 1, end: period.end } as const)
    : period
  if (timeOf(indicator, measure) !== span.time) return []
  const printed = statements(scene, measure).find((each) => isOf(span)(each) && each.comparedTo === '')
  return printed ? [toFact(printed, role)] : []
}

/** Shares of what it is part of and, below the nation, of the nation: as printed, else made of both levels. */
function shareFacts(scene: Scene): Fact[] {
  const { indicator, region } = scene
  const wholes = [
    ...(indicator.partOf === undefined ? [] : [{ of: indicator.partOf, role: 'share' as const }]),
    ...(region === nation ? [] : [{ of: `region:${nation}`, role: 'share_of_nation' as const }]),
  ]
  return wholes.flatMap(({ of, role }) => {
    const printed = statements(scene, 'share_pct').find((each) => isOf(scene.period)(each) && each.of === of)
    return printed ? [toFact(printed, role)] : derivedShare(scene, of, role)
  })
}

function derivedShare(scene: Scene, of: string, role: FactRole): Fact[] {
  const { indicator, region, period, material } = scene
  const whole = wholeOf(indicator, region)
  const entry = whole && material.catalog.indicators.get(whole.indicator)
  if (!entry || entry.unit !== indicator.unit) return []
  if (whole.of !== of || !isMeaningful(indicator, 'share') || indicator.unit === 'percent') return []
  if (region !== nation && indicator.aggregation !== 'sum') return []
  const levels = levelsOf({ ...scene, indicator: entry, region: whole.region })
  const made = share(levelsOf(scene), { whole: { of, levels } }).find(isOf(period))
  if (!made || !isTelling(made) || made.value.gt(100)) return []
  return [derivedFact(scene, made, { role, measure: 'share_pct', unit: 'percent', of })]
}
