import type { Catalog } from '#data/catalog/catalog.ts'
import {
  type Compilation,
  compilationCodes,
  defaultCompilation,
  type SeriesCompilation,
} from '#data/model/compilation.ts'
import { isExactDouble } from '#data/model/exact-double.ts'
import { printedPower, timeOf, unitCodeOf } from '#data/model/indicator.ts'
import { intervalOf } from '#data/model/interval.ts'
import { type Measure, measureCodes } from '#data/model/measure.ts'
import {
  type Observation,
  type ObservationRow,
  type Qualifier,
  qualifiers,
  type RefusalReason,
  type Status,
  statuses,
} from '#data/model/observation.ts'
import { basesOf, parsePeriod } from '#data/model/period.ts'
import { toBase } from '#data/model/unit.ts'
import { measureNames } from '#data/wording/measure-names.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ReadRow } from '../read-observations.ts'

export interface Problem {
  readonly reason: RefusalReason
  readonly detail: string
}

type Check = (row: ObservationRow, catalog: Catalog) => string | undefined

/** What must be true of a row before it means anything, in the order in which one thing leans on another. */
const checks: readonly (readonly [RefusalReason, Check])[] = [
  ['unknown-indicator', ({ indicator }, { indicators }) => unless(indicators.has(indicator), indicator)],
  ['unknown-region', ({ region }, { regions }) => unless(regions.has(region), region)],
  ['unknown-measure', ({ measure }) => unless(isMeasure(measure), measure)],
  ['unknown-status', ({ status }) => unless(isStatus(status), status)],
  ['unknown-qualifier', ({ qualifier }) => unless(isQualifier(qualifier), qualifier)],
  [
    'unknown-compilation',
    ({ compilation }) =>
      unless(isCompilation(compilation), `${compilation}，应为 ${compilationCodes.join('、')} 之一`),
  ],
  ['not-a-number', ({ value }) => unless(/^-?\d+(\.\d+)?$/.test(value), value)],
  ['unreadable-period', ({ period }) => unless(isPeriod(period), period)],
  ['period-does-not-fit', (row, catalog) => unless(readPeriod(row, catalog) !== undefined, row.period)],
  ['period-has-no-basis', periodWithoutBasis],
  ['unit-does-not-fit', unitThatDoesNotFit],
  ['unknown-reference', unknownReference],
  ['comparison-not-earlier', comparisonNotEarlier],
  ['implausible-value', implausibleValue],
  ['too-many-digits', tooManyDigits],
]

/** The reasons for which a row alone is refused, in the order in which they are looked for. */
export const checkedReasons: readonly RefusalReason[] = checks.map(([reason]) => reason)

/** A row as an observation, or the first reason why it is none. */
export function toObservation(
  { id, source, row, correction }: ReadRow,
  catalog: Catalog,
): Observation | Problem {
  for (const [reason, check] of checks) {
    const detail = check(row, catalog)
    if (detail !== undefined) return { reason, detail }
  }
  const { period, power, unit } = understood(row, catalog)
  return {
    id,
    indicator: row.indicator,
    region: row.region,
    period,
    measure: row.measure as Measure,
    compilation: compilationOf(row, source, catalog),
    value: toBase(row.value, power),
    interval: intervalOf(row.value, power, row.qualifier as Qualifier),
    unit,
    printedValue: row.value,
    printedUnit: row.unit,
    comparedTo: row.compared_to,
    of: row.of,
    status: row.status as Status,
    qualifier: row.qualifier as Qualifier,
    source,
    ...whereRead(row),
    ...(correction === undefined ? {} : { correction }),
  }
}

/** Where the number stands in its document and how it was read, for what was read from a document at hand. */
function whereRead({ line, column, rule, implied, quote }: ObservationRow) {
  return {
    ...(line && { line: Number(line) }),
    ...(column && { column: Number(column) }),
    ...(rule && { rule }),
    ...(implied && { implied }),
    ...(quote && { quote }),
  }
}

/** The compilation that sets the number's series apart: the row's or its source's, where those of the indicator differ. */
function compilationOf(
  { indicator, compilation }: ObservationRow,
  source: string,
  { indicators, sources }: Catalog,
): SeriesCompilation {
  const differ = indicators.get(indicator)?.compilations ?? []
  if (differ.length === 0) return ''
  return (compilation as Compilation) || (sources.get(source)?.compilation ?? defaultCompilation)
}

