import { isAcrossBreak } from '#data/model/derive/breaks.ts'
import { yoy } from '#data/model/derive/yoy.ts'
import { type Indicator, timeOf } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import { monthOfYear, printPeriod, shiftYears } from '#data/model/period.ts'
import type { FactRole, SentenceNote } from '#server/answers.ts'
import { isMeaningful } from '#server/meaning-of-transform.ts'
import { toKnown } from '#server/queries/derived-point.ts'
import { nation } from '#server/queries/national-totals.ts'
import type { PrintedNumber } from '#server/queries/printed-number.ts'
import { breaksOf } from '#server/queries/read-breaks.ts'
import { type Fact, isTelling } from './fact.ts'
import {
  derivedFact,
  isOf,
  levelsOf,
  type Material,
  type Scene,
  type Subject,
  statements,
  toFact,
} from './material.ts'
import { paceOf } from './pace.ts'
import { shareFacts } from './share-facts.ts'

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
  if (!isMeaningful(indicator, 'yoy') || indicator.growsInConstantPrices) return nothing
  const breaks = breaksOf(material.breaks, { indicator: indicator.code, region, compilation })
  const grown = yoy(levelsOf(scene), { breaks }).find(isOf(period))
  if (!grown) return nothing
  const between = breaks.find((each) => isAcrossBreak([each], shiftYears(period, -1), period))
  if (between) return { facts: [], notes: [{ region, kind: 'break', reason: between.reason }] }
  const fact = derivedFact(scene, grown, { role: 'growth', measure: 'yoy_pct', unit: 'percent' })
  return { facts: [fact].filter(({ point }) => isTelling(point)), notes: [] }
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
  const made = { role: 'pace', measure: 'growth_change_pp', unit: 'pp', comparedTo } as const
  return [derivedFact(scene, pace, made)].filter(({ point }) => isTelling(point))
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
