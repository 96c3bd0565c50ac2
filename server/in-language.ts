import type { Language } from '#data/model/language.ts'

/** The address of a page of ours in a language: English is named, Chinese is not. */
export const inLanguage = (page: string, language: Language): string =>
  language === 'zh' ? page : `${page}${page.includes('?') ? '&' : '?'}lang=${language}`
