import { Link } from 'wouter'
import type { Period } from '#data/model/period.ts'
import { monthsBehind, mostBehind } from '#web/age.ts'
import type { Indicator, LatestItem, Source } from '#web/api.ts'
import { formatPointPeriod } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { standingNotes } from '#web/standing-notes.ts'
import { Growth } from './growth.tsx'
import { OddMark } from './odd-mark.tsx'
import { Printed } from './printed.tsx'
import { SourceLink } from './source-link.tsx'

interface LatestRowsProps {
  readonly caption: string
  readonly items: readonly LatestItem[]
  readonly indicators: readonly Indicator[]
  readonly sources: readonly Source[]
  /** The month the page's data reach. */
  readonly until: Period
  /** Added to the address of each indicator. */
  readonly region?: string
}

/** Newest numbers as tight rows: indicator, value, growth, period and basis, source. */
export function LatestRows({ caption, items, indicators, sources, until, region }: LatestRowsProps) {
  const { language, t } = useLanguage()
  const shown = items.flatMap(({ indicator }) => indicators.find(({ code }) => code === indicator) ?? [])
  const notes = [...new Map(shown.flatMap(standingNotes).map((note) => [note.zh, note])).values()]
  const marksOf = (indicator: Indicator) =>
    standingNotes(indicator).map(({ zh }) => notes.findIndex((note) => note.zh === zh) + 1)
  return (
    <>
      <table className="table table-latest">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.table.indicator}</th>
            <th scope="col" className="number">
              {t.table.latest}
            </th>
            <th scope="col" className="number">
              {t.table.growth}
            </th>
            <th scope="col">{t.table.when}</th>
            <th scope="col">{t.table.source}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const indicator = indicators.find(({ code }) => code === item.indicator)
            return indicator ? (
              <tr key={item.indicator}>
                <th scope="row">
                  <Link href={`/indicators/${item.indicator}${region ? `?region=${region}` : ''}`}>
                    {indicator.name[language]}
                  </Link>
                </th>
                <td className="number">
                  <Printed point={item.level} indicator={indicator} />
                  <OddMark point={item.level} indicator={indicator} region={region ?? 'CN'} />
                  {marksOf(indicator).map((mark) => (
                    <sup key={mark} className="note-mark">
                      {mark}
                    </sup>
                  ))}
                </td>
                <td className="number growth-cell">
                  <Growth point={item.growth} indicator={indicator} why={item.setApart?.reason[language]} />
                </td>
                <td className="when">
                  {formatPointPeriod(item.level, item.basis, language)}
                  <Age months={monthsBehind(item.level, until)} />
                </td>
                <td className="from">
                  <SourceLink
                    source={sources.find(({ id }) => id === item.level.source)}
                    show="date"
                    of={{ indicator: item.indicator, region: region ?? 'CN' }}
                  />
                </td>
              </tr>
            ) : null
          })}
        </tbody>
      </table>
      {notes.length > 0 && (
        <ol className="row-notes" aria-label={t.table.beware}>
          {notes.map((note) => (
            <li key={note.zh}>{note[language]}</li>
          ))}
        </ol>
      )}
    </>
  )
}

function Age({ months }: { readonly months: number }) {
  const { t } = useLanguage()
  if (months <= mostBehind) return null
  return (
    <span className="figure-age" title={t.table.behind(months)}>
      {t.table.ago(months)}
    </span>
  )
}
