import type { ArticleContext } from '../article-context.ts'
import { isAim } from '../clause.ts'
import type { Mention } from '../mention.ts'
import { Remembered } from '../remembered.ts'
import { isAhead } from '../time/publication.ts'
import { withYear } from '../time/read-period.ts'
import { resolver, stated } from './resolver.ts'

/** 「力争到2026年」, 「预计」: what is still to come. 力争 holds to the end of its sentence. */
export const mood = resolver({
  writes: 'mood',
  reads: [],
  examples: [['2024年，算力规模力争突破300EFLOPS。', 'computing_power CN 2024-12 level 300EFLOPS target']],
  begin: (article) => {
    const aiming = new Remembered<true>('sentence')
    const expected = new Remembered<string>('sentence')
    return (mention) => {
      const { roles, clause } = mention
      if (roles.has('target')) aiming.keep(true, mention)
      const subject = whatIsExpected(expected.at(mention), mention)
      if (subject === undefined) expected.forget()
      else expected.keep(subject, mention)
      if (aiming.at(mention) && isOver(mention, article)) aiming.forget()
      if (aiming.at(mention) || roles.has('planned') || isAim(clause)) return stated('aim')
      return subject === undefined ? undefined : stated('expectation')
    }
  },
})

/** 「力争全年增长10%，前三季度完成840亿元」: months that were over when the text was published are no aim. */
function isOver({ roles }: Mention, article: ArticleContext): boolean {
  const { period } = roles
  if (!period?.months || period.moment || !article.published || roles.has('target')) return false
  const dated = withYear(period, { year: undefined }, article)
  return dated?.months !== undefined && dated.months[1] < 12 && !isAhead(dated, article)
}

/**
 * 预计 holds as long as nothing else is named.
 * @returns what is expected, '' while it is still to be named: 「预计2024年，」; undefined where nothing is.
 */
function whatIsExpected(before: string | undefined, { roles }: Mention): string | undefined {
  const named = roles.indicators.flatMap(({ codes }) => codes).join() || (roles.unknown ? 'unknown' : '')
  if (roles.has('expected')) return named
  const subject = named || before
  return before === '' || subject === before ? subject : undefined
}
