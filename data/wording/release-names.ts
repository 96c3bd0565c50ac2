import type { Text } from '#data/model/language.ts'
import type { Rhythm } from '#data/model/release.ts'

/** What the editions of a rhythm are called. */
export const rhythmNames: Readonly<Record<Rhythm, Text>> = {
  within_year: { zh: '年内各期', en: 'within the year' },
  year: { zh: '年度', en: 'yearly' },
}
