import { useMemo } from 'react'
import {
  embedFields,
  indicatorFields,
  type Names,
  type Parents,
  printState,
  toChartData,
  trend,
} from '#server/charts/index.ts'
import { fileOfSeries, type Lead } from '#web/api.ts'
import { type GrowthLines, growthLinesOf, growthQuestion, isGrown } from '#web/growth-lines.ts'
import { useGrowthLines } from '#web/hooks/use-growth-lines.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { ChartFigure } from './chart-figure.tsx'
import { Loaded } from './loaded.tsx'

interface RegionTrendsProps {
  readonly region: string
  readonly leads: readonly Lead[]
  readonly names: Names
}

const nation = 'CN'
const most = 4
const chartHeight = 220
const placeHeight = 900

/** The growth of a region's lead indicators over time beside that of the nation, where there are numbers enough for a line. */
export function RegionTrends({ region, leads, names }: RegionTrendsProps) {
  const { t } = useLanguage()
  const regions = useMemo(() => [...new Set([region, nation])], [region])
  const grown = useMemo(
    () =>
      leads.filter(({ indicator }) =>
        names.indicators.some((each) => each.code === indicator && isGrown(each)),
      ),
    [leads, names],
  )
  const known = useGrowthLines(grown.length > 0 ? growthQuestion(grown, regions) : undefined, names)
  if (grown.length === 0) return null
  return (
    <Loaded query={known} height={placeHeight}>
      {(known) => {
        const lines = grown.flatMap((lead) => growthLinesOf(lead, region, known)).slice(0, most)
        if (lines.length === 0) return null
        return (
          <section aria-labelledby="region-trends" className="region-trends">
            <div className="section-head">
              <h2 id="region-trends">{t.region.trends}</h2>
            </div>
            <p className="facts-note">{t.region.trendsNote}</p>
            <div className="trend-grid">
              {lines.map((each) => (
                <RegionTrend
                  key={each.lead.indicator}
                  lines={each}
                  regions={regions}
                  parents={known.parents}
                  names={names}
                />
              ))}
            </div>
          </section>
        )
      }}
    </Loaded>
  )
}

interface RegionTrendProps {
  readonly lines: GrowthLines
  readonly regions: readonly string[]
  readonly parents: Parents
  readonly names: Names
}

function RegionTrend({ lines, regions, parents, names }: RegionTrendProps) {
  const { language } = useLanguage()
  const { lead, isDerived, basis, answer } = lines
  const data = useMemo(
    () => toChartData(answer, { names, language, parents }),
    [answer, names, language, parents],
  )
  const { indicator, compilation } = lead
  const question = {
    region: regions,
    measure: isDerived ? 'level' : 'yoy_pct',
    compilation: compilation || undefined,
    basis,
    transform: isDerived ? 'yoy' : undefined,
  } as const
  return (
    <ChartFigure
      kind={trend}
      data={data}
      heading="h3"
      height={chartHeight}
      file={fileOfSeries({ indicator, ...question })}
      page={`/indicators/${indicator}?${printState(indicatorFields, { ...question, kind: 'trend' })}`}
      embed={printState(embedFields, { ...question, view: 'trend', indicator })}
    />
  )
}
