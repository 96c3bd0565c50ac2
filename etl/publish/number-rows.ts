import type { Decimal } from 'decimal.js'
import type { Catalog } from '#data/catalog/catalog.ts'
import { exactDouble } from '#data/model/exact-double.ts'
import { isMeasured, type Observation } from '#data/model/observation.ts'
import { printPeriod } from '#data/model/period.ts'
import type { Ranked } from '#data/model/precedence.ts'
import { type Trust, trustOf } from '#data/model/trust.ts'
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
  const sorted = observations.toSorted(inOrder)
  const formsOfAll = sorted.map((each) => wholeFormOf(each, catalog, oddities.has(each.id)))
  const forms = numberForms(formsOfAll)
  const numbers = sorted.map((observation, id): Row => {
    const { period, value, interval, printedValue, source, line, rank, others } = observation
    return {
      id,
      indicator: indicators.get(observation.indicator),
      region: regions.get(observation.region),
      start_month: period.start,
      end_month: period.end,
      form: forms.idOf(formsOfAll[id] as Form),
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
    { table: schema.form, rows: forms.rows },
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

/** What an observation says of itself that many others say as well. */
export const formOf = (observation: Observation) => ({
  is_moment: observation.period.time === 'moment',
  measure: observation.measure,
  compilation: observation.compilation,
  unit: observation.unit,
  printed_unit: observation.printedUnit,
  compared_to: observation.comparedTo,
  share_of: observation.of,
  status: observation.status,
  qualifier: observation.qualifier,
})

interface Form extends ReturnType<typeof formOf> {
  readonly trust: Trust
  readonly is_remarked: boolean
}

const wholeFormOf = (observation: Ranked, catalog: Catalog, isOdd: boolean): Form => ({
  ...formOf(observation),
  trust: trustIn(catalog, observation),
  is_remarked: isOdd || observation.correction !== undefined,
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

/**
 * The combinations there are, numbered from 0, those of one measure that are or were together, so that a question for them is one range.
 * @returns their rows, and the number of each.
 */
export function numberForms(forms: readonly Form[]) {
  const distinct = new Map(forms.map((form) => [placeOfForm(form), form]))
  const sorted = [...distinct].sort(([a], [b]) => compareText(a, b))
  const ids = new Map(sorted.map(([place], id) => [place, id]))
  return {
    rows: sorted.map(([, form], id): Row => ({ id, ...form })),
    idOf: (form: Form) => ids.get(placeOfForm(form)),
  }
}

const placeOfForm = (form: Form) => JSON.stringify([form.measure, !isMeasured(form), ...Object.values(form)])
