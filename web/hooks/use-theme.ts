import { useCallback, useState } from 'react'
import { recall, remember } from '#web/remember.ts'
import { type Theme, themes } from '#web/url-state.ts'

const readTheme = (): Theme => themes.find((theme) => theme === recall('theme')) ?? 'auto'

/** The theme the reader has chosen; `auto` follows the system. The choice stands on the root element for CSS and charts. */
export function useTheme(): { readonly theme: Theme; readonly setTheme: (theme: Theme) => void } {
  const [theme, keepTheme] = useState(readTheme)
  const setTheme = useCallback((chosen: Theme) => {
    remember('theme', chosen === 'auto' ? '' : chosen)
    if (chosen === 'auto') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = chosen
    keepTheme(chosen)
  }, [])
  return { theme, setTheme }
}
