import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { useSearch } from 'wouter'
import type { Language } from '#data/model/language.ts'
import { LanguageContext } from '#web/hooks/use-language.ts'
import { readLanguage, withLanguage } from '#web/language-of-address.ts'
import { areHere, fetchWords, wordsIn } from '#web/messages/messages.ts'
import { reloadIfReachable } from '#web/reload-page.ts'
import { remember } from '#web/remember.ts'
import { CodeMissing } from './arriving.tsx'

/**
 * Tells everything inside which language to speak. Until the words of a language are here, what is seen stays in the one
 * before; at first, nothing is seen.
 */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const { language, isMissing } = useArrived(readLanguage(useSearch()))
  const setLanguage = useCallback((chosen: Language) => {
    remember('lang', chosen === 'zh' ? '' : chosen)
    history.replaceState(
      history.state,
      '',
      withLanguage(location.pathname + location.search + location.hash, chosen),
    )
  }, [])
  const spoken = useMemo(
    () => language && { language, t: wordsIn(language), setLanguage },
    [language, setLanguage],
  )
  // What the stylesheet says of a language holds from the first paint of its words.
  useLayoutEffect(() => {
    if (language) document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  if (isMissing) return <CodeMissing />
  return spoken && <LanguageContext value={spoken}>{children}</LanguageContext>
}

/** The language that is asked for once its words are here, until then the one before. */
function useArrived(asked: Language) {
  const [before, setBefore] = useState<Language>()
  const [missing, setMissing] = useState<Language>()
  const language = areHere(asked) ? asked : before
  useEffect(() => {
    fetchWords(asked).then(
      () => setBefore(asked),
      async () => (await reloadIfReachable()) || setMissing(asked),
    )
  }, [asked])
  return { language, isMissing: missing === asked && language !== asked }
}
