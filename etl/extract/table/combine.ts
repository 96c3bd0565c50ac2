import type { Catalog } from '#data/catalog/catalog.ts'
import { abroad, type Lexicon } from '#data/language/lexicon.ts'
import type { PeriodToken } from '#data/language/token.ts'
import type { Indicator } from '#data/model/indicator.ts'
import type { ArticleContext } from '../article-context.ts'
import type { Said } from '../finding.ts'
import type { Lack } from '../lack.ts'
import type { RefusedBecause } from '../refusal.ts'
import type { Column } from './columns.ts'
import type { Label } from './label.ts'
import { measure } from './measure.ts'
import type { Outer } from './outer.ts'
import type { PrintedUnit } from './read-unit.ts'
import type { Saying } from './saying.ts'
import { periodOf, statusOf } from './settle-period.ts'
import { isHomeless, regionOf } from './settle-region.ts'
import { wholeOf } from './whole.ts'

/** A row with what its words say. */
export interface Stub {
  readonly label: Label
  readonly saying: Saying
}

/** What the rows and columns of a table name at all: then the caption does not stand in for one that names none. */
export interface Names {
  readonly indicators: boolean
  readonly regions: readonly string[]
}

/** What is known of tables beside the text, for what they leave out. */
export interface Given {
  readonly indicators: readonly string[]
  readonly units: readonly PrintedUnit[]
  readonly period: PeriodToken | undefined
}

/** All that is said about one number of a table. */
export interface Around {
  readonly stub: Stub
  readonly column: Column
  readonly outer: Outer
  readonly cellUnits: readonly PrintedUnit[]
  readonly names: Names
  readonly given: Given
  readonly article: ArticleContext
  /** Whether the day of the article is said, and not gathered from its title. */
  readonly isDated: boolean
  readonly lexicon: Lexicon
}

/** What a table leaves out of a number that is clear otherwise. */
export interface Lacking {
  readonly because: RefusedBecause
  readonly lacks: Lack
}

/** What a number means. */
export interface Combined {
  readonly stated: Partial<Said>
  readonly implied: Partial<Said>
  readonly unit: PrintedUnit
  /** Whether its words give it a minus: 净减. */
  readonly negative: boolean
}

/** Puts together what caption, header and row say; each must be said once, without contradiction. */
export function combine(around: Around): Combined | RefusedBecause | Lacking {
  const subject = refuse(around) ?? subjectOf(around)
  if (typeof subject === 'string' || 'lacks' in subject) return subject
  const { indicator, region, period } = subject
  const measured = measureOf(around, indicator.entry, period.token)
  if (measured === 'unit-does-not-fit' && isWithoutUnit(around))
    return { because: measured, lacks: { fact: 'unit', indicator: indicator.entry.code } }
  if (typeof measured === 'string') return measured
  const whole = wholeOf(around, { measure: measured.measure, entry: indicator.entry, region: region.code })
  if (typeof whole === 'string') return whole
  const { comparedTo } = measured
  const parts: readonly { isSaid: boolean; said: Partial<Said> }[] = [
    { isSaid: indicator.isSaid, said: { indicator: indicator.entry.code } },
    { isSaid: region.isSaid, said: { region: region.code } },
    { isSaid: period.isSaid, said: { period: measured.period ?? period.token } },
    { isSaid: true, said: { measure: measured.measure, ...(comparedTo ? { comparedTo } : {}) } },
    { isSaid: whole.isSaid, said: whole.of === '' ? {} : { of: whole.of } },
    { isSaid: statusOf(around) !== undefined, said: { status: statusOf(around) ?? period.status } },
  ]
  const pick = (isSaid: boolean): Partial<Said> =>
    Object.assign({}, ...parts.filter((part) => part.isSaid === isSaid).map(({ said }) => said))
  const negative = around.column.saying.down || around.stub.saying.down
  return { stated: pick(true), implied: pick(false), unit: measured.unit, negative }
}

/** What a number is of, where and when; what is missing, where nothing else is. */
function subjectOf(around: Around): Subject | RefusedBecause | Lacking {
  const indicator = indicatorOf(around)
  const region = regionOf(around)
  const period = periodOf(around)
  const isPlaced = region !== undefined && region.code !== abroad && period !== undefined
  if (indicator === 'no-subject' && isPlaced && isUnnamed(around))
    return { because: indicator, lacks: { fact: 'indicator' } }
  if (typeof indicator === 'string') return indicator
  if (region === undefined) return noRegion(around)
  if (region.code === abroad) return 'abroad'
  return period ? { indicator, region, period } : noPeriod(around, indicator.entry)
}

