import type { Catalog } from '#data/catalog/catalog.ts'
import {
  isMeasured,
  type Observation,
  type ObservationRow,
  type Qualifier,
  type RefusalReason,
} from '#data/model/observation.ts'
import { endMonthOf, printPeriod } from '#data/model/period.ts'
import { cellOf } from '#data/model/series.ts'
import { trustCodes } from '#data/model/trust.ts'
import { combined } from '#data/store/bulk/judged-rows.ts'
import type { Cell } from '#data/store/bulk/open-bulk.ts'
import { checkedReasons, type Problem, plausibleRange, toObservation } from '../normalize/to-observation.ts'
import { formOf, keysOf, numberForms } from '../publish/number-rows.ts'
import type { ReadRow } from '../read-observations.ts'
import { validations } from '../validate.ts'

/** The reasons in the order in which they are looked for: SQL knows each by its place. */
export const reasonsInOrder: readonly RefusalReason[] = [
  ...checkedReasons,
  ...validations.map(({ reason }) => reason),
]
export const placeOfReason = (reason: RefusalReason) => reasonsInOrder.indexOf(reason)

interface Judging {
  readonly catalog: Catalog
  /** A source of the file by the compilation that it has. */
  readonly sourceOf: ReadonlyMap<string, string>
  /** Whether the periods were dates of the calendar. */
  readonly isDated: boolean
}

/**
 * Judges what rows have in common by the very rules that judge a row, with a region and a number that every rule lets pass.
 * @returns the judge, which gives the row of the table `combination`, and the forms that it has met.
 */
export function judgeCombinations({ catalog, sourceOf, isDated }: Judging) {
  const [region = ''] = catalog.regions.keys()
  const indicators = keysOf(catalog.indicators.keys())
  const forms = numbering<Observation>((each) => JSON.stringify(formOf(each)))
  const cells = numbering<Observation>((each) =>
    cellOf({ ...each, region: '', period: { ...each.period, start: 0, end: 0 } }),
  )
  const judge = (texts: Readonly<Record<string, string>>): readonly Cell[] => {
    const { source_compilation = '', ...given } = texts
    const source = sourceOf.get(source_compilation) ?? ''
    const cleaned = Object.fromEntries(Object.entries(given).map(([name, text]) => [name, text.trim()]))
    const row = { ...cleaned, region, value: '1' } as unknown as ObservationRow
    const judged = observe({ id: '', source, file: '', line: 0, row }, catalog, isDated)
    const told = [...combined.map((name) => given[name] ?? ''), source_compilation]
    if ('reason' in judged) return [...told, placeOfReason(judged.reason), ...nothing]
    const { period, measure, qualifier } = judged
    const { least, most } = plausibleRange(measure)
    return [
      ...told,
      null,
      indicators.get(judged.indicator) ?? null,
      period.start,
      period.end,
      printPeriod(period),
      cells.of(judged),
      forms.of(judged),
      judged.value.e,
      reaches[qualifier],
      isMeasured(judged),
      least,
      most,
    ]
  }
  return { judge, forms: forms.all }
}

/** The forms of the numbers of a file, each by an observation that has it. */
export type Forms = () => readonly Observation[]

/** Each form with each trust as a row of the table `form`, and its number there by its place here, which is how SQL finds it. */
export function orderForms(forms: Forms) {
  const all = forms().flatMap((each) =>
    trustCodes.map((trust) => ({ ...formOf(each), trust, is_remarked: false })),
  )
  const { rows, idOf } = numberForms(all)
  return { rows, ids: all.map((form) => idOf(form) ?? -1) }
}

/** What is left open of a combination that is refused: the eleven columns after its reason. */
const nothing: readonly null[] = Array.from({ length: 11 }, () => null)

/** On which side of what is printed the number may lie. */
const reaches: Readonly<Record<Qualifier, string>> = {
  '': 'exact',
  '~': 'about',
  '>': 'above',
  '>=': 'above',
  '<': 'below',
  '<=': 'below',
}

/** Gives each different thing the next number. */
function numbering<Thing>(keyOf: (thing: Thing) => string) {
  const known = new Map<string, number>()
  const things: Thing[] = []
  return {
    of(thing: Thing): number {
      const key = keyOf(thing)
      const found = known.get(key)
      if (found !== undefined) return found
      known.set(key, things.length)
      return things.push(thing) - 1
    },
    all: (): readonly Thing[] => things,
  }
}

/**
 * A row as an observation, or the first reason why it is none.
 * @param isDated whether its period is a date of the calendar. That is the end of a month where the number is of a moment;
 * of a span it tells only one end, so that the row is refused.
 */
export function observe(read: ReadRow, catalog: Catalog, isDated: boolean): Observation | Problem {
  if (!isDated) return toObservation(read, catalog)
  const day = read.row.period
  const observed = toObservation(
    { ...read, row: { ...read.row, period: day.slice(0, 'YYYY-MM'.length) } },
    catalog,
  )
  if ('reason' in observed) return observed
  if (observed.period.time === 'span')
    return { reason: 'period-does-not-fit', detail: `${day} 是一天，不是时段` }
  return isMonthEnd(day, observed) ? observed : { reason: 'period-does-not-fit', detail: `${day} 不是月末` }
}

function isMonthEnd(day: string, { period }: Observation): boolean {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.getUTCDate() === 1 && next.getUTCMonth() === endMonthOf(period) % 12
}
