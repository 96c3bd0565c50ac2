import type { Catalog } from '#data/catalog/catalog.ts'
import type { Measure } from '#data/model/measure.ts'
import { movesBy } from '../moves-by.ts'
import type { Refiner } from '../refiner.ts'
import { unitKind } from '../rule.ts'
import { changeOf, settlePercent } from '../settle-percent.ts'
import { imply, isMention, meaningOf, type Statement } from '../statement.ts'

/** 「同比增长0.2%，较一季度提高2.8个百分点」 changes a growth; 「利润率3.1%，提高0.2个百分点」 a level; an own unit a stock. */
export const settleMeasure: Refiner = (statements, { catalog }) => {
  let before: Statement | undefined
  let aside: Statement | undefined
  let growth: Statement | undefined
  let mention: Statement | undefined
  return statements.map((statement) => {
    const announced = mention
    mention = isMention(statement) ? announcing(statement, announced) : keeps(statement, announced)
    if (isMention(statement)) return statement
    const last = isListed(statement, aside) ? aside : before
    const settled = withSign(settle(asAnnounced(statement, announced), last, catalog), growth)
    if (statement.aside) aside = settled
    else before = settled
    if (meaningOf(settled).measure === 'yoy_pct') growth = settled
    return settled
  })
}

/** 「广东（增长13.4%）、江苏（11.6%）」: what one parenthesis says, the next goes on saying. */
const isListed = ({ aside, paragraph, sentence }: Statement, last: Statement | undefined) =>
  aside && last?.paragraph === paragraph && last.sentence === sentence

/** 「增速较高的有：安徽、云南」 still speaks of growth. */
const announcing = (statement: Statement, before: Statement | undefined) =>
  before?.sentence === statement.sentence && before.paragraph === statement.paragraph && !isNoun(statement)
    ? before
    : statement

/** For the parentheses of a list, not for what goes on behind a number. */
const keeps = ({ aside }: Statement, announced: Statement | undefined) => (aside ? announced : undefined)

const isNoun = ({ slots }: Statement) => slots.has('growth') || slots.has('share')

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

/**
 * 「同比增速换挡，由上年末的132.5%…」, 「增速居前的是贵州、海南，分别为29.3%、27.6%」, 「增速较高的有安徽（27.4%）」: the noun
 * that was named just before says what the number is.
 */
function asAnnounced(statement: Statement, mention: Statement | undefined): Statement {
  const { clause, slots, rule } = statement
  const isTold = slots.from !== undefined || slots.has('respectively') || statement.aside
  const isOpen = rule === 'level' && isTold && slots.indicators.length === 0
  if (!mention || !isOpen || mention.sentence !== statement.sentence || unitKind(clause) !== 'percent')
    return statement
  const isGrowth = mention.slots.has('growth') && !mention.slots.has('decline')
  const measure = isGrowth ? 'yoy_pct' : mention.slots.has('share') ? 'share_pct' : undefined
  if (!measure) return statement
  return { ...statement, rule: isGrowth ? 'growth' : 'share', stated: { ...statement.stated, measure } }
}

function settle(statement: Statement, before: Statement | undefined, catalog: Catalog): Statement {
  const { indicators: [code] = [], measure } = meaningOf(statement)
  const indicator = code === undefined ? undefined : catalog.indicators.get(code)
  if (!indicator) return statement
  if (measure === undefined) return settlePoints(statement, before, indicator)
  if (unitKind(statement.clause) === 'percent' && movesBy(statement.clause))
    return settlePercent(statement, { before, indicator })
  if (isIncrement(statement, indicator)) return settleIncrement(statement)
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

/** 新增软件业务收入168.5亿元 · 电信业务收入增加30亿元: by how much it is more, not how much it is. */
const isIncrement = ({ rule, clause }: Statement, { kind }: Kind) =>
  kind !== 'stock' && unitKind(clause) === 'own' && (rule === 'net-add' || rule === 'level-change')

/** What begins anew each year is more than the year before, where that is said; else nobody knows than what. */
function settleIncrement(statement: Statement): Statement {
  const { comparison, from } = statement.slots
  if (comparison === undefined && !from && !statement.stated.comparedTo)
    return { ...statement, refused: statement.refused ?? 'unknown-change' }
  return { ...statement, stated: { ...statement.stated, measure: 'level_change' } }
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
  const { target } = statement.slots
  const isGap = target !== undefined && target.indicators.length + target.regions.length > 0
  return measure === 'level_change' && kind === 'stock' && !isGap ? 'net_add' : measure
}
