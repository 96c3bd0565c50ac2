import { useSyncExternalStore } from 'react'
import type { ThemeName } from '#server/charts/index.ts'
import { useMedia } from '#web/hooks/use-media.ts'

function subscribe(notify: () => void): () => void {
  const watch = new MutationObserver(notify)
  watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => watch.disconnect()
}

const readChosen = () => document.documentElement.dataset['theme']

/** The theme that is seen: on paper light, else the one chosen on the root element, else that of the system. */
export function useThemeName(): ThemeName {
  const isDark = useMedia('(prefers-color-scheme: dark)')
  const isPaper = useMedia('print')
  const chosen = useSyncExternalStore(subscribe, readChosen)
  if (isPaper) return 'light'
  if (chosen === 'light' || chosen === 'dark') return chosen
  return isDark ? 'dark' : 'light'
}
