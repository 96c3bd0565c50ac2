import { acrossBreak, methodWords } from '#data/wording/derived-names.ts'
import { type Measured, type Names, unitOf } from '#server/charts/index.ts'
import type { Answer, Indicator, Lead, Point } from '#web/api.ts'
import { formatInterval } from '#web/format-interval.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import type { Messages } from '#web/messages/messages.ts'
import { sayPoint } from '#web/say-point.ts'
import { asGrowth, asShare } from '#web/verdict.ts'
import { ScrollBox } from './scroll-box.tsx'
import { SourceLink } from './source-link.tsx'

interface StandingEvidenceProps {
  readonly standing: Answer<'standing'>
  readonly names: Names
  readonly zone: string
}

interface Item {
  readonly key: string
  readonly name: (words: Messages['region']['names'], zone: string) => string
  readonly pointOf: (lead: Lead) => Point | null
  readonly measuredOf: (indicator: Indicator) => Measured
}

const perHeadOf = (indicator: Indicator): Measured => ({ indicator, measure: 'level', transform: 'per_head' })

/** What may be derived of a lead. */
const items: readonly Item[] = [
  { key: 'share', name: ({ share }) => share, pointOf: ({ share }) => share, measuredOf: asShare },
  { key: 'growth', name: ({ growth }) => growth, pointOf: ({ growth }) => growth, measuredOf: asGrowth },
  {
    key: 'nationGrowth',
    name: ({ nationGrowth }) => nationGrowth,
    pointOf: ({ nation }) => nation.growth,
    measuredOf: asGrowth,
  },
  {
    key: 'zoneGrowth',
    name: (words, zone) => words.zoneGrowth(zone),
    pointOf: ({ zone }) => zone.growth,
    measuredOf: asGrowth,
  },
  {
    key: 'perHead',
    name: ({ perHead }) => perHead,
    pointOf: ({ perHead }) => perHead,
    measuredOf: perHeadOf,
  },
  {
    key: 'nationPerHead',
    name: ({ nationPerHead }) => nationPerHead,
    pointOf: ({ nation }) => nation.perHead,
    measuredOf: perHeadOf,
  },
]

/** Every derived number of the leads with its interval, method and source, unfolded on demand. */
export function StandingEvidence({ standing, names, zone }: StandingEvidenceProps) {
  const { language, t } = useLanguage()
  const rows = standing.leads.flatMap((lead) => {
    const indicator = names.indicators.find(({ code }) => code === lead.indicator)
    return items.flatMap((item) => {
      const point = item.pointOf(lead)
      return indicator && point?.derived ? [{ indicator, item, point, derived: point.derived }] : []
    })
  })
  if (rows.length === 0) return null
  const nameOf = (code: string) =>
    names.regions.find((region) => region.code === code)?.name[language] ?? code
  return (
    <details className="standing-evidence">
      <summary>
        {t.region.evidence} <small>{rows.length}</small>
      </summary>
      <ScrollBox label={t.region.evidence}>
        <table className="table">
          <caption className="visually-hidden">{t.region.evidence}</caption>
          <thead>
            <tr>
              <th scope="col">{t.table.indicator}</th>
              <th scope="col">{t.region.what}</th>
              <th scope="col" className="number">
                {t.table.value}
              </th>
              <th scope="col" className="number">
                {t.table.interval}
              </th>
              <th scope="col">{t.table.method}</th>
              <th scope="col">{t.table.source}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ indicator, item, point, derived }) => (
              <tr key={indicator.code + item.key}>
                <th scope="row">{indicator.name[language]}</th>
                <td>{item.name(t.region.names, zone)}</td>
                <td className="number">{sayPoint(point, item.measuredOf(indicator), language)}</td>
                <td className="number muted">
                  {formatInterval(
                    point,
                    { unit: unitOf(item.measuredOf(indicator)), counter: indicator.counter, most: 4 },
                    language,
                  )}
                </td>
                <td>
                  {methodWords[derived.method][language]}
                  {derived.missing.length > 0 &&
                    ` · ${t.region.lacking(derived.missing.map(nameOf).join(t.listComma))}`}
                  {derived.isAcrossBreak && ` · ${acrossBreak[language]}`}
                </td>
                <td className="from">
                  <SourceLink source={standing.sources.find(({ id }) => id === point.source)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  )
}
