import type { PeriodToken } from '#data/language/token.ts'
import { hasNoNumber, type Mention } from '../mention.ts'
import type { Measured } from './resolver.ts'

/**
 * 「占比由上年的15.2%提升至15.6%」: the second number says of this year what the first says of the last; a 降幅 of 3.2% that
 * shrinks to 0.8% is still a fall.
 * @param first the mention right before.
 */
export function arrival(first: Mention | undefined, mention: Mention): Measured | undefined {
  if (!first || !leadsTo(first, mention)) return undefined
  const measure = first.roles.origin ? first.saying.measure : 'yoy_pct'
  if (!measure || mention.rule !== 'level' || !mention.roles.has('to')) return undefined
  return { measure, rule: 'from-to', negative: first.roles.has('decline') }
}

/** 「由2020年的26.7万个增加20万个」: from which the second number is a change. */
export function baseBefore(first: Mention | undefined, mention: Mention): PeriodToken | undefined {
  if (!first || !leadsTo(first, mention)) return undefined
  const { origin } = first.roles
  const isChange = mention.rule === 'level-change' && !mention.roles.comparison
  return isChange && origin !== true ? origin : undefined
}

const leadsTo = (first: Mention, { clause, roles }: Mention) =>
  opens(first) && clause.after === 'nothing' && roles.indicators.length === 0

/** 占比由15.2%, and 降幅收窄1.2个百分点, may lead to a second number: 提升至15.6%, 至0.8%. */
const opens = (mention: Mention) =>
  !hasNoNumber(mention) &&
  (mention.roles.origin !== undefined ||
    (mention.roles.has('decline') && mention.saying.measure === 'growth_change_pp'))
