import type { Language } from '#data/model/language.ts'
import { madeOfOdd, offCourse } from '#server/charts/index.ts'
import { formatInterval, type Said } from './format-interval.ts'

/** A number that may have left its course, as the API and the charts have it. */
export interface Odd {
  readonly oddity?: { readonly low: number | null; readonly high: number | null } | null | undefined
  readonly derived: unknown
}

/** Why a number is marked as off its course, with where a printed one would lie; empty for one that is on it. */
export function oddWords(
  { oddity, derived }: Odd,
  { unit, counter }: Pick<Said, 'unit' | 'counter'>,
  language: Language,
): string {
  if (!oddity) return ''
  if (derived) return madeOfOdd[language]
  return offCourse(formatInterval(oddity, { unit, counter, most: 2 }, language))[language]
}
