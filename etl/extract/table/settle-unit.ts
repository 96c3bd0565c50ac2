import type { Indicator } from '#data/model/indicator.ts'
import { unitCodeOf } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import { powerOf } from '#data/model/unit.ts'
import type { Lexicon } from '../lexicon.ts'
import type { PrintedUnit } from './read-unit.ts'

/** The units said for a number, by who says them; the number's own first. */
export interface SaidUnits {
  readonly cell: readonly PrintedUnit[]
  readonly stub: readonly PrintedUnit[]
  readonly column: readonly PrintedUnit[]
  readonly caption: readonly PrintedUnit[]
  /** Whether its heading is a rate by its words: 增速. */
  readonly isRate: boolean
}

const percent: PrintedUnit = { scale: '', unit: '%' }
const isPercent = ({ scale, unit }: PrintedUnit) => scale === '' && unit === '%'

/** The unit of a level: the nearest one said, if exactly one there fits the indicator. */
export function levelUnit(said: SaidUnits, indicator: Indicator, lexicon: Lexicon): PrintedUnit | undefined {
  const nearest = [said.cell, said.stub, said.column, said.caption].find((units) => units.length > 0) ?? []
  const fitting = nearest.filter((unit) => fits(unit, indicator, lexicon))
  return fitting.length === 1 ? fitting[0] : undefined
}

function fits({ scale, unit }: PrintedUnit, indicator: Indicator, { catalog }: Lexicon): boolean {
  const own = catalog.units.get(unitCodeOf(indicator, 'level'))
  const printed = scale + unit
  return own !== undefined && powerOf(indicator.printedAs[printed] ?? printed, own) !== undefined
}

/**
 * The per cent of a growth, where a unit or the word says so.
 * @param by who says that it is growth: the header or the row.
 */
export function growthUnit(said: SaidUnits, by: 'stub' | 'column'): PrintedUnit | undefined {
  const own = [...said.cell, ...said[by]]
  if (own.length > 0) return own.every(isPercent) ? percent : undefined
  return said.isRate || said.caption.some(isPercent) ? percent : undefined
}

export const isGrowth = (measure: Measure) => measure === 'yoy_pct' || measure === 'mom_pct'
