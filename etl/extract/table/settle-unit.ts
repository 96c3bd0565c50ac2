import type { Lexicon } from '#data/language/lexicon.ts'
import type { Indicator } from '#data/model/indicator.ts'
import { unitCodeOf } from '#data/model/indicator.ts'
import { powerOf } from '#data/model/unit.ts'
import type { PrintedUnit } from './read-unit.ts'

/** The units said for a number, by who says them; the number's own first. */
export interface SaidUnits {
  readonly cell: readonly PrintedUnit[]
  readonly stub: readonly PrintedUnit[]
  readonly column: readonly PrintedUnit[]
  readonly caption: readonly PrintedUnit[]
  /** That of tables that print none, known beside the text. */
  readonly given: readonly PrintedUnit[]
  /** Whether its heading is a rate by its words: 增速. */
  readonly isRate: boolean
}

/** Who says that a number is no level: the header or the row. */
export type By = 'stub' | 'column'

const percent: PrintedUnit = { scale: '', unit: '%' }
const isPercent = ({ scale, unit }: PrintedUnit) => scale === '' && unit === '%'
const isPoints = ({ scale, unit }: PrintedUnit) => scale === '' && /^(?:个?百分点|pp)$/.test(unit)

/** The unit of a level: the nearest one said, if exactly one there fits the indicator. */
export function levelUnit(said: SaidUnits, indicator: Indicator, lexicon: Lexicon): PrintedUnit | undefined {
  return fittingOf([said.cell, said.stub, said.column, said.caption, said.given], indicator, lexicon)
}

/** The unit of an addition: that of its own heading, of its row or of the table. */
export function changeUnit(
  said: SaidUnits,
  { entry, lexicon, by }: { entry: Indicator; lexicon: Lexicon; by: By },
): PrintedUnit | undefined {
  const other = by === 'stub' ? said.column : said.stub
  return fittingOf([said.cell, said[by], other, said.caption], entry, lexicon)
}

/** Of the nearest units said, the one that fits; a bare number may be what is counted in ones. */
function fittingOf(
  said: readonly (readonly PrintedUnit[])[],
  indicator: Indicator,
  lexicon: Lexicon,
): PrintedUnit | undefined {
  const nearest = said.find((units) => units.length > 0)
  if (!nearest) return indicator.unit === 'one' ? { scale: '', unit: '' } : undefined
  const fitting = nearest.filter((unit) => fits(unit, indicator, lexicon))
  return fitting.length === 1 ? fitting[0] : undefined
}

function fits({ scale, unit }: PrintedUnit, indicator: Indicator, { catalog }: Lexicon): boolean {
  const own = catalog.units.get(unitCodeOf(indicator, 'level'))
  const printed = scale + unit
  return own !== undefined && powerOf(indicator.printedAs[printed] ?? printed, own) !== undefined
}

/** The per cent of a growth or a share, where a unit or the word says so. */
export function percentUnit(said: SaidUnits, by: By): PrintedUnit | undefined {
  const own = [...said.cell, ...said[by]]
  if (own.length > 0) return own.every(isPercent) ? percent : undefined
  return said.isRate || said.caption.some(isPercent) ? percent : undefined
}

/** The points of a change, where its own heading or the table says so. */
export function pointsUnit(said: SaidUnits, by: By): PrintedUnit | undefined {
  const own = [...said.cell, ...said[by]]
  if (own.length > 0) return own.every(isPoints) ? own[0] : undefined
  return said.caption.some(isPercent) ? undefined : said.caption.find(isPoints)
}

/** Whether its own heading or its own words give a unit, so that an amount is no percentage. */
export const isInOwnUnit = (said: SaidUnits, by: By): boolean => said.cell.length + said[by].length > 0
