import { chartFileAddress, chartFiles } from '#server/charts/index.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useOutcome } from '#web/hooks/use-outcome.ts'
import { CopyOutcome } from './copy-outcome.tsx'

/** Copies a chart as a picture. Browsers have a clipboard for pictures only on a safe connection: elsewhere it is not offered. */
export function CopyPicture({ query }: { readonly query: string }) {
  const { language, t } = useLanguage()
  const [outcome, setOutcome] = useOutcome<'copying' | 'copied' | 'pictureNotCopied'>('copying')
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard?.write) return null
  const copy = async () => {
    setOutcome('copying')
    // Safari wants the picture promised at the press, and not what comes of it later.
    const picture = fetchPicture(chartFileAddress(chartFiles['png-2'], query, language))
    const isCopied = await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]).then(
      () => true,
      () => false,
    )
    setOutcome(isCopied ? 'copied' : 'pictureNotCopied')
  }
  return (
    <button type="button" className="action" onClick={() => void copy()}>
      {t.actions.copyPicture}
      <CopyOutcome outcome={outcome} />
    </button>
  )
}

async function fetchPicture(address: string): Promise<Blob> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} was answered ${response.status}`)
  return response.blob()
}
