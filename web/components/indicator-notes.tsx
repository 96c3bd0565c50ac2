import { Link } from 'wouter'
import type { Indicator } from '#web/api.ts'
import { formatDate } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'

interface IndicatorNotesProps {
  readonly indicator: Indicator
  /** The whole catalogue, to name related ones. */
  readonly indicators: readonly Indicator[]
}

/** What an indicator means, what to beware of, and what it is part of. */
export function IndicatorNotes({ indicator, indicators }: IndicatorNotesProps) {
  const { language, t } = useLanguage()
  const { definition, notes, partOf, code } = indicator
  const whole = indicators.filter((each) => each.code === partOf)
  const parts = indicators.filter((each) => each.partOf === code && each.coverage.observations > 0)
  return (
    <div className="indicator-notes">
      <section>
        <h2>{t.indicator.definition}</h2>
        <p>{definition[language]}</p>
      </section>
      {notes.length > 0 && (
        <section>
          <h2>{t.indicator.notes}</h2>
          <ul className="note-list">
            {notes.map((note) => (
              <li key={note.zh}>
                {note.since && <strong>{t.indicator.since(formatDate(note.since, language))}</strong>}{' '}
                {note[language]}
              </li>
            ))}
          </ul>
        </section>
      )}
      {whole.length + parts.length > 0 && (
        <section>
          <h2>{t.indicator.related}</h2>
          <IndicatorLinks label={t.indicator.partOf} indicators={whole} />
          <IndicatorLinks label={t.indicator.parts} indicators={parts} />
        </section>
      )}
    </div>
  )
}

function IndicatorLinks({
  label,
  indicators,
}: {
  readonly label: string
  readonly indicators: readonly Indicator[]
}) {
  const { language } = useLanguage()
  if (indicators.length === 0) return null
  return (
    <p className="related">
      <span className="muted">{label}</span>
      {indicators.map(({ code, name }) => (
        <Link key={code} href={`/indicators/${code}`}>
          {name[language]}
        </Link>
      ))}
    </p>
  )
}
