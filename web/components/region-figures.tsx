import { Link } from 'wouter'
import type { Answer, CompareAnswer, LatestItem, Region } from '#web/api.ts'
import { formatPointPeriod } from '#web/format.ts'
import { useComparisons } from '#web/hooks/use-comparisons.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { mainItems } from '#web/main-items.ts'
import type { Names } from '#web/to-chart-data.ts'
import { HeadlineGrowth } from './headline-growth.tsx'
import { Printed } from './printed.tsx'
import { SourceLink } from './source-link.tsx'

interface RegionFiguresProps {
  readonly region: Region
  readonly latest: Answer<'latest'>
  readonly names: Names
}

const figuresShown = 4
const groupOfKind: Readonly<Partial<Record<Region['kind'], string>>> = {
  zone: 'zones',
  cluster: 'clusters',
  province: 'provinces',
  city: 'cities',
}

/** The main numbers of a region, each with its place among the regions of its kind that have one for the same period. */
export function RegionFigures({ region, latest, names }: RegionFiguresProps) {
  const { t } = useLanguage()
  const items = mainItems(latest.items, names.indicators, figuresShown)
  const group = groupOfKind[region.kind]
  const comparisons = useComparisons(
    group
      ? items.map(({ indicator, compilation, basis, level }) => ({
          indicator,
          regions: group,
          measure: 'level',
          compilation: compilation || undefined,
          basis,
          period: level.period,
        }))
      : [],
  )
  return (
    <section aria-labelledby="region-figures">
      <h2 id="region-figures" className="visually-hidden">
        {t.region.headline}
      </h2>
      <div className="topics">
        {items.map((item, index) => (
          <RegionFigure
            key={item.indicator}
            item={item}
            region={region}
            comparison={comparisons[index]}
            latest={latest}
            names={names}
          />
        ))}
      </div>
    </section>
  )
}

interface RegionFigureProps extends Pick<RegionFiguresProps, 'latest' | 'names'> {
  readonly item: LatestItem
  readonly region: Region
  readonly comparison: CompareAnswer | undefined
}

function RegionFigure({ item, region, comparison, latest, names }: RegionFigureProps) {
  const { language, t } = useLanguage()
  const indicator = names.indicators.find(({ code }) => code === item.indicator)
  if (!indicator) return null
  const place = comparison?.rows.find((row) => row.region === region.code)
  return (
    <article className="topic-summary">
      <h3>
        <Link href={`/indicators/${indicator.code}?region=${region.code}`}>{indicator.name[language]}</Link>
      </h3>
      <p className="topic-figure">
        <Printed point={item.level} indicator={indicator} />
      </p>
      <HeadlineGrowth item={item} indicator={indicator} />
      <p className="topic-basis">{formatPointPeriod(item.level, item.basis, language)}</p>
      <p className="topic-rank">
        {comparison &&
          place &&
          comparison.rows.length > 1 &&
          t.region.rank(place.rank, comparison.rows.length, t.region.kinds[region.kind])}
      </p>
      <p className="topic-source">
        {t.table.source}
        {t.colon}
        <SourceLink source={latest.sources.find(({ id }) => id === item.level.source)} />
      </p>
    </article>
  )
}
