import { isWord } from '#data/language/token.ts'
import type { Indicator } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import { hasNoNumber, type Mention } from '../mention.ts'
import { movesBy } from '../moves-by.ts'
import { Remembered } from '../remembered.ts'
import { unitKind } from '../rule.ts'
import { arrival, baseBefore } from './from-to.ts'
import { levelOf, measurePercent, measurePoints, refused, type Told, type Way } from './point-change.ts'
import { type Decision, resolver } from './resolver.ts'

/** What the mentions before tell of how a number is said. */
class Memory {
  /** The mention right before, and how its number was said. */
  first: Mention | undefined
  verb: Way | undefined
  /** The noun that was named and not yet given a number. */
  readonly announced = new Remembered<Mention>('sentence')
  /** The number before, in the running text and in parentheses; the growth told last. */
  readonly before = new Remembered<Told>('paragraph')
  readonly aside = new Remembered<Told>('sentence')
  readonly growth = new Remembered<Told>('paragraph')
}

/** 「同比增长0.2%，较一季度提高2.8个百分点」 changes a growth; 「利润率3.1%，提高0.2个百分点」 a level; an own unit a stock. */
export const measure = resolver({
  writes: 'measure',
  reads: ['subject'],
  examples: [
    [
      '2024年，软件业务收入同比增长10%，较上半年回落1.5个百分点。',
      'software_revenue CN 2024 growth_change_pp -1.5pp from 2024-01/2024-06',
    ],
  ],
  begin: ({ catalog }) => {
    const memory = new Memory()
    return (mention, { subject }) => {
      const { announced, growth, first } = memory
      const verb = withVerb(arrive(first, mention), memory.verb, mention)
      Object.assign(memory, { first: mention, verb })
      if (hasNoNumber(mention)) {
        if (isNoun(mention) || !announced.at(mention)) announced.keep(mention, mention)
        return undefined
      }
      const told = { mention, subject, way: asAnnounced(mention, verb, announced.at(mention)) }
      const entry = catalog.indicators.get(subject?.value?.[0] ?? '')
      const settled = { ...told, way: entry ? settle(told, { memory, first }, entry) : told.way }
      const way = withSign(settled, growth.at(mention))
      remember({ ...settled, way }, memory)
      return decide(way)
    }
  },
})

function remember(told: Told, { announced, aside, before, growth }: Memory): void {
  const { mention, way } = told
  // a noun holds for the parentheses of a list, not for what goes on behind a number
  if (!mention.aside) announced.forget()
  const numbers = mention.aside ? aside : before
  numbers.keep(told, mention)
  if (way.measure === 'yoy_pct') growth.keep(told, mention)
}

const decide = ({ by, refused, ...value }: Way): Decision<'measure'> => ({ by, value, refused })

/** As its rule reads it, unless the number before leads to it. */
const arrive = (first: Mention | undefined, mention: Mention): Way => ({
  ...(arrival(first, mention) ?? {
    measure: mention.saying.measure,
    rule: mention.rule,
    negative: mention.saying.negative ?? false,
  }),
  by: 'stated',
  refused: undefined,
})

/** 「新增端口1.1万个、5G基站1000个」: the verb of a list holds for all its members. */
function withVerb(way: Way, before: Way | undefined, { clause }: Mention): Way {
  const isBare = way.rule === 'level' || way.rule === 'counted'
  const goesOn = clause.after === 'nothing' && isWord(clause.tokens[0], 'and') && isBare
  return goesOn && before?.rule === 'net-add'
    ? { ...way, rule: before.rule, negative: before.negative, measure: 'net_add' }
    : way
}

/** 「增速较高的有：安徽、云南」 still speaks of growth. */
const isNoun = ({ roles }: Mention) => roles.has('growth') || roles.has('share')

/** 「下降6.2%，较1—9月收窄0.3个百分点」: a fall that narrows is a gain, one that widens a loss. */
function withSign({ mention, subject, way }: Told, growth: Told | undefined): Way {
  const { roles } = mention
  const isOpen =
    !roles.has('decline') && !roles.has('growth') && (roles.has('narrows') || roles.has('widens'))
  if (!isOpen || way.measure !== 'growth_change_pp' || !growth) return way
  const isSame = growth.subject?.value?.join() === subject?.value?.join()
  return isSame && isFall(growth) ? { ...way, negative: roles.has('widens') } : way
}

