import { useMemo } from 'react'
import { heatmap, multiples } from '#server/charts/index.ts'
import { comparisonLinks } from '#web/comparison-links.ts'
import { useFigure } from '#web/hooks/use-figure.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { ChartFigure } from './chart-figure.tsx'
import type { ComparisonChartsProps } from './comparison-charts.tsx'
import { Notice } from './notice.tsx'

const views = { heatmap, multiples }

interface ComparisonYearsProps extends ComparisonChartsProps {
  readonly view: 'heatmap' | 'multiples'
}

/** All years of all regions. */
export function ComparisonYears({ view, ...props }: ComparisonYearsProps) {
  const { data, chosen } = props
  const { t } = useLanguage()
  const figure = useFigure(props)
  const shown = useMemo(() => ({ ...data, periods: [chosen.period.period] }), [data, chosen.period])
  if (!views[view].fits(data.series)) return <Notice title={t.regions.fewYears} />
  return <ChartFigure kind={views[view]} data={shown} {...figure} {...comparisonLinks(props, view)} />
}
