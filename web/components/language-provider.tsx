import { type ReactNode, useCallback, useEffect, useMemo } from 'react'
import { useSearch } from 'wouter'
import type { Language } from '#data/model/language.ts'
import { LanguageContext } from '#web/hooks/use-language.ts'
import { readLanguage, withLanguage } from '#web/language-of-address.ts'
import { messages } from '#web/messages/messages.ts'
import { remember } from '#web/remember.ts'

/** Tells everything inside which language to speak. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const language = readLanguage(useSearch())
  const setLanguage = useCallback((chosen: Language) => {
    remember('lang', chosen === 'zh' ? '' : chosen)
    history.replaceState(
      history.state,
      '',
      withLanguage(location.pathname + location.search + location.hash, chosen),
    )
  }, [])
  const spoken = useMemo(() => ({ language, t: messages[language], setLanguage }), [language, setLanguage])
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  return <LanguageContext value={spoken}>{children}</LanguageContext>
}
