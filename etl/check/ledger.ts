import type { Catalog } from '#data/catalog/catalog.ts'
import type { Identities } from '#data/catalog/identity.ts'
import type { SeriesCompilation } from '#data/model/compilation.ts'
import { groupBy } from '#data/model/group-by.ts'
import { timeOf } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import { isMeasured, type Observation } from '#data/model/observation.ts'
import type { Period } from '#data/model/period.ts'
import type { Ranked } from '#data/model/precedence.ts'
import { cellOf } from '#data/model/series.ts'

interface Question {
  readonly indicator: string
  readonly region: string
  readonly period: Period
  readonly measure?: Measure
  readonly compilation: SeriesCompilation
  readonly of?: string
  readonly comparedTo?: string
}

/** The measured figures, each fact by its most precise statement. */
export interface Ledger {
  readonly catalog: Catalog
  readonly identities: Identities
  readonly facts: readonly Observation[]
  /** The other statements of each fact, beside the most precise. */
  readonly repeated: readonly (readonly [precise: Observation, other: Observation])[]
  of(measure: Measure): readonly Observation[]
  /**
   * `measure` is the level, `of` and `comparedTo` are empty where left out. Only figures of the compilation named, or
   * of an indicator whose compilations agree, are found.
   */
  find(question: Question): Observation | undefined
}

const keyOf = ({
  indicator,
  region,
  period: { time, start, end },
  measure = 'level',
  compilation,
  of = '',
  comparedTo = '',
}: Question) => [indicator, region, time, start, end, measure, compilation, of, comparedTo].join('|')

const widthOf = ({ interval }: Observation) => interval.high.minus(interval.low)

/** The statement that leaves least open comes first, then the one that precedence shows. */
const byPrecision = (a: Ranked, b: Ranked) => widthOf(a).cmp(widthOf(b)) || a.rank - b.rank

/** Opens the figures for look-ups; targets and expectations stay outside. */
export function openLedger(
  observations: readonly Ranked[],
  catalog: Catalog,
  identities: Identities,
): Ledger {
  const measured = observations.filter(isMeasured)
  const cells = [...groupBy(measured, cellOf).values()].map((each) => each.toSorted(byPrecision))
  const facts = cells.flatMap((each) => each.slice(0, 1))
  const byKey = new Map(facts.map((each) => [keyOf(each), each]))
  const byMeasure = groupBy(facts, ({ measure }) => measure)
  return {
    catalog,
    identities,
    facts,
    repeated: cells.flatMap(([first, ...others]) =>
      first ? others.map((other) => [first, other] as const) : [],
    ),
    of: (measure) => byMeasure.get(measure) ?? [],
    find: (question) => byKey.get(keyOf(question)) ?? byKey.get(keyOf({ ...question, compilation: '' })),
  }
}

/** Whether the levels of the indicator of a figure stand at a moment. */
export function isStock({ catalog }: Ledger, { indicator }: Observation): boolean {
  const entry = catalog.indicators.get(indicator)
  return entry !== undefined && timeOf(entry, 'level') === 'moment'
}
