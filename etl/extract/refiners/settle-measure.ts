import type { Catalog } from '#data/catalog/catalog.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Refiner } from '../refiner.ts'
import { unitKind } from '../rule.ts'
import { imply, meaningOf, type Statement } from '../statement.ts'

/** What a change in points is a change of, by what was said before it. */
const changeOf: Partial<Record<Measure, Measure>> = {
  yoy_pct: 'growth_change_pp',
  growth_change_pp: 'growth_change_pp',
  share_pct: 'share_change_pp',
  share_change_pp: 'share_change_pp',
  level: 'level_change',
  level_change: 'level_change',
}

/** 「同比增长0.2%，较一季度提高2.8个百分点」 changes a growth; 「利润率3.1%，提高0.2个百分点」 a level; an own unit a stock. */
export const settleMeasure: Refiner = (statements, { catalog }) => {
  let before: Statement | undefined
  let growth: Statement | undefined
  return statements.map((statement) => {
    if (statement.clause.quantities.length === 0) return statement
    const settled = withSign(settle(statement, before, catalog), growth)
    if (!statement.aside) before = settled
    if (meaningOf(settled).measure === 'yoy_pct') growth = settled
    return settled
  })
}

/** 「下降6.2%，较1—9月收窄0.3个百分点」: a fall that narrows is a gain, one that widens a loss. */
function withSign(statement: Statement, growth: Statement | undefined): Statement {
  const { slots } = statement
  const isOpen =
    !slots.has('decline') && !slots.has('growth') && (slots.has('narrows') || slots.has('widens'))
  const { measure, indicators } = meaningOf(statement)
  if (!isOpen || !growth || measure !== 'growth_change_pp' || growth.paragraph !== statement.paragraph)
    return statement
  const isSame = meaningOf(growth).indicators?.join() === indicators?.join()
  return isSame && isFall(growth) ? { ...statement, negative: slots.has('widens') } : statement
}

const isFall = ({ negative, clause }: Statement) =>
  negative || clause.quantities.every(({ value }) => value.startsWith('-'))

function settle(statement: Statement, before: Statement | undefined, catalog: Catalog): Statement {
  const { indicators: [code] = [], measure } = meaningOf(statement)
  const indicator = code === undefined ? undefined : catalog.indicators.get(code)
  if (!indicator) return statement
  if (measure === undefined) return settlePoints(statement, before, indicator)
  const adjusted = goesOn(statement, before, indicator) ?? adjust(statement, measure, indicator)
  return adjusted === measure
    ? statement
    : { ...statement, stated: { ...statement.stated, measure: adjusted } }
}

function settlePoints(
  statement: Statement,
  before: Statement | undefined,
  { unit, shareOf }: Kind,
): Statement {
  if (shareOf !== undefined) return imply(statement, { measure: 'share_change_pp', of: shareOf })
  const same = before && before.paragraph === statement.paragraph ? meaningOf(before).measure : undefined
  const measure = same && changeOf[same]
  if (unit === 'percent') return imply(statement, { measure: 'level_change' })
  if (measure === undefined || measure === 'level_change')
    return { ...statement, refused: statement.refused ?? 'unknown-change' }
  return imply(statement, { measure })
}

/** 「增幅比一季度扩大3.1个百分点，达到14.3%」: a percentage of what is no percentage is the one spoken of. */
function goesOn(
  statement: Statement,
  before: Statement | undefined,
  { unit, shareOf }: Kind,
): Measure | undefined {
  const { measure, indicators } = meaningOf(statement)
  const isBare = measure === 'level' && unitKind(statement.clause) === 'percent' && unit !== 'percent'
  if (!isBare || shareOf !== undefined || before?.paragraph !== statement.paragraph) return undefined
  if (statement.stated.indicators !== undefined || indicators?.[0] !== meaningOf(before).indicators?.[0])
    return undefined
  return levelOf[meaningOf(before).measure ?? 'level']
}

const levelOf: Partial<Record<Measure, Measure>> = {
  growth_change_pp: 'yoy_pct',
  yoy_pct: 'yoy_pct',
  share_change_pp: 'share_pct',
  share_pct: 'share_pct',
}

interface Kind {
  readonly kind: string
  readonly unit: string
  readonly shareOf?: string | undefined
}

function adjust(statement: Statement, measure: Measure, { kind, unit, shareOf }: Kind): Measure {
  const isPercent = unitKind(statement.clause) === 'percent'
  if (measure === 'level' && shareOf !== undefined && isPercent) return 'share_pct'
  if (measure === 'share_pct' && shareOf === undefined && unit === 'percent') return 'level'
  if (measure === 'net_add' && kind === 'flow') return 'level'
  const { target } = statement.slots
  const isGap = target !== undefined && target.indicators.length + target.regions.length > 0
  return measure === 'level_change' && kind === 'stock' && !isGap ? 'net_add' : measure
}
