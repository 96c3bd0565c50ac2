import { normalize } from '#data/language/normalize.ts'

/** Signs that only part words; of brackets the content counts as much as what stands around them. */
const partings =
  /[\s()（）《》〈〉【】「」『』“”"‘’'[\]{}?？!！。…·,，;；:：@#|~]+|(?<=\s)-+(?=\s)|\.(?!\d)/gu

/** 2025nian, 2024gdp, 1-8yue. */
const yearBeforeWord = /(?<!\d)((?:19|20)\d{2}(?=[a-z]{2})|\d{1,2}(?=yue))/g

/**
 * A question in one form: simplified characters, half-width small letters, the words of the mainland; words parted as
 * they were, by one space.
 */
export function plainText(question: string): string {
  const pieces = question.replace(partings, ' ').trim().split(/ +/)
  const text = pieces.map((piece) => normalize(piece).text).join(' ')
  return text.replace(yearBeforeWord, '$1 ')
}
