import type { Store } from '#data/store/open-store.ts'
import type { Reading } from '../decide.ts'
import type { Intent } from '../intent.ts'
import { answerComparison } from './comparison.ts'
import { answerDefinition } from './definition.ts'
import type { Outcome } from './outcome.ts'
import { answerRanking } from './ranking.ts'
import { answerSource } from './source.ts'
import { answerTarget } from './target.ts'
import { answerTrend } from './trend.ts'
import { answerValue } from './value.ts'

/** What each intent makes of a reading. */
export const answerIntent: Readonly<
  Record<Intent, (store: Store, reading: Reading) => Promise<Outcome> | Outcome>
> = {
  value: answerValue,
  trend: answerTrend,
  ranking: answerRanking,
  share: answerValue,
  comparison: answerComparison,
  target: answerTarget,
  source: answerSource,
  definition: answerDefinition,
}
