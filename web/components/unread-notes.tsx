import type { Unread } from '#server/charts/index.ts'
import { useLanguage } from '#web/hooks/use-language.ts'

/** Says which parameters of the address were not understood. */
export function UnreadNotes({ unread }: { readonly unread: readonly Unread[] }) {
  const { t } = useLanguage()
  if (unread.length === 0) return null
  return (
    <div className="remark" role="status">
      {unread.map(({ name, text }) => (
        <p key={name}>{t.unread(name, text)}</p>
      ))}
    </div>
  )
}