const isFall = ({ way: { negative }, mention: { clause } }: Told) =>
  negative || clause.quantities.every(({ value }) => value.startsWith('-'))

/**
 * 「同比增速换挡，由上年末的132.5%…」, 「增速居前的是贵州、海南，分别为29.3%、27.6%」, 「增速较高的有安徽（27.4%）」: the noun
 * that was named just before says what the number is.
 */
function asAnnounced(mention: Mention, way: Way, announced: Mention | undefined): Way {
  const { clause, roles } = mention
  const isTold = roles.origin !== undefined || roles.has('respectively') || mention.aside
  const isOpen = way.rule === 'level' && isTold && roles.indicators.length === 0
  if (!announced || !isOpen || unitKind(clause) !== 'percent') return way
  if (announced.roles.has('growth') && !announced.roles.has('decline'))
    return { ...way, rule: 'growth', measure: 'yoy_pct' }
  return announced.roles.has('share') ? { ...way, rule: 'share', measure: 'share_pct' } : way
}

/** What the kind of the indicator makes of it. */
function settle(
  told: Told,
  { memory: { before, aside }, first }: { memory: Memory; first: Mention | undefined },
  entry: Indicator,
): Way {
  const { mention, way } = told
  // 「广东（增长13.4%）、江苏（11.6%）」: what one parenthesis says, the next goes on saying
  const last = (mention.aside ? aside.at(mention) : undefined) ?? before.at(mention)
  if (way.measure === undefined) return measurePoints(told, last, entry)
  if (isMoveInPercent(told, entry)) return measurePercent(told, last, entry)
  if (isIncrement(told, entry)) return measureIncrement(told, first)
  return { ...way, measure: goesOn(told, last, entry) ?? adjust(told, way.measure, entry) }
}

/** 提高2.8%; 利润率增速5%. */
const isMoveInPercent = ({ mention: { clause }, way: { rule } }: Told, { unit }: Indicator) =>
  unitKind(clause) === 'percent' && (movesBy(clause) || (rule === 'growth' && unit === 'percent'))

/** 新增软件业务收入168.5亿元 · 电信业务收入增加30亿元: by how much it is more, not how much it is. */
const isIncrement = ({ mention, way: { rule } }: Told, { kind }: Indicator) =>
  kind !== 'stock' && unitKind(mention.clause) === 'own' && (rule === 'net-add' || rule === 'level-change')

/** What begins anew each year is more than the year before, where that is said; else nobody knows than what. */
function measureIncrement({ mention, way }: Told, first: Mention | undefined): Way {
  const { comparison, origin } = mention.roles
  const hasBase = comparison !== undefined || origin || baseBefore(first, mention)
  return hasBase ? { ...way, measure: 'level_change' } : refused(way)
}

/** 「增幅比一季度扩大3.1个百分点，达到14.3%」: a percentage of what is no percentage is the one spoken of. */
function goesOn(
  { mention, subject, way: { measure } }: Told,
  last: Told | undefined,
  { unit, shareOf }: Indicator,
): Measure | undefined {
  const isBare = measure === 'level' && unitKind(mention.clause) === 'percent' && unit !== 'percent'
  if (!isBare || shareOf !== undefined || !last) return undefined
  if (subject?.by === 'stated' || subject?.value?.[0] !== last.subject?.value?.[0]) return undefined
  return levelOf[last.way.measure ?? 'level']
}

function adjust({ mention }: Told, measure: Measure, { kind, unit, shareOf }: Indicator): Measure {
  const isPercent = unitKind(mention.clause) === 'percent'
  if (measure === 'level' && shareOf !== undefined && isPercent) return 'share_pct'
  if (measure === 'share_pct' && shareOf === undefined && unit === 'percent') return 'level'
  const { reference } = mention.roles
  const isGap = reference !== undefined && reference.indicators.length + reference.regions.length > 0
  return measure === 'level_change' && kind === 'stock' && !isGap ? 'net_add' : measure
}
