import { useId, useState } from 'react'
import { useLanguage } from '#web/hooks/use-language.ts'
import { withLanguage } from '#web/language-of-address.ts'
import { type Theme, themes } from '#web/url-state.ts'
import { CopyButton } from './copy-button.tsx'
import { Dialog } from './dialog.tsx'
import { Segmented } from './segmented.tsx'

interface EmbedDialogProps {
  readonly title: string
  readonly query: string
  readonly onClose: () => void
}

const smallest = { width: 280, height: 240 }
const largest = { width: 1600, height: 1200 }

/** The line of HTML that shows a chart elsewhere, with a preview of exactly that. */
export function EmbedDialog({ title, query, onClose }: EmbedDialogProps) {
  const { language, t } = useLanguage()
  const lineId = useId()
  const [width, setWidth] = useState(640)
  const [height, setHeight] = useState(420)
  const [background, setBackground] = useState<'paper' | 'transparent'>('paper')
  const [theme, setTheme] = useState<Theme>('light')
  const look = `${background === 'transparent' ? '&bg=transparent' : ''}${theme === 'auto' ? '' : `&theme=${theme}`}`
  const scheme = background === 'transparent' ? ';color-scheme:light' : ''
  const address = location.origin + withLanguage(`/embed?${query}${look}`, language)
  const line = `<iframe src="${address.replaceAll('&', '&amp;')}" title="${escapeHtml(title)}" width="${width}" height="${height}" style="border:0;max-width:100%${scheme}" loading="lazy"></iframe>`
  return (
    <Dialog title={t.embed.title} onClose={onClose} className="dialog-embed">
      <div className="embed-settings">
        <SizeField label={t.embed.width} side="width" value={width} onChange={setWidth} />
        <SizeField label={t.embed.height} side="height" value={height} onChange={setHeight} />
        <Segmented
          label={t.embed.background}
          choices={(['paper', 'transparent'] as const).map((value) => ({ value, label: t.embed[value] }))}
          value={background}
          onChange={setBackground}
        />
        <Segmented
          label={t.embed.theme}
          choices={themes.map((value) => ({ value, label: t.theme[value] }))}
          value={theme}
          onChange={setTheme}
        />
      </div>
      <label className="field-label" htmlFor={lineId}>
        {t.embed.line}
      </label>
      <textarea
        id={lineId}
        className="embed-line"
        rows={3}
        readOnly
        value={line}
        onFocus={({ target }) => target.select()}
      />
      <p className="embed-copy">
        <CopyButton label={t.embed.copy} text={() => line} className="button" />
        <span className="muted small">{t.embed.hint}</span>
      </p>
      <h3>{t.embed.preview}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keys */}
      <section className="embed-preview" aria-label={t.embed.preview} tabIndex={0}>
        <iframe src={address} title={title} width={width} height={height} />
      </section>
    </Dialog>
  )
}

interface SizeFieldProps {
  readonly label: string
  readonly side: 'width' | 'height'
  readonly value: number
  readonly onChange: (value: number) => void
}

function SizeField({ label, side, value, onChange }: SizeFieldProps) {
  const id = useId()
  const keep = (typed: number) =>
    Number.isFinite(typed) && onChange(Math.min(Math.max(typed, smallest[side]), largest[side]))
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label} px
      </label>
      <input
        id={id}
        type="number"
        className="text-field size-field"
        min={smallest[side]}
        max={largest[side]}
        step={20}
        defaultValue={value}
        onBlur={({ target }) => keep(target.valueAsNumber)}
        onChange={({ target }) => target.validity.valid && keep(target.valueAsNumber)}
      />
    </div>
  )
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
