import { useLanguage } from '#web/hooks/use-language.ts'
import { Dialog } from './dialog.tsx'

const keys = [
  { press: ['Ctrl / ⌘', 'K'], does: 'search' },
  { press: ['?'], does: 'help' },
  { press: ['←', '→'], does: 'alongChart' },
  { press: ['↑', '↓'], does: 'acrossChart' },
  { press: ['Enter'], does: 'chooseRegion' },
  { press: ['Space'], does: 'play' },
  { press: ['Esc'], does: 'close' },
] as const

/** The list of keys. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage()
  return (
    <Dialog title={t.keys.title} onClose={onClose} className="dialog-narrow">
      <dl className="key-list">
        {keys.map(({ press, does }) => (
          <div key={does}>
            <dt>
              {press.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t.keys[does]}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
