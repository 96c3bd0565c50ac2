import type { Language } from '#data/model/language.ts'

/** `东部、中部和西部`; `Eastern, Central and Western`. */
export function listOf(words: readonly string[], language: Language): string {
  const [last = '', ...others] = words.toReversed()
  if (others.length === 0) return last
  const separator = language === 'zh' ? '、' : ', '
  return others.toReversed().join(separator) + (language === 'zh' ? '和' : ' and ') + last
}
