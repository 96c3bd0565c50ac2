import type { Measure } from '#data/model/measure.ts'
import { hasBase, isShift } from './moves-by.ts'
import { meaningOf, type Statement } from './statement.ts'

/** What a change in points is a change of, by what was said before it. */
export const changeOf: Partial<Record<Measure, Measure>> = {
  yoy_pct: 'growth_change_pp',
  growth_change_pp: 'growth_change_pp',
  share_pct: 'share_change_pp',
  share_change_pp: 'share_change_pp',
  level: 'level_change',
  level_change: 'level_change',
}

interface Around {
  readonly before: Statement | undefined
  readonly indicator: { readonly unit: string; readonly shareOf?: string | undefined }
}

/** Points printed as %: 「增长16.3%，比1—4月提高1.9%」, 「占比较上年提高0.5%」, 「利润率提高0.2%」. */
export function settlePercent(statement: Statement, { before, indicator }: Around): Statement {
  const last = measureBefore(statement, before)
  if (statement.rule === 'point-change') return settleSaid(statement, last)
  if (statement.rule !== 'growth') return statement
  if (indicator.unit === 'percent') return settleRate(statement, indicator)
  return isShift(statement.clause) ? settleShift(statement, last) : statement
}

/** 占比提高0.5%: a change where its base is named or the share itself was said; else perhaps the share. */
function settleSaid(statement: Statement, last: Measure | undefined): Statement {
  const isSaid = last !== undefined && changeOf[last] === statement.stated.measure
  return isSaid || hasBase(statement.slots) ? statement : refuse(statement)
}

/** 利润率提高0.2%; 利润率增长5% may mean either. */
function settleRate(statement: Statement, { shareOf }: Around['indicator']): Statement {
  const isClear = isShift(statement.clause) && statement.slots.comparison !== 'monthAgo'
  const change = shareOf === undefined ? 'level_change' : 'share_change_pp'
  return isClear ? toPoints(statement, change) : refuse(statement)
}

/** 「增长16.3%，比1—4月提高1.9%」; 收入比全国高2% may mean either. */
function settleShift(statement: Statement, last: Measure | undefined): Statement {
  const { slots, stated } = statement
  if (stated.indicators) return isGap(statement) ? refuse(statement) : statement
  const change = last === undefined || last === 'level' ? undefined : changeOf[last]
  if (!change || change === 'level_change') return statement
  return slots.has('onYear') || !hasBase(slots) ? refuse(statement) : toPoints(statement, change)
}

const isGap = ({ slots: { target } }: Statement) =>
  (target?.regions.length ?? 0) + (target?.indicators.length ?? 0) > 0

const refuse = (statement: Statement): Statement => ({
  ...statement,
  refused: statement.refused ?? 'unknown-change',
})

const toPoints = (statement: Statement, measure: Measure): Statement => ({
  ...statement,
  rule: 'point-change',
  stated: { ...statement.stated, measure },
})

/** The measure of the number before, where it was said of the same subject. */
function measureBefore(statement: Statement, before: Statement | undefined): Measure | undefined {
  if (!before || before.paragraph !== statement.paragraph) return undefined
  const { indicators, measure } = meaningOf(before)
  return indicators?.[0] === meaningOf(statement).indicators?.[0] ? measure : undefined
}
