import { Link } from 'wouter'
import type { Period } from '#data/model/period.ts'
import { monthsBehind, mostBehind } from '#web/age.ts'
import type { Indicator, LatestItem, Point, Source, Topic } from '#web/api.ts'
import { formatPointPeriod } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useSeries } from '#web/hooks/use-series.ts'
import { standingNotes } from '#web/standing-notes.ts'
import { HeadlineGrowth } from './headline-growth.tsx'
import { Printed } from './printed.tsx'
import { SourceLink } from './source-link.tsx'
import { Sparkline } from './sparkline.tsx'

interface TopicSummaryProps {
  readonly topic: Topic
  readonly indicator: Indicator
  readonly item: LatestItem
  /** Those of the level and of the growth among them. */
  readonly sources: readonly Source[]
  /** The month the page's data reach. */
  readonly until: Period
}

/** How one topic stands: its headline number, growth, basis, course and source. */
export function TopicSummary({ topic, indicator, item, sources, until }: TopicSummaryProps) {
  const { language, t } = useLanguage()
  const behind = monthsBehind(item.level, until)
  const sourceOf = (wanted: string) => sources.find(({ id }) => id === wanted)
  return (
    <article className="topic-summary" aria-labelledby={`topic-${topic.code}`}>
      <h2 id={`topic-${topic.code}`}>{topic.name[language]}</h2>
      <Link href={`/indicators/${indicator.code}`} className="topic-indicator">
        {indicator.name[language]}
      </Link>
      <p className="topic-figure">
        <Printed point={item.level} indicator={indicator} />
      </p>
      <HeadlineGrowth item={item} indicator={indicator} />
      <p className="topic-basis">
        {formatPointPeriod(item.level, item.basis, language)}
        {behind > mostBehind && <span className="figure-age">{t.table.behind(behind)}</span>}
      </p>
      <Course indicator={indicator} />
      <p className="topic-source">
        {t.table.source}
        {t.colon}
        <SourceLink source={sourceOf(item.level.source)} of={{ indicator: item.indicator, region: 'CN' }} />
        {item.growth && item.growth.source !== item.level.source && (
          <>
            {' · '}
            {t.growth.source}
            {t.colon}
            <SourceLink source={sourceOf(item.growth.source)} />
          </>
        )}
      </p>
      {standingNotes(indicator).map((note) => (
        <p key={note.zh} className="topic-note">
          {t.table.beware}
          {t.colon}
          {note[language]}
        </p>
      ))}
    </article>
  )
}

/** Growth for what accumulates over the year, the level for all else: a sawtooth says nothing. */
function Course({ indicator }: { readonly indicator: Indicator }) {
  const { t } = useLanguage()
  const isFlow = indicator.kind === 'flow'
  const { data } = useSeries({
    indicator: indicator.code,
    region: ['CN'],
    measure: isFlow ? 'yoy_pct' : 'level',
    basis: isFlow ? 'cumulative' : 'stock',
  })
  const points = data?.series[0]?.points ?? []
  const [from, to] = [points[0], points.at(-1)].map((point) => point && yearOf(point))
  return (
    <figure className="topic-course">
      {points.length > 1 && <Sparkline points={points} />}
      <figcaption>
        {from && to && (isFlow ? t.overview.growthOverTime(from, to) : t.overview.levelOverTime(from, to))}
      </figcaption>
    </figure>
  )
}

const yearOf = ({ period }: Point) => period.slice(0, 4)
