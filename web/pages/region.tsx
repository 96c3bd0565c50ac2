import { Link } from 'wouter'
import type { Names } from '#server/charts/index.ts'
import { reachOf } from '#web/age.ts'
import type { Answer, Catalog, Region } from '#web/api.ts'
import { LatestRows } from '#web/components/latest-rows.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Notice } from '#web/components/notice.tsx'
import { RegionStanding } from '#web/components/region-standing.tsx'
import { RegionTargets } from '#web/components/region-targets.tsx'
import { RegionTrends } from '#web/components/region-trends.tsx'
import { RegionVerdict } from '#web/components/region-verdict.tsx'
import { type Asked, allOf } from '#web/hooks/asked.ts'
import { useIndicators } from '#web/hooks/use-indicators.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useLatest } from '#web/hooks/use-latest.ts'
import { useNames } from '#web/hooks/use-names.ts'
import { useRegionTargets } from '#web/hooks/use-region-targets.ts'
import { useRegions } from '#web/hooks/use-regions.ts'
import { useStanding } from '#web/hooks/use-standing.ts'
import '#web/styles/standing.css'
import '#web/styles/facts.css'
import '#web/styles/targets.css'

/** One region: its key figures with rank, its main indicators over time, all its newest numbers. */
export function RegionPage({ code }: { readonly code: string }) {
  const { t } = useLanguage()
  const places = useRegions()
  const names = useNames()
  return (
    <div className="page region-page">
      {places.isError && <h1>{t.sections.regions}</h1>}
      <Loaded query={places} height={900}>
        {({ regions }) => {
          const region = regions.find((each) => each.code === code)
          if (region) return <OneRegion key={code} region={region} regions={regions} names={names} />
          return (
            <>
              <title>{t.pageTitle(t.sections.regions)}</title>
              <h1>{t.region.unknown(code)}</h1>
              <p className="lead">
                {t.region.unknownHint} <Link href="/regions">{t.region.back}</Link>
              </p>
            </>
          )
        }}
      </Loaded>
    </div>
  )
}

interface OneRegionProps {
  readonly region: Region
  readonly regions: readonly Region[]
  readonly names: Asked<Names>
}

/** All of it comes at once, so that nothing moves under the reader's eyes. */
function OneRegion({ region, regions, names }: OneRegionProps) {
  const { language, t } = useLanguage()
  const catalog = useIndicators()
  const latest = useLatest(region.code)
  const standing = useStanding(region.code)
  const targets = useRegionTargets(region.code)
  return (
    <>
      <title>{t.pageTitle(region.name[language])}</title>
      <header className="page-head">
        <p className="crumb">
          <Link href="/regions">{t.region.back}</Link> · {t.regionKinds[region.kind]}
        </p>
        <h1>{region.name[language]}</h1>
        <RegionPlace region={region} regions={regions} />
      </header>
      <Loaded query={allOf({ catalog, latest, standing, targets, names })} height={1200}>
        {(known) => <RegionNumbers region={region} {...known} />}
      </Loaded>
    </>
  )
}

interface RegionNumbersProps {
  readonly region: Region
  readonly catalog: Catalog
  readonly latest: Answer<'latest'>
  readonly standing: Answer<'standing'>
  readonly targets: Answer<'targets'>
  readonly names: Names
}

function RegionNumbers({ region, catalog, latest, standing, targets, names }: RegionNumbersProps) {
  const { t } = useLanguage()
  const shared = { answer: targets, catalog, regions: names.regions, region: region.code }
  const until = reachOf(latest.items)
  if (!until) {
    return (
      <>
        <Notice title={t.region.empty} hint={t.region.emptyHint} />
        <RegionTargets {...shared} />
      </>
    )
  }
  return (
    <>
      <RegionVerdict region={region} standing={standing} names={names} />
      <RegionStanding region={region} standing={standing} names={names} />
      <RegionTargets {...shared} />
      <RegionTrends region={region.code} leads={standing.leads} names={names} />
      <section aria-labelledby="region-numbers">
        <div className="section-head">
          <h2 id="region-numbers">{t.region.numbers}</h2>
        </div>
        <LatestRows
          caption={t.region.numbers}
          items={latest.items}
          indicators={names.indicators}
          sources={latest.sources}
          until={until}
          region={region.code}
        />
      </section>
    </>
  )
}

/** Where the region belongs, what it consists of, and what to beware of. */
function RegionPlace({ region, regions }: Pick<OneRegionProps, 'region' | 'regions'>) {
  const { language, t } = useLanguage()
  const members = regions.filter(({ code }) => region.members.includes(code))
  const parent = regions.find(({ code }) => code === region.parent)
  const zone = regions.find(({ kind, members }) => kind === 'zone' && members.includes(region.code))
  return (
    <dl className="region-place">
      {parent && (
        <div>
          <dt>{t.region.parent}</dt>
          <dd>
            <Link href={`/regions/${parent.code}`}>{parent.name[language]}</Link>
          </dd>
        </div>
      )}
      {zone && (
        <div>
          <dt>{t.region.zone}</dt>
          <dd>
            <Link href={`/regions/${zone.code}`}>{zone.name[language]}</Link>
          </dd>
        </div>
      )}
      {members.length > 0 && (
        <div>
          <dt>{t.region.members}</dt>
          <dd className="inline-list">
            {members.map(({ code, name }) => (
              <Link key={code} href={`/regions/${code}`}>
                {name[language]}
              </Link>
            ))}
          </dd>
        </div>
      )}
      {region.note && (
        <div>
          <dt>{t.region.note}</dt>
          <dd>{region.note[language]}</dd>
        </div>
      )}
    </dl>
  )
}
