import { Dialog } from '#web/components/dialog.tsx'
import { useWords } from './words.ts'

const keys = [
  { press: ['j', 'k'], does: 'next' },
  { press: ['→', '←'], does: 'any' },
  { press: ['a'], does: 'accept' },
  { press: ['x'], does: 'reject' },
  { press: ['e'], does: 'mend' },
  { press: ['1', '…', '9', '0'], does: 'field' },
  { press: ['Enter'], does: 'save' },
  { press: ['A'], does: 'acceptAll' },
  { press: ['M'], does: 'mendAlike' },
  { press: ['u'], does: 'undo' },
  { press: ['r'], does: 'row' },
  { press: ['f'], does: 'fact' },
  { press: ['c'], does: 'candidate' },
  { press: ['b'], does: 'preview' },
  { press: ['?'], does: 'help' },
  { press: ['Esc'], does: 'escape' },
] as const

/** The list of keys. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  return (
    <Dialog title={words.keys} onClose={onClose} className="dialog-narrow">
      <dl className="key-list">
        {keys.map(({ press, does }) => (
          <div key={does}>
            <dt>
              {press.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words.keyWords[does]}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
