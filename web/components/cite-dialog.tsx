import { useQuery } from '@tanstack/react-query'
import { chartFileAddress } from '#server/charts/index.ts'
import { fetchText } from '#web/api.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { CopyButton } from './copy-button.tsx'
import { Dialog } from './dialog.tsx'
import { Loaded } from './loaded.tsx'

interface CiteDialogProps {
  readonly query: string
  readonly onClose: () => void
}

/** How a citation is written, and what the address of such a file ends in. */
const styles = [
  { ending: 'txt', name: 'GB/T 7714' },
  { ending: 'bib', name: 'BibTeX' },
] as const

/** 引用: the chart and its documents, as references are written. */
export function CiteDialog({ query, onClose }: CiteDialogProps) {
  const { t } = useLanguage()
  return (
    <Dialog title={t.cite.title} onClose={onClose} className="dialog-cite">
      <p className="muted small">{t.cite.hint}</p>
      {styles.map(({ ending, name }) => (
        <Citation key={ending} name={name} query={query} ending={ending} />
      ))}
    </Dialog>
  )
}

/** Of what is not known where a citation is written: the address of this site, and the day on which it is cited. */
function filledIn(citation: string): string {
  const today = new Date().toLocaleDateString('sv-SE')
  return citation
    .replaceAll(/\[本站网址\]|\[address of this site\]/g, location.origin)
    .replaceAll('\\url{/', `\\url{${location.origin}/`)
    .replaceAll('[引用日期 YYYY-MM-DD]', `[${today}]`)
    .replaceAll('[accessed YYYY-MM-DD]', `[accessed ${today}]`)
}

interface CitationProps {
  readonly name: string
  readonly query: string
  readonly ending: string
}

function Citation({ name, query, ending }: CitationProps) {
  const { language, t } = useLanguage()
  const address = chartFileAddress({ ending, look: {} }, query, language)
  const citation = useQuery({
    queryKey: ['citation', address],
    queryFn: async () => filledIn(await fetchText(address)),
  })
  return (
    <section className="citation" aria-label={name}>
      <Loaded query={citation} height={160}>
        {(text) => (
          <>
            <div className="section-head">
              <h3>{name}</h3>
              <CopyButton label={t.cite.copy} text={() => text} className="action" />
            </div>
            <textarea
              className="embed-line"
              rows={6}
              readOnly
              value={text}
              aria-label={name}
              onFocus={({ target }) => target.select()}
            />
          </>
        )}
      </Loaded>
    </section>
  )
}
