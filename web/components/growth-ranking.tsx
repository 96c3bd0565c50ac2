import { useMemo } from 'react'
import { comparePeriods } from '#data/model/period.ts'
import { chartKinds } from '#server/charts/kinds/index.ts'
import { comparisonLinks } from '#web/comparison-links.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useSeries } from '#web/hooks/use-series.ts'
import { onlyComparison } from '#web/only-comparison.ts'
import { toChartData } from '#web/to-chart-data.ts'
import { ChartFigure } from './chart-figure.tsx'
import type { ComparisonChartsProps } from './comparison-charts.tsx'

type GrowthRankingProps = Pick<ComparisonChartsProps, 'indicator' | 'chosen' | 'answer' | 'names'> & {
  readonly onSelectRegion: (code: string) => void
}

/** Beside how much regions have, how fast they grew in the same period, where that is published. */
export function GrowthRanking({ indicator, chosen, answer, names, onSelectRegion }: GrowthRankingProps) {
  const { language } = useLanguage()
  const { compilation, basis, period, measure } = chosen
  const isLevel = measure === 'level'
  const region = answer.series.map((each) => each.region)
  const series = useSeries(
    isLevel ? { indicator, region, measure: 'yoy_pct', compilation, basis } : undefined,
  )
  const data = useMemo(() => {
    if (!series.data || !isLevel) return undefined
    const all = toChartData(onlyComparison(series.data, 'usual'), { names, language })
    const present = all.series.filter(({ points }) =>
      points.some((point) => comparePeriods(point.period, period.period) === 0),
    )
    return { ...all, series: present, periods: [period.period] }
  }, [series.data, isLevel, names, language, period])
  if (!series.data || !data || !chartKinds.ranking.fits(data.series)) return null
  const links = comparisonLinks(
    { indicator, answer: series.data, chosen: { ...chosen, measure: 'yoy_pct' } },
    'ranking',
  )
  return <ChartFigure kind="ranking" data={data} onSelectRegion={onSelectRegion} {...links} />
}
