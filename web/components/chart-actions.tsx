import { useState } from 'react'
import { useLanguage } from '#web/hooks/use-language.ts'
import { withLanguage } from '#web/language-of-address.ts'
import { BriefButton } from './brief-button.tsx'
import { CopyButton } from './copy-button.tsx'
import { CopyPicture } from './copy-picture.tsx'
import { ExportMenu } from './export-menu.tsx'
import { CiteDialog, EmbedDialog } from './late-dialogs.tsx'

interface ChartActionsProps {
  readonly title: string
  readonly file: string
  readonly page: string
  readonly embed: string
  /** The chart as a sentence; asked for when it is copied. */
  readonly say: () => Promise<string>
}

/** What can be done with a chart, always in this order. */
export function ChartActions({ title, file, page, embed, say }: ChartActionsProps) {
  const { language, t } = useLanguage()
  const [isEmbedding, setEmbedding] = useState(false)
  const [isCiting, setCiting] = useState(false)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div className="chart-actions" role="group" aria-label={`${t.actions.label}${t.colon}${title}`}>
      <ExportMenu file={file} chart={embed} />
      <button type="button" className="action" aria-haspopup="dialog" onClick={() => setEmbedding(true)}>
        {t.actions.embed}
      </button>
      <CopyButton label={t.actions.copyLink} text={() => location.origin + withLanguage(page, language)} />
      <CopyButton label={t.actions.copySentence} text={say} />
      <CopyPicture query={embed} />
      <button type="button" className="action" aria-haspopup="dialog" onClick={() => setCiting(true)}>
        {t.actions.cite}
      </button>
      <BriefButton embed={embed} />
      {isCiting && <CiteDialog query={embed} onClose={() => setCiting(false)} />}
      {isEmbedding && <EmbedDialog title={title} query={embed} onClose={() => setEmbedding(false)} />}
    </div>
  )
}
