import { Link } from 'wouter'
import { parsePeriod } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import { reachOf } from '#web/age.ts'
import type { Answer, Catalog } from '#web/api.ts'
import { Failed } from '#web/components/failed.tsx'
import { LatestReleases, releasesHeight } from '#web/components/latest-releases.tsx'
import { LatestRows } from '#web/components/latest-rows.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { RegionGlance } from '#web/components/region-glance.tsx'
import { Skeleton } from '#web/components/skeleton.tsx'
import { TopicSummary } from '#web/components/topic-summary.tsx'
import { formatDate } from '#web/format.ts'
import type { Asked } from '#web/hooks/asked.ts'
import { useIndicators } from '#web/hooks/use-indicators.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useLatest } from '#web/hooks/use-latest.ts'
import { useNames } from '#web/hooks/use-names.ts'
import { useSources } from '#web/hooks/use-sources.ts'

const topicsAbove = 4
const rowsOfTopic = 8

/** 总览: how things stand and what is new, on one screen; the detail by topic below. */
export function OverviewPage() {
  const { t } = useLanguage()
  const catalog = useIndicators()
  const latest = useLatest('CN')
  return (
    <div className="page overview">
      <title>{t.pageTitle(t.overview.title)}</title>
      <header className="page-head">
        <h1>{t.overview.heading}</h1>
        <DataDate latest={latest.data} />
      </header>
      <div className="topics-place">
        {catalog.data && latest.data ? (
          <Topics catalog={catalog.data} latest={latest.data} />
        ) : (
          <Awaited queries={[catalog, latest]} />
        )}
      </div>
      <News />
      {catalog.data && latest.data && <TopicTables catalog={catalog.data} latest={latest.data} />}
    </div>
  )
}

type Latest = Answer<'latest'>

/** The place of what is under way, or why it did not come. */
function Awaited({ queries }: { readonly queries: readonly Asked<unknown>[] }) {
  const failed = queries.find(({ error }) => error)
  return failed?.error ? <Failed error={failed.error} /> : <Skeleton />
}

/** The newest period of any number, the newest document, and how much there is. */
function DataDate({ latest }: { readonly latest: Latest | undefined }) {
  const { language, t } = useLanguage()
  const { data: listed } = useSources()
  const newest = reachOf(latest?.items ?? [])
  const used = listed?.sources.filter(({ observations }) => observations > 0) ?? []
  const published = used
    .map((source) => source.published)
    .toSorted()
    .at(-1)
  const numbers = used.reduce((sum, { observations }) => sum + observations, 0)
  return (
    <p className="data-date">
      {newest && <strong>{t.overview.asOf(formatPeriod(newest, language))}</strong>}
      {published && <span>{t.overview.published(formatDate(published, language))}</span>}
      {used.length > 0 && (
        <span>{t.overview.extent(numbers.toLocaleString('en-US'), used.length.toLocaleString('en-US'))}</span>
      )}
    </p>
  )
}

interface KnownProps {
  readonly catalog: Catalog
  readonly latest: Latest
}

function Topics({ catalog, latest }: KnownProps) {
  const until = reachOf(latest.items)
  return (
    <div className="topics">
      {catalog.topics.slice(0, topicsAbove).map((topic) => {
        const indicator = catalog.indicators.find(({ code }) => code === topic.headline)
        const item = latest.items.find((each) => each.indicator === topic.headline)
        return indicator && item && until ? (
          <TopicSummary
            key={topic.code}
            topic={topic}
            indicator={indicator}
            item={item}
            sources={latest.sources}
            until={until}
          />
        ) : null
      })}
    </div>
  )
}

function News() {
  const { language, t } = useLanguage()
  const names = useNames()
  const sources = useSources()
  const { data: catalog } = useIndicators()
  const headline = catalog?.indicators.find(({ code }) => code === catalog?.topics[0]?.headline)
  return (
    <div className="news">
      <section aria-labelledby="news-releases">
        <div className="section-head">
          <h2 id="news-releases">{t.overview.latest}</h2>
          <Link href="/sources">{t.overview.allSources}</Link>
        </div>
        <Loaded query={sources} height={releasesHeight}>
          {({ sources }) => (
            <Loaded query={names} height={releasesHeight}>
              {({ indicators }) => <LatestReleases sources={sources} indicators={indicators} />}
            </Loaded>
          )}
        </Loaded>
      </section>
      <section aria-labelledby="news-regions">
        <div className="section-head">
          <h2 id="news-regions">
            {t.overview.glance}
            {headline && <small>{headline.name[language]}</small>}
          </h2>
          <Link href="/regions">{t.overview.compareRegions}</Link>
        </div>
        <Loaded query={names} height={releasesHeight}>
          {(names) => headline && <RegionGlance indicator={headline} names={names} />}
        </Loaded>
      </section>
    </div>
  )
}

function TopicTables({ catalog, latest }: KnownProps) {
  const { language, t } = useLanguage()
  const until = reachOf(latest.items)
  if (!until) return null
  return (
    <section className="topic-tables" aria-label={t.overview.byTopic}>
      {catalog.topics.map((topic) => {
        const items = latest.items.filter(
          (item) => item.topic === topic.code && item.indicator !== topic.headline,
        )
        return items.length === 0 ? null : (
          <section key={topic.code} aria-labelledby={`rows-${topic.code}`}>
            <div className="section-head">
              <h2 id={`rows-${topic.code}`}>{topic.name[language]}</h2>
              <Link href={`/indicators/${topic.headline}`}>
                {t.overview.allOfTopic(topic.name[language])}
              </Link>
            </div>
            <LatestRows
              caption={topic.name[language]}
              items={items.toSorted(byFreshness).slice(0, rowsOfTopic)}
              indicators={catalog.indicators}
              sources={latest.sources}
              until={until}
            />
          </section>
        )
      })}
    </section>
  )
}

const endOf = ({ level }: Latest['items'][number]) => parsePeriod(level.period, level.time)?.end ?? 0

/** Newest first; of the same month in the order of the catalogue. */
const byFreshness = (a: Latest['items'][number], b: Latest['items'][number]) => endOf(b) - endOf(a)
