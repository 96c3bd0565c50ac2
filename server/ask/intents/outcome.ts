import type { Language } from '#data/model/language.ts'
import type { Address } from '../address.ts'
import type { Found } from '../find-points.ts'

/** What is said of it, in the language asked for. */
type Sentence = (language: Language) => string

/** What an intent makes of a reading. */
export type Outcome =
  | (Address & {
      readonly kind: 'answer'
      readonly sentence: Sentence
      readonly numbers: readonly Found[]
      /** Of a ranking the rank of each number. */
      readonly ranks?: readonly number[]
      /** Where another indicator answers than the one that was named. */
      readonly indicator?: string
      /** Documents that are answers themselves, beside those of the numbers. */
      readonly sources?: readonly string[]
    })
  | {
      /** The time may be read in two ways: 4月 as the month, or as what has added up by then. */
      readonly kind: 'choice'
      readonly sentence: Sentence
      readonly readings: readonly Found[]
    }
  | {
      readonly kind: 'unknown'
      readonly sentence: Sentence
      /** Numbers that come nearest to what was asked. */
      readonly nearest: readonly Found[]
    }
