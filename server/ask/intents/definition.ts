import type { Language } from '#data/model/language.ts'
import type { Store } from '#data/store/open-store.ts'
import { indicatorOf } from '#server/known.ts'
import { addressOfIndicator } from '../address.ts'
import type { Reading } from '../decide.ts'
import type { Outcome } from './outcome.ts'

/** What an indicator is, as the catalogue says it. */
export function answerDefinition({ catalog }: Store, { indicators }: Reading): Outcome {
  const found = indicators.map((code) => indicatorOf(catalog, code))
  const [first] = found
  if (!first) throw new Error('a definition of nothing')
  const sentence = (language: Language) => {
    const separator = language === 'zh' ? '：' : ': '
    return found
      .map(({ name, definition }) => name[language] + separator + definition[language])
      .join(language === 'zh' ? '' : ' ')
  }
  return { kind: 'answer', ...addressOfIndicator(first.code), numbers: [], sentence }
}
