import { useMemo } from 'react'
import { csvOfSeries, type LatestItem, type Observation } from '#web/api.ts'
import { defaultKind } from '#web/default-kind.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useSeries } from '#web/hooks/use-series.ts'
import { mainItems } from '#web/main-items.ts'
import { type Names, toChartData } from '#web/to-chart-data.ts'
import { embedFields, indicatorFields, printState } from '#web/url-state.ts'
import { ChartFigure } from './chart-figure.tsx'
import { Skeleton } from './skeleton.tsx'

interface RegionTrendsProps {
  readonly region: string
  readonly items: readonly LatestItem[]
  /** Every level of the region: what has too few is no trend. */
  readonly levels: readonly Observation[]
  readonly names: Names
}

const trendsShown = 4
const fewestPeriods = 3
const figureHeight = 520

/** The main indicators of a region over time, where there are numbers enough for a line. */
export function RegionTrends({ region, items, levels, names }: RegionTrendsProps) {
  const { t } = useLanguage()
  const long = items.filter((item) => periodsOf(levels, item) >= fewestPeriods)
  const main = mainItems(long, names.indicators, trendsShown)
  if (main.length === 0) return null
  return (
    <section aria-labelledby="region-trends" className="region-trends">
      <div className="section-head">
        <h2 id="region-trends">{t.region.trends}</h2>
      </div>
      <div className="trend-grid">
        {main.map((item) => (
          <RegionTrend key={item.indicator} region={region} item={item} names={names} />
        ))}
      </div>
    </section>
  )
}

const periodsOf = (levels: readonly Observation[], { indicator, compilation }: LatestItem) => {
  const shown = levels.filter(
    (level) => level.indicator === indicator && level.compilation === compilation && level.rank === 1,
  )
  return new Set(shown.map(({ period }) => period)).size
}

interface RegionTrendProps extends Pick<RegionTrendsProps, 'region' | 'names'> {
  readonly item: LatestItem
}

function RegionTrend({ region, item, names }: RegionTrendProps) {
  const { language } = useLanguage()
  const question = {
    indicator: item.indicator,
    region: [region],
    measure: 'level',
    compilation: item.compilation || undefined,
    basis: item.basis,
  } as const
  const { data: answer } = useSeries(question)
  const data = useMemo(() => answer && toChartData(answer, { names, language }), [answer, names, language])
  if (!data) return <Skeleton height={figureHeight} />
  const kind = defaultKind(data)
  const { indicator, ...state } = question
  return (
    <ChartFigure
      kind={kind}
      data={data}
      heading="h3"
      csv={csvOfSeries(question)}
      page={`/indicators/${indicator}?${printState(indicatorFields, { ...state, kind })}`}
      embed={printState(embedFields, { ...state, view: kind, indicator })}
    />
  )
}
