import type { Language } from '#data/model/language.ts'
import { offCourse } from '#server/charts/words/oddity-words.ts'
import type { Indicator, Point } from './api.ts'
import { formatInterval } from './format-interval.ts'
import type { Messages } from './messages/messages.ts'

interface Spoken {
  readonly language: Language
  readonly t: Messages
}

/** Why a number is marked as off its course, with where a printed one would lie; empty for one that is on it. */
export function oddWords(
  { oddity, derived }: Pick<Point, 'oddity' | 'derived'>,
  { unit, counter }: Indicator,
  { language, t }: Spoken,
): string {
  if (!oddity) return ''
  if (derived) return t.region.oddParent
  return offCourse(formatInterval(oddity, { unit, counter, most: 2 }, language), language)
}
