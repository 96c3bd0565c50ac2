import type { Language } from '#data/model/language.ts'
import { zh } from './zh.ts'

/** Every word of the interface, in the shape of the Chinese catalogue. */
export type Messages = typeof zh

/** The words that are here; English ones are fetched when they are asked for. */
const arrived = new Map<Language, Messages>([['zh', zh]])

export const areHere = (language: Language): boolean => arrived.has(language)

/** Brings the words of a language here. @throws where the code does not arrive. */
export async function fetchWords(language: Language): Promise<void> {
  if (!areHere(language)) arrived.set(language, (await import('./en.ts')).en)
}

/** The words of a language that is spoken: they are here. */
export function wordsIn(language: Language): Messages {
  const words = arrived.get(language)
  if (!words) throw new Error(`the words in ${language} are not here`)
  return words
}
