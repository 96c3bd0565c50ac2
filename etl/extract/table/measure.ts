import type { Lexicon } from '#data/language/lexicon.ts'
import type { PeriodToken } from '#data/language/token.ts'
import type { Indicator } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import type { RefusedBecause } from '../refusal.ts'
import { previous, withSpan } from './period.ts'
import type { PrintedUnit } from './read-unit.ts'
import type { Kind, Saying } from './saying.ts'
import { changeUnit, isInOwnUnit, levelUnit, percentUnit, pointsUnit, type SaidUnits } from './settle-unit.ts'

/** What settles the measure of a number. */
export interface Said {
  readonly saying: Saying
  /** 比2022年末. */
  readonly base: PeriodToken | undefined
  /** What the column on the left says of the same subject. */
  readonly after: Kind | undefined
  readonly units: SaidUnits
  /** Who says that it is no level: the header or the row. */
  readonly by: 'stub' | 'column'
  readonly period: PeriodToken
}

export interface Measured {
  readonly measure: Measure
  readonly unit: PrintedUnit
  readonly comparedTo?: PeriodToken
  /** The period, where it is only a part of the one said: 比上月净增. */
  readonly period?: PeriodToken
}

/** The measure of a number by what is said of it, and by its unit where the words leave it open. */
export function measure(said: Said, entry: Indicator, lexicon: Lexicon): Measured | RefusedBecause {
  const kind = said.saying.kind ?? 'level'
  if (kind === 'level') return level(said, entry, lexicon)
  const base = baseOf(said)
  if (kind === 'share') return inUnit('share_pct', percentUnit(said.units, said.by))
  if (kind === 'growth') return growth(said, entry, base)
  if (kind === 'contribution') return inUnit('contribution_pp', pointsUnit(said.units, said.by))
  if (kind === 'shareChange') return inUnit('share_change_pp', pointsUnit(said.units, said.by), base)
  if (kind === 'growthChange')
    return isCompared(said)
      ? inUnit('growth_change_pp', pointsUnit(said.units, said.by), base)
      : 'unknown-reference'
  if (kind === 'netAdd') return netAdd(said, entry, lexicon)
  return move(said, entry, lexicon)
}

function inUnit(
  measure: Measure,
  unit: PrintedUnit | undefined,
  comparedTo?: PeriodToken,
): Measured | RefusedBecause {
  return unit ? { measure, unit, ...(comparedTo ? { comparedTo } : {}) } : 'unit-does-not-fit'
}

const isCompared = ({ saying, base }: Said) => saying.base !== undefined || base !== undefined

function level({ units }: Said, entry: Indicator, lexicon: Lexicon): Measured | RefusedBecause {
  return inUnit(entry.shareOf === undefined ? 'level' : 'share_pct', levelUnit(units, entry, lexicon))
}

/** The period of the base, where it does not go without saying. */
function baseOf({ saying, base, period }: Said): PeriodToken | undefined {
  if (base)
    return base.year === undefined && period.year !== undefined ? { ...base, year: period.year } : base
  if (saying.base === 'monthAgo') return previous(period)
  const isWithin = saying.base === 'yearEnd' && period.year !== undefined && period.months?.[1] !== 12
  if (!isWithin || period.year === undefined || period.months === undefined) return undefined
  return { kind: 'period', start: 0, end: 0, year: period.year - 1, months: [1, 12], moment: true }
}

function growth(said: Said, entry: Indicator, base: PeriodToken | undefined): Measured | RefusedBecause {
  if (entry.unit === 'percent') return 'unknown-change'
  const unit = percentUnit(said.units, said.by)
  if (said.saying.base === 'monthAgo') return inUnit('mom_pct', unit)
  return inUnit('yoy_pct', unit, base)
}

/** 增长, 同比, 比上年末提高: a growth in per cent, a change in points, an addition in the unit of the level. */
function move(said: Said, entry: Indicator, lexicon: Lexicon): Measured | RefusedBecause {
  const points = pointsUnit(said.units, said.by)
  if (points) return pointChange(said, entry, points)
  const { isAmount } = said.saying
  if (!isAmount && percentUnit(said.units, said.by)) return growth(said, entry, baseOf(said))
  if (!isAmount && !isInOwnUnit(said.units, said.by)) return 'unit-does-not-fit'
  if (!isCompared(said)) return 'unknown-reference'
  if (entry.kind === 'stock') return netAdd(said, entry, lexicon)
  return inUnit('level_change', changeUnit(said.units, { entry, lexicon, by: said.by }), baseOf(said))
}

function pointChange(said: Said, entry: Indicator, unit: PrintedUnit): Measured | RefusedBecause {
  const base = baseOf(said)
  if (entry.shareOf !== undefined) return inUnit('share_change_pp', unit, base)
  if (entry.unit === 'percent') return inUnit('level_change', unit, base)
  if (said.after === 'share') return inUnit('share_change_pp', unit, base)
  if (said.after !== 'growth' && said.after !== 'move') return 'unknown-change'
  return isCompared(said) ? inUnit('growth_change_pp', unit, base) : 'unknown-reference'
}

/** An addition since the end of last year, or of one month; a flow has none. */
function netAdd(said: Said, entry: Indicator, lexicon: Lexicon): Measured | RefusedBecause {
  const { saying, base, period } = said
  const isYearEnd = period.months === undefined || period.months[1] === 12
  if (entry.kind === 'flow' || entry.unit === 'percent') return 'unknown-change'
  if (saying.base === 'yearAgo' && !isYearEnd) return 'unknown-change'
  if (base && !isLastYearEnd(base, period)) return 'unknown-reference'
  const added = inUnit('net_add', changeUnit(said.units, { entry, lexicon, by: said.by }))
  const month = saying.base === 'monthAgo' ? withSpan(period, 'month') : undefined
  return typeof added === 'string' || !month ? added : { ...added, period: month }
}

const isLastYearEnd = ({ year, months = [1, 12] }: PeriodToken, period: PeriodToken) =>
  months[1] === 12 && (year === undefined || year + 1 === period.year)
