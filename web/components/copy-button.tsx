import { useOutcome } from '#web/hooks/use-outcome.ts'
import { CopyOutcome } from './copy-outcome.tsx'

interface CopyButtonProps {
  readonly label: string
  /** What is copied; asked for at the press. */
  readonly text: () => string | Promise<string>
  readonly className?: string
}

/** Copies a text and says so in its place. */
export function CopyButton({ label, text, className = 'action' }: CopyButtonProps) {
  const [outcome, setOutcome] = useOutcome<'copying' | 'copied' | 'copyFailed'>('copying')
  const copy = async () => {
    const asked = text()
    if (typeof asked !== 'string') setOutcome('copying')
    setOutcome((await isCopied(asked)) ? 'copied' : 'copyFailed')
  }
  return (
    <button type="button" className={className} onClick={() => void copy()}>
      {label}
      <CopyOutcome outcome={outcome} />
    </button>
  )
}

const isCopied = (text: string | Promise<string>): Promise<boolean> =>
  write(text)
    .then(
      () => true,
      async () => copyTheOldWay(await text),
    )
    .catch(() => false)

async function write(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string') return navigator.clipboard.writeText(text)
  // Safari wants a text that is yet to come promised at the press, and not what comes of it later.
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': text.then(asBlob) })])
}

const asBlob = (text: string) => new Blob([text], { type: 'text/plain' })

/** For pages that are not served over HTTPS, where there is no clipboard interface. */
function copyTheOldWay(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  field.style.opacity = '0'
  const open = document.querySelector('dialog[open]') ?? document.body
  open.append(field)
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  return copied
}
