import { createContext, useContext } from 'react'
import type { Language } from '#data/model/language.ts'
import type { Messages } from '#web/messages/messages.ts'
import { zh } from '#web/messages/zh.ts'

export interface Spoken {
  readonly language: Language
  /** The words of the interface in that language. */
  readonly t: Messages
  readonly setLanguage: (language: Language) => void
}

export const LanguageContext = createContext<Spoken>({
  language: 'zh',
  t: zh,
  setLanguage: () => undefined,
})

/** The language the reader has chosen, and its words. */
export const useLanguage = (): Spoken => useContext(LanguageContext)
