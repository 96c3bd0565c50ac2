import type { Catalog } from '#data/catalog/catalog.ts'
import type { Lexicon } from '#data/language/lexicon.ts'
import { scanNumber } from '#data/language/numbers.ts'
import { type Indicator, printedPower, unitCodeOf } from '#data/model/indicator.ts'
import type { CellContext } from './cell-mention.ts'
import { moves, says, speaks } from './heading.ts'
import type { Label } from './label.ts'

type Units = readonly PrintedUnit[]

const percent: PrintedUnit = { scale: '', unit: '%' }
const points: PrintedUnit = { scale: '', unit: '个百分点' }
const isPercent = ({ scale, unit }: PrintedUnit) => scale === '' && unit === '%'
const isPoints = ({ scale, unit }: PrintedUnit) => scale === '' && /^(?:个?百分点|pp)$/.test(unit)

/** The units said for a number that is no level. */
interface Said {
  /** Its own and those of the heading that says what it is. */
  readonly own: Units
  readonly caption: Units
  readonly heading: Label
  /** The unit of an amount, where there is one. */
  readonly amount: PrintedUnit | undefined
}

/** The printed unit that belongs to a number, by what its headings say of it; undefined where none does. */
export function unitOf(cell: CellContext, entry: Indicator | undefined): PrintedUnit | undefined {
  const { stub, column, outer, cellUnits, given, lexicon } = cell
  const caption = [...outer.units, ...(stub.units.length > 1 ? stub.units : [])]
  const isByColumn = speaks(column.label)
  const [heading, across] = isByColumn ? [column.label, stub] : [stub, column.label]
  const near = [cellUnits, heading.units, across.units, caption]
  const isLevel = !isByColumn && !speaks(stub)
  const amount = fittingOf(isLevel ? [...near, given.units] : near, entry, lexicon.catalog)
  if (isLevel) return amount
  return unitOfChange({ own: [...cellUnits, ...heading.units], caption, heading, amount }, entry)
}

/** Points of what is a percentage, per cent of growth and shares, else the unit of the level. */
function unitOfChange(said: Said, entry: Indicator | undefined): PrintedUnit | undefined {
  const { heading, amount } = said
  if (says(heading, 'netUp', 'netDown')) return amount
  if (says(heading, 'contribution', 'share', 'growth', 'decline'))
    return says(heading, 'contribution', ...moves) ? pointsOf(said) : percentOf(said)
  if (says(heading, 'amount')) return pointsOf(said) ?? (amount && isPercent(amount) ? points : amount)
  return pointsOf(said) ?? percentOf(said) ?? (isAmount(said, entry) ? amount : undefined)
}

/** 增长 under 单位：万个 may be a percentage; 比上年末增加 of a stock is none. */
const isAmount = ({ own, heading }: Said, entry: Indicator | undefined) =>
  own.length > 0 || (entry?.kind === 'stock' && says(heading, 'more', 'fewer') && says(heading, 'yearEnd'))

/** Of the nearest units said, the one that fits, of several the counter of the indicator: 万个、万户; a bare number may be what is counted in ones. */
function fittingOf(
  said: readonly Units[],
  entry: Indicator | undefined,
  catalog: Catalog,
): PrintedUnit | undefined {
  const nearest = said.find((units) => units.length > 0)
  if (!nearest) return entry?.unit === 'one' ? { scale: '', unit: '' } : undefined
  const fitting = nearest.filter((unit) => entry && fits(unit, entry, catalog))
  if (fitting.length === 1) return fitting[0]
  const [counted, ...others] = fitting.filter(({ unit }) => unit === entry?.counter)
  return others.length === 0 ? counted : undefined
}

function fits({ scale, unit }: PrintedUnit, entry: Indicator, { units }: Catalog): boolean {
  const own = units.get(unitCodeOf(entry, 'level'))
  const printed = scale + unit
  return own !== undefined && printedPower(printed, entry, own) !== undefined
}

/** The per cent of a growth or a share, where a unit or the word says so: 增速. */
function percentOf({ own, caption, heading }: Said): PrintedUnit | undefined {
  if (own.length > 0) return own.every(isPercent) ? percent : undefined
  return says(heading, 'growth', 'decline') || caption.some(isPercent) ? percent : undefined
}

/** The points of a change, where its own heading or the table says so. */
function pointsOf({ own, caption }: Said): PrintedUnit | undefined {
  const isSaid = own.length > 0 ? own.every(isPoints) : !caption.some(isPercent) && caption.some(isPoints)
  return isSaid ? points : undefined
}

/** A level for which neither the cell nor anything around it prints a unit. */
export const isWithoutUnit = ({ stub, column, outer, cellUnits, given }: CellContext): boolean =>
  [stub, column.label, outer].every(({ units }) => units.length === 0) &&
  cellUnits.length === 0 &&
  given.units.length === 0 &&
  !speaks(stub) &&
  !speaks(column.label)

/** A printed unit as a number carries it. */
export interface PrintedUnit {
  readonly scale: string
  readonly unit: string
}

/** 亿元 → 亿 + 元; undefined where the words, taken whole, print no unit. They are normalized. */
function readUnit(words: string, { units }: Lexicon): PrintedUnit | undefined {
  const text = `1${words}`
  const number = scanNumber(text, 0, units)
  const isWhole = number !== undefined && number.end === text.length && number.qualifier === ''
  return isWhole && number.unit !== '' ? { scale: number.scale, unit: number.unit } : undefined
}

/** 亿元、% → both, 基站万个，用户万户 too; nothing where one of them is no unit. */
export function readUnits(words: string, lexicon: Lexicon): readonly PrintedUnit[] {
  const whole = readUnit(words, lexicon)
  if (whole) return [whole]
  const parts = words.split(/[、,，;；]|[/](?=%)/)
  const units = parts.map(
    (part) => readUnit(part, lexicon) ?? (parts.length > 1 ? unitBehind(part, lexicon) : undefined),
  )
  return units.every((unit) => unit !== undefined) ? units : []
}

/** 基站万个: what is counted, then its unit. */
function unitBehind(words: string, lexicon: Lexicon): PrintedUnit | undefined {
  for (let at = 2; at < words.length; at++) {
    const unit = readUnit(words.slice(at), lexicon)
    if (unit) return unit
  }
  return undefined
}
