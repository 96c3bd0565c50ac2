import { Link } from 'wouter'
import { reachOf } from '#web/age.ts'
import type { Answer, Region } from '#web/api.ts'
import { LatestRows } from '#web/components/latest-rows.tsx'
import { Loaded } from '#web/components/loaded.tsx'
import { Notice } from '#web/components/notice.tsx'
import { RegionFigures } from '#web/components/region-figures.tsx'
import { RegionTrends } from '#web/components/region-trends.tsx'
import type { Asked } from '#web/hooks/asked.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useLatest } from '#web/hooks/use-latest.ts'
import { useLevels } from '#web/hooks/use-levels.ts'
import { useNames } from '#web/hooks/use-names.ts'
import { useRegions } from '#web/hooks/use-regions.ts'
import type { Names } from '#web/to-chart-data.ts'

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

function OneRegion({ region, regions, names }: OneRegionProps) {
  const { language, t } = useLanguage()
  const latest = useLatest(region.code)
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
      <Loaded query={latest} height={900}>
        {(latest) => {
          if (latest.items.length === 0) return <Notice title={t.region.empty} hint={t.region.emptyHint} />
          return (
            <Loaded query={names} height={900}>
              {(names) => <RegionNumbers region={region} latest={latest} names={names} />}
            </Loaded>
          )
        }}
      </Loaded>
    </>
  )
}

interface RegionNumbersProps {
  readonly region: Region
  readonly latest: Answer<'latest'>
  readonly names: Names
}

function RegionNumbers({ region, latest, names }: RegionNumbersProps) {
  const { t } = useLanguage()
  const levels = useLevels(region.code)
  const until = reachOf(latest.items)
  return (
    <>
      <RegionFigures region={region} latest={latest} names={names} />
      <Loaded query={levels} height={600}>
        {({ observations }) => (
          <RegionTrends region={region.code} items={latest.items} levels={observations} names={names} />
        )}
      </Loaded>
      <section aria-labelledby="region-numbers">
        <div className="section-head">
          <h2 id="region-numbers">{t.region.numbers}</h2>
        </div>
        {until && (
          <LatestRows
            caption={t.region.numbers}
            items={latest.items}
            indicators={names.indicators}
            sources={latest.sources}
            until={until}
            region={region.code}
          />
        )}
      </section>
    </>
  )
}

/** Where the region belongs, what it consists of, and what to beware of. */
function RegionPlace({ region, regions }: Pick<OneRegionProps, 'region' | 'regions'>) {
  const { language, t } = useLanguage()
  const members = regions.filter(({ code }) => region.members.includes(code))
  const parent = regions.find(({ code }) => code === region.parent)
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
