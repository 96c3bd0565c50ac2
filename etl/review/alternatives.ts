import type { Catalog } from '#data/catalog/catalog.ts'
import { timeOf, unitCodeOf } from '#data/model/indicator.ts'
import { type Measure, measureCodes } from '#data/model/measure.ts'
import {
  type Observation,
  type ObservationRow,
  observationColumns,
  statuses,
} from '#data/model/observation.ts'
import { monthOfYear, type Period, parsePeriod, printPeriod, shiftYears } from '#data/model/period.ts'
import { powerOf } from '#data/model/unit.ts'
import type { Column } from './answers.ts'

/** What stands around a row: the rows of its line, and those of its document. */
export interface Surroundings {
  readonly sentence: readonly ObservationRow[]
  readonly document: readonly ObservationRow[]
  /** Published statements of its fact. */
  readonly known: readonly Pick<Observation, 'printedValue' | 'printedUnit'>[]
  readonly catalog: Catalog
}

/** So many are offered before the whole catalogue is. */
const most = 6

type Offer = (row: ObservationRow, around: Surroundings) => readonly string[]

const offers: { readonly [Name in Column]?: Offer } = {
  indicator: ({ quote = '' }, { sentence, document, catalog }) => [
    ...valuesOf('indicator', sentence),
    ...namedIn(quote, catalog.indicators),
    ...byFrequency(valuesOf('indicator', document)),
  ],
  region: ({ quote = '' }, { sentence, document, catalog }) => [
    ...valuesOf('region', sentence),
    ...namedIn(quote, catalog.regions),
    ...byFrequency(valuesOf('region', document)),
  ],
  period: (row, { sentence, document, catalog }) => [
    ...valuesOf('period', sentence),
    ...otherBases(row, catalog),
    ...byFrequency(valuesOf('period', document)),
  ],
  measure: () => measureCodes,
  unit: (row, { sentence, known, catalog }) => [
    ...known.filter(({ printedValue }) => printedValue === row.value).map(({ printedUnit }) => printedUnit),
    ...valuesOf('unit', sentence).filter((unit) => fits(unit, row, catalog)),
    ...unitsOf(row, catalog),
  ],
  status: () => statuses,
  compared_to: (row, { sentence, document }) => [
    '',
    ...valuesOf('compared_to', sentence),
    ...valuesOf('period', document).filter((period) => period < row.period),
  ],
  of: (_, { sentence, document }) => ['', ...valuesOf('of', sentence), ...valuesOf('indicator', document)],
}

/** What each field of a row may be instead, the likeliest first. */
export function alternativesOf(
  row: ObservationRow,
  around: Surroundings,
): Readonly<Record<Column, string[]>> {
  const offer = (column: Column) => {
    const found = new Set(offers[column]?.(row, around) ?? [])
    found.delete(row[column])
    return [...found].slice(0, column === 'measure' ? measureCodes.length : most)
  }
  return Object.fromEntries(observationColumns.map((column) => [column, offer(column)])) as Record<
    Column,
    string[]
  >
}

const valuesOf = (column: Column, rows: readonly ObservationRow[]) =>
  rows.map((row) => row[column]).filter((value) => value !== '')

function byFrequency(values: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([value]) => value)
}

interface Named {
  readonly code: string
  readonly name: { readonly zh: string }
  readonly aliases: readonly string[]
}

/** The entries that the words name, the longest name first. */
function namedIn(text: string, entries: ReadonlyMap<string, Named>): string[] {
  const found = [...entries.values()].flatMap(({ code, name, aliases }) => {
    const lengths = [name.zh, ...aliases].filter((word) => text.includes(word)).map((word) => word.length)
    return lengths.length > 0 ? [{ code, length: Math.max(...lengths) }] : []
  })
  return found.toSorted((a, b) => b.length - a.length).map(({ code }) => code)
}

/** The same last month in another basis, and the same months a year before and after. */
function otherBases({ indicator, measure, period }: ObservationRow, { indicators }: Catalog): string[] {
  const entry = indicators.get(indicator)
  const time = entry && timeOf(entry, measure as Measure)
  const read = time && parsePeriod(period, time)
  if (!read) return []
  const { end } = read
  const starts = [end - (monthOfYear(end) - 1), end, end - 2].filter((start) => start <= end)
  const bases = read.time === 'span' ? starts.map((start): Period => ({ ...read, start })) : []
  const quarters = bases.filter(({ start }) => start !== end - 2 || start % 3 === 0)
  return [...quarters, shiftYears(read, -1), shiftYears(read, 1)].map(printPeriod)
}

function fits(unit: string, { indicator, measure }: ObservationRow, { indicators, units }: Catalog): boolean {
  const entry = indicators.get(indicator)
  const own = entry && units.get(unitCodeOf(entry, measure as Measure))
  return own !== undefined && powerOf(unit, own) !== undefined
}

const scales = ['', '万', '亿', '万亿']

function unitsOf({ indicator, measure }: ObservationRow, { indicators, units }: Catalog): string[] {
  const entry = indicators.get(indicator)
  const code = entry && unitCodeOf(entry, measure as Measure)
  if (code === 'percent') return ['%', 'pp']
  if (code === 'pp') return ['pp', '%']
  return entry ? printedUnits(entry, units) : []
}

/** What a level of an indicator may be printed in. */
export function printedUnits(
  { unit, counter }: { readonly unit: string; readonly counter?: string | undefined },
  units: Catalog['units'],
): string[] {
  const own = units.get(unit)
  if (!own) return []
  const [first = ''] = Object.keys(own.words).filter((word) => word !== '')
  const word = counter ?? first
  return own.scaled ? scales.map((scale) => scale + word) : Object.keys(own.words)
}
