import type { Language } from '#data/model/language.ts'
import { recall } from './remember.ts'
import { languages } from './url-state.ts'

/** The language that an address asks for, else the one remembered, else Chinese. */
export function readLanguage(search: string): Language {
  const asked = new URLSearchParams(search).get('lang') ?? recall('lang')
  return languages.find((language) => language === asked) ?? 'zh'
}

/** Carries the language of the present address over to another one of ours, so that a copied link opens in it. */
export function inLanguageOfAddress(href: string): string {
  return href.startsWith('/') ? withLanguage(href, readLanguage(location.search)) : href
}

/** An address of ours with its language: English is named, Chinese is not. */
export function withLanguage(href: string, language: Language): string {
  const { pathname, searchParams, hash } = new URL(href, 'http://youju.invalid')
  if (language === 'zh') searchParams.delete('lang')
  else searchParams.set('lang', language)
  const query = searchParams.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')
  return pathname + (query ? `?${query}` : '') + hash
}
