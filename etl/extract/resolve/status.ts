import type { PeriodToken } from '#data/language/token.ts'
import type { ArticleContext } from '../article-context.ts'
import { hasNoNumber } from '../mention.ts'
import { isAhead } from '../time/publication.ts'
import { byDefault, type Decision, type Mood, resolver, stated } from './resolver.ts'

/** 「力争」, 「预计」, 「经初步核算」; what was not over when the text was published is a target. */
export const status = resolver({
  writes: 'status',
  reads: ['mood', 'period'],
  examples: [['到2026年，算力规模达到400EFLOPS。', 'computing_power CN 2026-12 level 400EFLOPS target']],
  begin: (article) => (mention, known) => {
    if (hasNoNumber(mention)) return undefined
    const { mood, period } = known
    const isToCome = isTarget(mood?.value, period?.value, article)
    if (mood) return stated(isToCome ? 'target' : 'expected')
    return isToCome ? byDefault('target') : asPublished(article, mention.roles.origin !== undefined)
  },
})

/** Whether it is to be reached: aimed at, or of a time that was not over. */
export const isTarget = (
  mood: Mood | undefined,
  period: PeriodToken | undefined,
  article: ArticleContext,
): boolean => mood === 'aim' || (mood === undefined && period !== undefined && isAhead(period, article))

/** 「由上年的15.2%」 has long been final. */
const asPublished = ({ preliminary }: ArticleContext, isOld: boolean): Decision<'status'> =>
  byDefault(preliminary && !isOld ? 'preliminary' : 'actual')