interface Subject {
  readonly indicator: Known
  readonly region: Exclude<ReturnType<typeof regionOf>, undefined>
  readonly period: Exclude<ReturnType<typeof periodOf>, undefined | ''>
}

/** Whether no words of the table or above it may name its indicator. */
const isUnnamed = ({ stub, column, outer, names }: Around) =>
  !names.indicators &&
  outer.indicators.length === 0 &&
  outer.unknown === '' &&
  stub.label.whole === undefined &&
  column.label.whole === undefined

/** 全省 of a table that says nowhere which; no word of a person tells what 合计 takes in. */
const noRegion = (around: Around): Lacking => ({
  because: 'no-region',
  lacks: { fact: isHomeless(around) ? 'place' : 'nothing' },
})

/** Nothing says of what time a table is whose numbers are clear otherwise. */
function noPeriod(around: Around, entry: Indicator): RefusedBecause | Lacking {
  const { stub, column, outer } = around
  const isSilent = [...stub.label.periods, ...column.label.periods].length === 0 && !outer.period
  const anyYear = { kind: 'period', start: 0, end: 0, year: 2000 } as const
  return isSilent && statusOf(around) === undefined && typeof measureOf(around, entry, anyYear) !== 'string'
    ? { because: 'no-period', lacks: { fact: 'period', indicator: entry.code } }
    : 'no-period'
}

/** A level for which neither the cell nor anything around it prints a unit. */
const isWithoutUnit = ({ stub, column, outer, cellUnits, given }: Around) =>
  [stub.label, column.label, outer].every(({ units }) => units.length === 0) &&
  cellUnits.length === 0 &&
  given.units.length === 0 &&
  !speaks(stub.saying) &&
  !speaks(column.saying)

/** 部分省（市） above rows that say themselves which. */
const isNarrowed = ({ outer, names }: Around) => outer.narrowed && names.regions.length === 0

function refuse(around: Around): RefusedBecause | undefined {
  const {
    stub: { label, saying },
    column,
    outer,
  } = around
  if (column.role === 'beyond') return 'no-subject'
  if (label.narrowed || column.label.narrowed || isNarrowed(around)) return 'part-of-subject'
  if (label.unknown !== '' || column.label.unknown !== '') return 'unknown-subject'
  if (saying.isProgress || column.saying.isProgress) return 'not-an-observation'
  if (outer.contradicts) return 'no-period'
  return column.unclear ? 'no-subject' : undefined
}

interface Known {
  readonly entry: Indicator
  readonly isSaid: boolean
}

function indicatorOf(around: Around): Known | RefusedBecause {
  const { stub, column, outer, names, given, lexicon } = around
  const { label } = stub
  const codes = [
    label.indicators,
    column.label.indicators,
    ...(names.indicators ? [] : [outer.indicators, given.indicators]),
  ]
  const [code, ...others] = codes.find((list) => list.length > 0) ?? []
  const entry = code === undefined ? undefined : lexicon.catalog.indicators.get(code)
  if (!entry || others.length > 0) return 'no-subject'
  const [above] = column.label.indicators
  if (above !== undefined && !isPartOf(entry.code, above, lexicon.catalog)) return 'no-subject'
  return { entry, isSaid: label.indicators.length + column.label.indicators.length > 0 }
}

/** Whether an indicator is the other or a part of it. */
function isPartOf(code: string, whole: string, { indicators }: Catalog): boolean {
  const seen = new Set<string>()
  for (
    let at: string | undefined = code;
    at !== undefined && !seen.has(at);
    at = indicators.get(at)?.partOf
  ) {
    if (at === whole) return true
    seen.add(at)
  }
  return false
}

function measureOf(
  { stub, column, outer, cellUnits: cell, given, lexicon }: Around,
  entry: Indicator,
  period: PeriodToken,
) {
  const isByColumn = speaks(column.saying)
  if (isByColumn && speaks(stub.saying)) return 'unknown-change'
  const [by, saying, { base }] =
    isByColumn || !speaks(stub.saying)
      ? (['column', column.saying, column.label] as const)
      : (['stub', stub.saying, stub.label] as const)
  const isRate = column.saying.isRate || stub.saying.isRate
  const above = stub.label.units.length > 1 ? stub.label.units : []
  const caption = [...outer.units, ...above]
  const units = {
    cell,
    stub: stub.label.units,
    column: column.label.units,
    caption,
    given: given.units,
    isRate,
  }
  return measure({ saying, base, after: column.after, units, by, period }, entry, lexicon)
}

const speaks = ({ kind }: Saying) => kind !== undefined && kind !== 'level'
