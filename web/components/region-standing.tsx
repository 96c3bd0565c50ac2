import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { acrossBreak } from '#data/wording/derived-names.ts'
import { indicatorFields, type Names, printState } from '#server/charts/index.ts'
import type { Answer, Indicator, Lead, Point, Region, Source } from '#web/api.ts'
import { formatPointPeriod } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import type { Messages } from '#web/messages/messages.ts'
import { monthsBefore } from '#web/months-before.ts'
import { oddWords } from '#web/odd-words.ts'
import { sayPoint } from '#web/say-point.ts'
import { asGrowth, asShare, compilationName, leadOfVerdict } from '#web/verdict.ts'
import { OddMark } from './odd-mark.tsx'
import { SourceLink } from './source-link.tsx'
import { StandingEvidence } from './standing-evidence.tsx'
import { TrustLegend, TrustMark } from './trust-mark.tsx'

interface RegionStandingProps {
  readonly region: Region
  readonly standing: Answer<'standing'>
  readonly names: Names
}

/** The lead indicators of a region as rows: value, place, share, growth beside nation and zone, level per head. */
export function RegionStanding({ region, standing, names }: RegionStandingProps) {
  const { language, t } = useLanguage()
  const zone = names.regions.find(({ code }) => code === standing.zone)?.name[language] ?? ''
  if (standing.leads.length === 0) return null
  const shown = columns.filter(({ has }) => standing.leads.some(has))
  return (
    <section aria-labelledby="region-standing" className="standing">
      <h2 id="region-standing" className="visually-hidden">
        {t.region.standing}
      </h2>
      <table className="table table-standing">
        <caption className="visually-hidden">{t.region.standing}</caption>
        <thead>
          <tr>
            <th scope="col">{t.table.indicator}</th>
            {shown.map(({ key, head }) => (
              <th key={key} scope="col" className="number">
                {head(t.region.columns, zone)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {standing.leads.map((lead) => {
            const indicator = names.indicators.find(({ code }) => code === lead.indicator)
            return indicator ? (
              <tr key={lead.indicator}>
                <th scope="row">
                  <Link href={addressOf(lead, region.code)}>{indicator.name[language]}</Link>
                </th>
                {shown.map(({ key, head, has, Cell }) => (
                  <td
                    key={key}
                    className="number"
                    data-label={head(t.region.columns, zone)}
                    data-column={key}
                  >
                    {has(lead) ? (
                      <Cell lead={lead} indicator={indicator} region={region.code} standing={standing} />
                    ) : (
                      <span className="muted">{t.none}</span>
                    )}
                  </td>
                ))}
              </tr>
            ) : null
          })}
        </tbody>
      </table>
      <TrustLegend shown={standing.leads.map(({ level }) => level.trust)} />
      <OddLevels region={region.code} standing={standing} names={names} />
      <StandingEvidence standing={standing} names={names} zone={zone} />
    </section>
  )
}

/** Why levels are marked; that of the verdict stands under it already. */
function OddLevels({
  region,
  standing: { leads },
  names,
}: Omit<RegionStandingProps, 'region'> & { readonly region: string }) {
  const { language, t } = useLanguage()
  const odd = leads.filter((lead) => lead.level.oddity && lead !== leadOfVerdict(leads))
  const notes = odd.flatMap(({ indicator: code, level }) => {
    const indicator = names.indicators.find((each) => each.code === code)
    return indicator ? [{ indicator, level }] : []
  })
  if (notes.length === 0) return null
  return (
    <ul className="verdict-notes">
      {notes.map(({ indicator, level }) => (
        <li key={indicator.code}>
          <OddMark point={level} indicator={indicator} region={region} /> {indicator.name[language]}
          {t.colon}
          {oddWords(level, indicator, language)}
        </li>
      ))}
    </ul>
  )
}

const addressOf = ({ indicator, compilation, basis }: Lead, region: string) =>
  `/indicators/${indicator}?${printState(indicatorFields, { region: [region], compilation: compilation || undefined, basis })}`

interface CellProps {
  readonly lead: Lead
  readonly indicator: Indicator
  readonly region: string
  readonly standing: { readonly newest: string; readonly sources: readonly Source[] }
}

interface Column {
  readonly key: string
  readonly head: (words: Messages['region']['columns'], zone: string) => string
  readonly has: (lead: Lead) => boolean
  readonly Cell: (props: CellProps) => ReactNode
}

/** In the order shown; a column without a single number is left out. */
const columns: readonly Column[] = [
  { key: 'value', head: ({ value }) => value, has: () => true, Cell: ValueCell },
  { key: 'rank', head: ({ rank }) => rank, has: ({ rank }) => rank !== null, Cell: RankCell },
  { key: 'share', head: ({ share }) => share, has: ({ share }) => share !== null, Cell: ShareCell },
  {
    key: 'growth',
    head: ({ growth }) => growth,
    has: ({ growth }) => growth !== null,
    Cell: (props) => <GrowthCell {...props} point={props.lead.growth} />,
  },
  {
    key: 'nation',
    head: ({ nation }) => nation,
    has: ({ nation }) => nation.growth !== null,
    Cell: (props) => <GrowthCell {...props} point={props.lead.nation.growth} />,
  },
  {
    key: 'zone',
    head: (words, zone) => words.zone(zone),
    has: ({ zone }) => zone.growth !== null,
    Cell: (props) => <GrowthCell {...props} point={props.lead.zone.growth} />,
  },
  {
    key: 'perHead',
    head: ({ perHead }) => perHead,
    has: ({ perHead }) => perHead !== null,
    Cell: PerHeadCell,
  },
]

function ValueCell({ lead, indicator, region, standing }: CellProps) {
  const { language, t } = useLanguage()
  const { level, basis } = lead
  const behind = monthsBefore(level, standing.newest)
  return (
    <>
      <strong>{sayPoint(level, { indicator, measure: 'level' }, language)}</strong>
      <OddMark point={level} indicator={indicator} region={region} />
      <small>
        {formatPointPeriod(level, basis, language)} {compilationName(lead, language)}{' '}
        <TrustMark trust={level.trust} />{' '}
        <SourceLink
          source={standing.sources.find(({ id }) => id === level.source)}
          show="date"
          of={{ indicator: lead.indicator, region }}
        />
      </small>
      {behind !== undefined && <small className="standing-old">{t.region.old(behind)}</small>}
    </>
  )
}

function RankCell({ lead: { rank } }: CellProps) {
  return (
    rank && (
      <>
        <strong>{rank.place}</strong> / {rank.of}
      </>
    )
  )
}

function ShareCell({ lead: { share }, indicator, region }: CellProps) {
  const { language } = useLanguage()
  return (
    share && (
      <>
        {sayPoint(share, asShare(indicator), language)}
        <OddMark point={share} indicator={indicator} region={region} />
        <DerivedNote point={share} />
      </>
    )
  )
}

/** 推算 under a number that nobody printed. */
function DerivedNote({ point }: { readonly point: Point }) {
  const { language, t } = useLanguage()
  if (!point.derived) return null
  return (
    <small>
      {t.table.derived}
      {point.derived.isAcrossBreak && ` ${acrossBreak[language]}`}
    </small>
  )
}

function GrowthCell({ point, indicator, region }: CellProps & { readonly point: Point | null }) {
  const { language, t } = useLanguage()
  if (!point) return null
  const direction = point.value > 0 ? 'rise' : point.value < 0 ? 'fall' : 'flat'
  const value = sayPoint(point, asGrowth(indicator), language, 1).replace('−', '')
  return (
    <>
      <span className={`growth growth-${direction}`}>
        <span aria-hidden="true">
          <span className="growth-sign">{{ rise: '▲', fall: '▼', flat: '＝' }[direction]}</span>
          {value}
        </span>
        <span className="visually-hidden">{t.growth[direction](value)}</span>
      </span>
      <OddMark point={point} indicator={indicator} region={region} />
      <DerivedNote point={point} />
    </>
  )
}

function PerHeadCell({ lead: { perHead, nation }, indicator, region }: CellProps) {
  const { language, t } = useLanguage()
  const measured = { indicator, measure: 'level', transform: 'per_head' } as const
  return (
    perHead && (
      <>
        {sayPoint(perHead, measured, language)}
        <OddMark point={perHead} indicator={indicator} region={region} />
        <small>
          {nation.perHead && t.region.nationPerHead(sayPoint(nation.perHead, measured, language))}{' '}
          {t.table.derived}
        </small>
      </>
    )
  )
}
