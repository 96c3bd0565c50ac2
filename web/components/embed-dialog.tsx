import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { embedCode, embedFields, readState } from '#server/charts/index.ts'
import { api } from '#web/api.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { CopyButton } from './copy-button.tsx'
import { Dialog } from './dialog.tsx'
import { EmbedPreview } from './embed-preview.tsx'
import { type EmbedSettings, EmbedSettingsFields, usualSettings } from './embed-settings.tsx'

interface EmbedDialogProps {
  readonly title: string
  /** Of the address of the chart in a frame. */
  readonly query: string
  readonly onClose: () => void
}

/** Until the preview says how high the chart wants to be. */
const usualHeight = 420

/** The lines of HTML that show a chart elsewhere, with a preview of exactly that. */
export function EmbedDialog({ title, query, onClose }: EmbedDialogProps) {
  const { language, t } = useLanguage()
  const lineId = useId()
  const [settings, setSettings] = useState(usualSettings)
  const [wanted, setWanted] = useState(usualHeight)
  const version = useVersion()
  const frozen = settings.time === 'frozen' ? version : undefined
  const { form, width, height = wanted } = settings
  const line = embedCode[form]({
    origin: location.origin,
    chart: { ...readState(embedFields, query).state, ...frozen },
    look: lookOf(settings, language),
    ...{ title, width, height },
  })
  return (
    <Dialog title={t.embed.title} onClose={onClose} className="dialog-embed">
      <EmbedSettingsFields
        settings={settings}
        wanted={wanted}
        onChange={(some) => setSettings({ ...settings, ...some })}
      />
      <p className="muted small">
        {t.embed.formHints[form]} {frozen ? t.embed.frozenHint(frozen.asOf) : t.embed.liveHint}
      </p>
      <label className="field-label" htmlFor={lineId}>
        {t.embed.line}
      </label>
      <textarea
        id={lineId}
        className="embed-line"
        rows={4}
        readOnly
        value={line}
        onFocus={({ target }) => target.select()}
      />
      <p className="embed-copy">
        <CopyButton label={t.embed.copy} text={() => line} className="button" />
      </p>
      <h3>{t.embed.preview}</h3>
      <EmbedPreview line={line} onWanted={setWanted} />
    </Dialog>
  )
}

/** What the address says of how the chart looks; what is usual goes unsaid. */
const lookOf = ({ theme, background }: EmbedSettings, language: string): string =>
  new URLSearchParams({
    ...(language !== 'zh' && { lang: language }),
    ...(theme !== 'auto' && { theme }),
    ...(background !== 'paper' && { bg: background }),
  }).toString()

/** The version of today and the day on which it was published; undefined until they are known. */
function useVersion() {
  const { data } = useQuery({ queryKey: ['versions'], queryFn: api.versions })
  const publishedAt = data?.versions.find(({ id }) => id === data.snapshot)?.publishedAt
  return data && publishedAt ? { snapshot: data.snapshot, asOf: dayInBeijing(publishedAt) } : undefined
}

/** The day that the API names in the place of a version (`dayInBeijing` of the server). */
const dayInBeijing = (instant: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(instant))
