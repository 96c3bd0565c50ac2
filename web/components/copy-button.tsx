import { useOutcome } from '#web/hooks/use-outcome.ts'
import { CopyOutcome } from './copy-outcome.tsx'

interface CopyButtonProps {
  readonly label: string
  /** What is copied; asked for at the press. */
  readonly text: () => string
  readonly className?: string
}

/** Copies a text and says so in its place. */
export function CopyButton({ label, text, className = 'action' }: CopyButtonProps) {
  const [outcome, setOutcome] = useOutcome<'copied' | 'copyFailed'>()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text())
      setOutcome('copied')
    } catch {
      setOutcome(copyTheOldWay(text()) ? 'copied' : 'copyFailed')
    }
  }
  return (
    <button type="button" className={className} onClick={() => void copy()}>
      {label}
      <CopyOutcome outcome={outcome} />
    </button>
  )
}

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
