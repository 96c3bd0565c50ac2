import { useId } from 'react'
import { type Brief, briefLayouts, longestLine, printBrief, toLine } from '#server/charts/index.ts'
import { briefFile, printAddress } from '#web/brief-files.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useNow } from '#web/hooks/use-now.ts'
import { withLanguage } from '#web/language-of-address.ts'
import { CopyButton } from '../copy-button.tsx'
import { Segmented } from '../segmented.tsx'

interface BriefHeadProps {
  readonly brief: Brief
  readonly onChange: (brief: Brief) => void
}

/** Title and layout of a brief, and what it can be taken as. */
export function BriefHead({ brief, onChange }: BriefHeadProps) {
  const { language, t } = useLanguage()
  const titleId = useId()
  const made = useNow() ?? brief.made
  const ofNow = made ? { ...brief, made } : brief
  return (
    <section className="brief-head" aria-label={t.brief.title}>
      <div className="field brief-title">
        <label className="field-label" htmlFor={titleId}>
          {t.brief.name}
        </label>
        <input
          id={titleId}
          className="text-field"
          maxLength={longestLine}
          placeholder={t.brief.untitled}
          value={brief.title}
          onChange={({ target }) => onChange({ ...brief, title: toLine(target.value) })}
        />
      </div>
      <Segmented
        label={t.brief.layout}
        choices={briefLayouts.map((value) => ({ value, label: t.brief.layouts[value] }))}
        value={brief.layout}
        onChange={(layout) => onChange({ ...brief, layout })}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields */}
      <div className="field brief-outputs" role="group" aria-label={t.brief.outputs}>
        <span className="field-label">{t.brief.outputs}</span>
        <div className="brief-buttons">
          <a className="button" href={briefFile('docx', ofNow, language)} download>
            Word
          </a>
          <a className="button" href={briefFile('pptx', ofNow, language)} download>
            PowerPoint
          </a>
          <button
            type="button"
            className="button"
            onClick={() => printAddress(briefFile('html', ofNow, language))}
          >
            {t.brief.print}
          </button>
          <a className="button" href={briefFile('html', ofNow, language)} download title={t.brief.htmlHint}>
            {t.brief.html}
          </a>
          <CopyButton
            className="button"
            label={t.brief.link}
            text={() => location.origin + withLanguage(`/brief?${printBrief(ofNow)}`, language)}
          />
        </div>
      </div>
    </section>
  )
}
