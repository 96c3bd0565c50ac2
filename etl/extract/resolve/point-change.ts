import type { Indicator } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Mention } from '../mention.ts'
import { hasBase, isShift } from '../moves-by.ts'
import type { RefusedBecause } from '../refusal.ts'
import type { Decision, Measured, Origin } from './resolver.ts'

/** How a number is said, and who says so. */
export interface Way extends Measured {
  readonly by: Origin
  readonly refused: RefusedBecause | undefined
}

/** A number with its subject and how it is said. */
export interface Told {
  readonly mention: Mention
  readonly subject: Decision<'subject'> | undefined
  readonly way: Way
}

export const refused = (way: Way): Way => ({ ...way, refused: 'unknown-change' })

/** What a change in points is a change of, by what was said before it. */
const changeOf: Partial<Record<Measure, Measure>> = {
  yoy_pct: 'growth_change_pp',
  growth_change_pp: 'growth_change_pp',
  share_pct: 'share_change_pp',
  share_change_pp: 'share_change_pp',
  level: 'level_change',
  level_change: 'level_change',
}

/** And of what such a change is a change. */
export const levelOf: Partial<Record<Measure, Measure>> = {
  growth_change_pp: 'yoy_pct',
  yoy_pct: 'yoy_pct',
  share_change_pp: 'share_pct',
  share_pct: 'share_pct',
}

/** 提高2.8个百分点: of a rate its own change, of anything else that of what was said before. */
export function measurePoints({ way }: Told, last: Told | undefined, { unit, shareOf }: Indicator): Way {
  if (shareOf !== undefined) return { ...way, by: 'default', measure: 'share_change_pp' }
  if (unit === 'percent') return { ...way, by: 'default', measure: 'level_change' }
  const measure = last?.way.measure && changeOf[last.way.measure]
  return measure === undefined || measure === 'level_change'
    ? refused(way)
    : { ...way, by: 'carried', measure }
}

/** Points printed as %: 「增长16.3%，比1—4月提高1.9%」, 「占比较上年提高0.5%」, 「利润率提高0.2%」. */
export function measurePercent(told: Told, last: Told | undefined, entry: Indicator): Way {
  const { mention, way } = told
  const before = measureBefore(told, last)
  if (way.rule === 'point-change') return measureSaid(told, before)
  if (way.rule !== 'growth') return way
  if (entry.unit === 'percent') return measureRate(told, entry)
  return isShift(mention.clause) ? measureShift(told, before) : way
}

/** 占比提高0.5%: a change where its base is named or the share itself was said; else perhaps the share. */
function measureSaid({ mention, way }: Told, before: Measure | undefined): Way {
  const isSaid = before !== undefined && changeOf[before] === way.measure
  return isSaid || hasBase(mention.roles) ? way : refused(way)
}

/** 利润率提高0.2%; 利润率增长5% may mean either. */
function measureRate({ mention: { clause, roles }, way }: Told, { shareOf }: Indicator): Way {
  const isClear = isShift(clause) && roles.comparison !== 'monthAgo'
  return isClear ? inPoints(way, shareOf === undefined ? 'level_change' : 'share_change_pp') : refused(way)
}

/** 「增长16.3%，比1—4月提高1.9%」; 收入比全国高2% may mean either. */
function measureShift({ mention: { roles }, subject, way }: Told, before: Measure | undefined): Way {
  if (subject?.by === 'stated') return isGap(roles) ? refused(way) : way
  const change = before === undefined || before === 'level' ? undefined : changeOf[before]
  if (!change || change === 'level_change') return way
  return roles.has('onYear') || !hasBase(roles) ? refused(way) : inPoints(way, change)
}

const isGap = ({ reference }: Mention['roles']) =>
  (reference?.regions.length ?? 0) + (reference?.indicators.length ?? 0) > 0

const inPoints = (way: Way, measure: Measure): Way => ({ ...way, rule: 'point-change', measure })

/** The measure of the number before, where it was said of the same subject. */
function measureBefore({ subject }: Told, last: Told | undefined): Measure | undefined {
  return last?.subject?.value?.[0] === subject?.value?.[0] ? last?.way.measure : undefined
}
