import type { Names } from '#server/charts/index.ts'
import type { Answer, Indicator, Lead, Region } from '#web/api.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { oddWords } from '#web/odd-words.ts'
import { leadOfVerdict, verdictOf } from '#web/verdict.ts'
import { OddMark } from './odd-mark.tsx'
import { SourceLink } from './source-link.tsx'

interface RegionVerdictProps {
  readonly region: Region
  readonly standing: Answer<'standing'>
  readonly names: Names
}

/** One sentence on how the region stands, its source, and what to beware of. */
export function RegionVerdict({ region, standing, names }: RegionVerdictProps) {
  const { language, t } = useLanguage()
  const lead = leadOfVerdict(standing.leads)
  const indicator = names.indicators.find(({ code }) => code === lead?.indicator)
  if (!lead || !indicator) return null
  const clauses = verdictOf(lead, { indicator, kind: region.kind, language, t })
  const { comma, stop } = t.region.verdict
  return (
    <div className="verdict">
      <p className="verdict-sentence">
        {clauses.map(({ text, isDerived, isAcrossBreak }, index) => (
          <span key={text}>
            {text}
            {isDerived && <small>{t.region.derived(isAcrossBreak)}</small>}
            {index === clauses.length - 1 ? stop : comma}
          </span>
        ))}
      </p>
      <ul className="verdict-notes">
        <li>
          {t.table.source}
          {t.colon}
          <SourceLink
            source={standing.sources.find(({ id }) => id === lead.level.source)}
            of={{ indicator: lead.indicator, region: region.code }}
          />
        </li>
        <OddNote lead={lead} indicator={indicator} region={region.code} />
        <SumNote lead={lead} names={names} />
      </ul>
    </div>
  )
}

interface NoteProps {
  readonly lead: Lead
  readonly names: Names
}

function OddNote({ lead, indicator, region }: Omit<NoteProps, 'names'> & OddNoteProps) {
  const { language } = useLanguage()
  const { level, growth, share, nation } = lead
  const point = [level, growth, share, nation.growth].find((each) => each?.oddity)
  if (!point) return null
  return (
    <li>
      <OddMark point={point} indicator={indicator} region={region} /> {oddWords(point, indicator, language)}
    </li>
  )
}

interface OddNoteProps {
  readonly indicator: Indicator
  readonly region: string
}

/** That the nation is a sum of the provinces, and whom it lacks. */
function SumNote({ lead, names }: NoteProps) {
  const { language, t } = useLanguage()
  const sum = lead.share?.derived
  if (!sum || sum.parents.length <= 2) return null
  const missing = sum.missing.map(
    (code) => names.regions.find((region) => region.code === code)?.name[language],
  )
  return <li>{t.region.summed(missing.join(t.listComma))}</li>
}
