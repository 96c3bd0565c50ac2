import { useMemo } from 'react'
import { type ChartData, slope } from '#server/charts/index.ts'
import { comparisonLinks } from '#web/comparison-links.ts'
import { useFigure } from '#web/hooks/use-figure.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { ChartFigure } from './chart-figure.tsx'
import type { ComparisonChartsProps } from './comparison-charts.tsx'
import { Notice } from './notice.tsx'

interface ComparisonChangeProps extends ComparisonChartsProps {
  /** Without the nation. */
  readonly members: ChartData
}

/** The change since another period, where there is one to hold it against. */
export function ComparisonChange({ members, ...props }: ComparisonChangeProps) {
  const { t } = useLanguage()
  const figure = useFigure(props)
  const { against, period } = props.chosen
  const pair = useMemo(
    () => against && { ...members, periods: [against.period, period.period] },
    [members, against, period],
  )
  if (!pair || !slope.fits(pair.series)) return <Notice title={t.regions.onePeriod} />
  return <ChartFigure kind={slope} data={pair} {...figure} {...comparisonLinks(props, 'slope')} />
}
