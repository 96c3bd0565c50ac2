import type { PeriodToken } from '#data/language/token.ts'
import type { Status } from '#data/model/observation.ts'
import type { ArticleContext } from '../article-context.ts'
import { hasNoNumber, type Mention } from '../mention.ts'
import { Remembered } from '../remembered.ts'
import { isAhead } from '../time/publication.ts'
import { byDefault, type Decision, type Mood, resolver, stated } from './resolver.ts'

/** 「力争」, 「预计」, 「经初步核算」; what was not over when the text was published is a target. */
export const status = resolver({
  writes: 'status',
  reads: ['mood', 'period'],
  examples: [['到2026年，算力规模达到400EFLOPS。', 'computing_power CN 2026-12 level 400EFLOPS target']],
  begin: (article) => {
    const expecting = new Remembered<Status>('sentence')
    return (mention, known) => {
      const { mood, period } = known
      if (mood?.value === 'expectation') expecting.keep('expected', mention)
      if (hasNoNumber(mention)) return undefined
      const isToCome = isTarget(mood?.value, period?.value, article)
      if (mood) return stated(isToCome ? 'target' : 'expected')
      // 「预计软件业务收入达到13万亿元，电信业务收入1.7万亿元」 of a year that runs: both are expected
      return isToCome ? byDefault(expecting.at(mention) ?? 'target') : asPublished(article, mention)
    }
  },
})

/** Whether it is to be reached: aimed at, or of a time that was not over. */
export const isTarget = (
  mood: Mood | undefined,
  period: PeriodToken | undefined,
  article: ArticleContext,
): boolean => mood === 'aim' || (mood === undefined && period !== undefined && isAhead(period, article))

/** 「由上年的15.2%」 has long been final. */
const asPublished = ({ preliminary }: ArticleContext, { roles }: Mention): Decision<'status'> =>
  byDefault(preliminary && roles.origin === undefined ? 'preliminary' : 'actual')
