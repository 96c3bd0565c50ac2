import type { Catalog } from '#data/catalog/catalog.ts'
import type { Indicator } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Said } from '../finding.ts'
import { abroad, type Lexicon } from '../lexicon.ts'
import type { ArticleContext } from '../refiner.ts'
import type { RefusedBecause } from '../statement.ts'
import type { PeriodToken } from '../token.ts'
import type { Column } from './columns.ts'
import type { Label } from './label.ts'
import type { Outer } from './outer.ts'
import { isAhead, within, withPublishedYear, withSpan } from './period.ts'
import type { PrintedUnit } from './read-unit.ts'
import { growthUnit, isGrowth, levelUnit } from './settle-unit.ts'

/** All that is said about one number of a table. */
export interface Around {
  readonly stub: Label
  readonly column: Column
  readonly outer: Outer
  readonly cellUnits: readonly PrintedUnit[]
  /** What the rows and columns of the table name at all: then the caption does not stand in for one that names none. */
  readonly names: { readonly indicators: boolean; readonly regions: boolean }
  readonly article: ArticleContext
  readonly lexicon: Lexicon
}

/** What a number means. */
export interface Combined {
  readonly stated: Partial<Said>
  readonly implied: Partial<Said>
  readonly unit: PrintedUnit
}

/** Puts together what caption, header and row say; each must be said once, without contradiction. */
export function combine(around: Around): Combined | RefusedBecause {
  const refused = refuse(around)
  if (refused) return refused
  const indicator = indicatorOf(around)
  if (typeof indicator === 'string') return indicator
  const region = regionOf(around)
  if (region === undefined) return 'no-region'
  if (region.code === abroad) return 'abroad'
  const period = periodOf(around)
  if (!period) return 'no-period'
  const measured = measureOf(around, indicator.entry)
  if (typeof measured === 'string') return measured
  const status = around.article.preliminary ? 'preliminary' : 'actual'
  const parts = [
    { isSaid: indicator.isSaid, said: { indicator: indicator.entry.code } },
    { isSaid: region.isSaid, said: { region: region.code } },
    { isSaid: period.isSaid, said: { period: period.token } },
    { isSaid: true, said: { measure: measured.measure } },
    { isSaid: false, said: { status } as const },
  ]
  const pick = (isSaid: boolean): Partial<Said> =>
    Object.assign({}, ...parts.filter((part) => part.isSaid === isSaid).map(({ said }) => said))
  return { stated: pick(true), implied: pick(false), unit: measured.unit }
}

function refuse({ stub, column, outer }: Around): RefusedBecause | undefined {
  if (column.role === 'beyond') return 'no-subject'
  if (stub.narrowed || column.label.narrowed || outer.narrowed) return 'part-of-subject'
  if (stub.unknown !== '' || column.label.unknown !== '') return 'unknown-subject'
  if (outer.contradicts) return 'no-period'
  return column.unclear ? 'no-subject' : undefined
}

interface Known {
  readonly entry: Indicator
  readonly isSaid: boolean
}

function indicatorOf({ stub, column, outer, names, lexicon }: Around): Known | RefusedBecause {
  const codes = [stub.indicators, column.label.indicators, names.indicators ? [] : outer.indicators]
  const [code, ...others] = codes.find((list) => list.length > 0) ?? []
  const entry = code === undefined ? undefined : lexicon.catalog.indicators.get(code)
  if (!entry || others.length > 0) return 'no-subject'
  const [above] = column.label.indicators
  if (above !== undefined && !isPartOf(entry.code, above, lexicon.catalog)) return 'no-subject'
  return { entry, isSaid: stub.indicators.length + column.label.indicators.length > 0 }
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

function regionOf({ stub, column, outer, names, article }: Around) {
  const said = [...new Set([...stub.regions, ...column.label.regions])]
  const [code, ...others] = said
  if (others.length > 0) return undefined
  if (code !== undefined) return { code, isSaid: true }
  if (names.regions || outer.regions.length > 1) return undefined
  return { code: outer.regions[0] ?? article.home ?? 'CN', isSaid: false }
}

function periodOf({ stub, column, outer, article }: Around) {
  const own = nest([...column.label.periods, ...stub.periods])
  if (own === null) return undefined
  const nested = own ? within(outer.period, own) : outer.period
  const spanned = nested && withSpan(nested, stub.span ?? column.label.span)
  const token = spanned && withPublishedYear(spanned, article)
  if (!token || isAhead(token, article)) return undefined
  return { token, isSaid: own?.year !== undefined }
}

/** Periods one in the other; null where they contradict. */
function nest(periods: readonly PeriodToken[]): PeriodToken | undefined | null {
  let nested: PeriodToken | undefined
  for (const period of periods) {
    const next = within(nested, period)
    if (!next) return null
    nested = next
  }
  return nested
}

function measureOf(
  around: Around,
  entry: Indicator,
): { measure: Measure; unit: PrintedUnit } | RefusedBecause {
  const { stub, column, outer, cellUnits: cell, lexicon } = around
  const by = growing(column.label) ? 'column' : 'stub'
  const measure = column.label.measure ?? stub.measure ?? 'level'
  if (growing(column.label) && growing(stub)) return 'unknown-change'
  if (measure === 'share_pct' || entry.shareOf !== undefined) return 'unknown-reference'
  const isRate = column.label.isRate || stub.isRate
  const said = { cell, stub: stub.units, column: column.label.units, caption: outer.units, isRate }
  if (isGrowth(measure) && entry.unit === 'percent') return 'unknown-change'
  const unit = isGrowth(measure) ? growthUnit(said, by) : levelUnit(said, entry, lexicon)
  return unit ? { measure, unit } : 'unit-does-not-fit'
}

const growing = ({ measure }: Label) => measure !== undefined && measure !== 'level'