function understood(row: ObservationRow, catalog: Catalog) {
  const period = readPeriod(row, catalog)
  const power = readPower(row, catalog)
  const unit = baseUnitOf(row, catalog)
  if (!period || power === undefined || !unit) throw new Error(`checks let through ${JSON.stringify(row)}`)
  return { period, power, unit: unit.code }
}

/** The database keeps numbers as doubles, of which each must be the very number that was printed. */
function tooManyDigits(row: ObservationRow, catalog: Catalog): string | undefined {
  const { power } = understood(row, catalog)
  const { low, high } = intervalOf(row.value, power, row.qualifier as Qualifier)
  const ends = [toBase(row.value, power), low, high].filter((end) => end.isFinite())
  return unless(ends.every(isExactDouble), row.value)
}

const unless = (holds: boolean, detail: string) => (holds ? undefined : detail || '空')
const isMeasure = (text: string) => (measureCodes as readonly string[]).includes(text)
const isStatus = (text: string) => (statuses as readonly string[]).includes(text)
const isQualifier = (text: string) => (qualifiers as readonly string[]).includes(text)
const isCompilation = (text = '') => text === '' || (compilationCodes as readonly string[]).includes(text)
const isPeriod = (text: string) => (parsePeriod(text, 'span') ?? parsePeriod(text, 'moment')) !== undefined

function readPeriod({ indicator, measure, period }: ObservationRow, { indicators }: Catalog) {
  const entry = indicators.get(indicator)
  return entry && parsePeriod(period, timeOf(entry, measure as Measure))
}

function periodWithoutBasis(row: ObservationRow, catalog: Catalog): string | undefined {
  const period = readPeriod(row, catalog)
  return period && basesOf(period).length === 0 ? formatPeriod(period, 'zh') : undefined
}

function baseUnitOf({ indicator, measure }: ObservationRow, { indicators, units }: Catalog) {
  const entry = indicators.get(indicator)
  return entry && units.get(unitCodeOf(entry, measure as Measure))
}

function readPower(row: ObservationRow, catalog: Catalog): number | undefined {
  const unit = baseUnitOf(row, catalog)
  const indicator = catalog.indicators.get(row.indicator)
  return unit && indicator && printedPower(row.unit, indicator, unit)
}

function unitThatDoesNotFit(row: ObservationRow, catalog: Catalog): string | undefined {
  if (readPower(row, catalog) !== undefined) return undefined
  return `${row.unit || '空'}，应为${baseUnitOf(row, catalog)?.name.zh || '无单位'}`
}

function unknownReference(
  { of, compared_to }: ObservationRow,
  { indicators, regions }: Catalog,
): string | undefined {
  const isRegion = (text: string) => text.startsWith('region:') && regions.has(text.slice('region:'.length))
  const isIndicator = (text: string) =>
    text.startsWith('indicator:') && indicators.has(text.slice('indicator:'.length))
  if (of !== '' && !indicators.has(of) && !isRegion(of)) return `of ${of}`
  const known =
    compared_to === '' || isPeriod(compared_to) || isIndicator(compared_to) || isRegion(compared_to)
  return known ? undefined : `compared_to ${compared_to}`
}

function comparisonNotEarlier(row: ObservationRow, catalog: Catalog): string | undefined {
  const base = parsePeriod(row.compared_to, 'span')
  const period = readPeriod(row, catalog)
  return base && period && base.end >= period.end ? `${row.compared_to} 不早于 ${row.period}` : undefined
}

/** What a value of some measures must lie between, as printed, both ends included. */
const ranges: Partial<Readonly<Record<Measure, { readonly least: number; readonly most: number }>>> = {
  share_pct: { least: 0, most: 100 },
  yoy_pct: { least: -100, most: Number.POSITIVE_INFINITY },
  mom_pct: { least: -100, most: Number.POSITIVE_INFINITY },
}

/** What a value of a measure must lie between, as printed, both ends included. */
export const plausibleRange = (measure: Measure) =>
  ranges[measure] ?? { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY }

function implausibleValue({ measure, value, unit }: ObservationRow): string | undefined {
  const { least, most } = plausibleRange(measure as Measure)
  return unless(
    Number(value) >= least && Number(value) <= most,
    `${measureNames[measure as Measure].zh} ${value}${unit}`,
  )
}
