import { useMemo } from 'react'
import { type ChartData, coverage, type NamedPeriod } from '#server/charts/index.ts'
import { LazyChart } from './lazy-chart.tsx'

export interface CoverageChartProps {
  readonly data: ChartData
  /** The period shown, to be marked. */
  readonly period: NamedPeriod | undefined
}

/** Which regions have numbers when. */
export function CoverageChart({ data, period }: CoverageChartProps) {
  const shown = useMemo(() => ({ ...data, periods: period && [period.period] }), [data, period])
  const { subtitle } = coverage.describe(shown)
  const height = coverage.heightOf(shown, { width: 640 })
  return (
    <>
      <p className="muted small">{subtitle}</p>
      <LazyChart kind="coverage" data={shown} height={height} />
    </>
  )
}
