import type { Composition } from '#data/catalog/identity.ts'
import { groupBy } from '#data/model/group-by.ts'
import type { Observation } from '#data/model/observation.ts'
import { monthsOf } from '#data/model/period.ts'
import { cellOf } from '#data/model/series.ts'
import type { Ledger } from './ledger.ts'

/** A whole as printed with those of its parts that are printed for the same period. */
export interface Composed {
  readonly whole: Observation
  readonly parts: readonly Observation[]
  /** All parts are there, and together they are the whole. */
  readonly isComplete: boolean
}

const isAdditive = ({ measure, comparedTo }: Observation) =>
  comparedTo === '' && (measure === 'level' || measure === 'net_add')

/** Levels and net additions of which parts are printed too: of the indicator, and of the region. */
export function* composed(ledger: Ledger): Generator<Composed> {
  const { identities } = ledger
  const byIndicator = groupBy(identities.parts, ({ whole }) => whole)
  const byRegion = groupBy(identities.regions, ({ whole }) => whole)
  for (const whole of ledger.facts.filter(isAdditive)) {
    for (const composition of byIndicator.get(whole.indicator) ?? [])
      yield* gather(ledger, whole, composition, (indicator) => ({ ...whole, indicator }))
    if (ledger.catalog.indicators.get(whole.indicator)?.aggregation !== 'sum') continue
    for (const composition of byRegion.get(whole.region) ?? [])
      yield* gather(ledger, whole, composition, (region) => ({ ...whole, region }))
  }
  yield* ledByLeaders(ledger)
}

function* gather(
  ledger: Ledger,
  whole: Observation,
  { parts: codes, isComplete, from, to }: Composition,
  questionFor: (code: string) => Observation,
): Generator<Composed> {
  const { end } = monthsOf(whole.period)
  if ((from && end < from) || (to && end > to)) return
  const parts = codes.flatMap((code) => ledger.find(questionFor(code)) ?? [])
  if (parts.length > 0) yield { whole, parts, isComplete: isComplete && parts.length === codes.length }
}

const provinceCode = /^\d\d0000$/

/** 居前5名的省份: the largest of those that are printed for the same period, once there are as many. */
function* ledByLeaders({ facts, identities: { leaders } }: Ledger): Generator<Composed> {
  const placeless = (each: Observation) => cellOf({ ...each, region: '' })
  const provinces = groupBy(
    facts.filter((each) => provinceCode.test(each.region) && isAdditive(each)),
    placeless,
  )
  for (const { group, count } of leaders) {
    for (const whole of facts.filter((each) => each.region === group && isAdditive(each))) {
      const largest = (provinces.get(placeless(whole)) ?? []).toSorted((a, b) => b.value.comparedTo(a.value))
      if (largest.length >= count) yield { whole, parts: largest.slice(0, count), isComplete: true }
    }
  }
}

/** The figures that are sums over time, levels of flows and net additions, by indicator, region and compilation. */
export function flowsOf({ facts, catalog }: Ledger): Observation[][] {
  const flows = facts.filter(
    (each) =>
      isAdditive(each) &&
      (each.measure === 'net_add' || catalog.indicators.get(each.indicator)?.kind === 'flow'),
  )
  const keyOf = ({ indicator, region, measure, compilation }: Observation) =>
    [indicator, region, measure, compilation].join('|')
  return [...groupBy(flows, keyOf).values()]
}
