import type { Decimal } from 'decimal.js'
import type { Catalog } from '#data/catalog/catalog.ts'
import { exactDouble } from '#data/model/exact-double.ts'
import type { Observation } from '#data/model/observation.ts'
import { printPeriod } from '#data/model/period.ts'
import type { Ranked } from '#data/model/precedence.ts'
import { trustOf } from '#data/model/trust.ts'
import * as schema from '#data/store/schema.ts'
import type { TableRows } from '#data/store/write-database.ts'

type Row = Readonly<Record<string, unknown>>

/** How the table of numbers knows codes: by their place in the order of all. */
export const keysOf = (codes: Iterable<string>): ReadonlyMap<string, number> =>
  new Map([...codes].sort(compareText).map((code, key) => [code, key]))

/**
 * The observations as rows of the tables `number`, `form` and `provenance`.
 * @param oddities what a finding says of a figure off its course, by its id.
 */
export function numberTables(
  observations: readonly Ranked[],
  catalog: Catalog,
  oddities: ReadonlyMap<string, Row>,
): TableRows[] {
  const indicators = keysOf(catalog.indicators.keys())
  const regions = keysOf(catalog.regions.keys())
  const sources = keysOf(catalog.sources.keys())
  const forms = collectForms()
  const sorted = observations.toSorted(inOrder)
  const numbers = sorted.map((observation, id): Row => {
    const { period, value, interval, printedValue, source, line, rank, others } = observation
    const isRemarked = observation.correction !== undefined || oddities.has(observation.id)
    return {
      id,
      indicator: indicators.get(observation.indicator),
      region: regions.get(observation.region),
      start_month: period.start,
      end_month: period.end,
      form: forms.keyOf({
        ...formOf(observation),
        trust: trustIn(catalog, observation),
        is_remarked: isRemarked,
      }),
      rank,
      others,
      source: sources.get(source),
      line,
      value: exactDouble(value),
      low: endOf(interval.low),
      high: endOf(interval.high),
      printed_value: printedValue,
      place: placeOf(observation),
    }
  })
  const provenance = sorted.map((each, id) => ({ id, ...provenanceOf(each), ...oddities.get(each.id) }))
  return [
    { table: schema.number, rows: numbers },
    { table: schema.form, rows: forms.rows() },
    { table: schema.provenance, rows: provenance },
  ]
}

/** The order in which the table is read: zone maps then do the work of an index. */
const inOrder = (a: Ranked, b: Ranked): number =>
  compareText(a.indicator, b.indicator) ||
  compareText(a.region, b.region) ||
  a.period.end - b.period.end ||
  a.period.start - b.period.start ||
  compareText(a.id, b.id)

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const endOf = (end: Decimal) => (end.isFinite() ? exactDouble(end) : null)

export const formOf = ({
  period,
  measure,
  compilation,
  unit,
  printedUnit,
  comparedTo,
  of,
  ...same
}: Observation) => ({
  is_moment: period.time === 'moment',
  measure,
  compilation,
  unit,
  printed_unit: printedUnit,
  compared_to: comparedTo,
  share_of: of,
  status: same.status,
  qualifier: same.qualifier,
})

const provenanceOf = ({ period, column, rule, implied, quote, correction }: Ranked) => ({
  period: printPeriod(period),
  column_number: column,
  rule,
  implied,
  quote,
  correction,
})

function placeOf({ id, source }: Ranked): string {
  if (!id.startsWith(`${source}:`))
    throw new Error(`the observation ${id} is not named after its source ${source}`)
  return id.slice(source.length + 1)
}

const trustIn = ({ sources }: Catalog, { source, quote }: Ranked) =>
  trustOf({ quote, url: sources.get(source)?.url ?? '' })

/** Gives each combination that it has not seen the next number. */
function collectForms() {
  const known = new Map<string, Row & { readonly id: number }>()
  return {
    keyOf: (form: Row): number => {
      const key = JSON.stringify(form)
      const found = known.get(key) ?? { id: known.size, ...form }
      known.set(key, found)
      return found.id
    },
    rows: (): Row[] => [...known.values()],
  }
}
