import type { ReactNode } from 'react'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useMedia } from '#web/hooks/use-media.ts'

/** Secondary controls: beside the others where there is room, else folded away so that the chart is in sight. */
export function Settings({ children }: { readonly children: ReactNode }) {
  const { t } = useLanguage()
  const isNarrow = useMedia('(max-width: 640px)')
  if (!isNarrow) return children
  return (
    <details className="settings">
      <summary>{t.settings}</summary>
      <div className="settings-fields">{children}</div>
    </details>
  )
}
