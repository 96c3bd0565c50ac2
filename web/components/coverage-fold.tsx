import { useMemo } from 'react'
import { type ChartData, coverage, type NamedPeriod } from '#server/charts/index.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { LazyChart } from './lazy-chart.tsx'

interface CoverageFoldProps {
  readonly data: ChartData
  /** The period shown, to be marked. */
  readonly period: NamedPeriod | undefined
}

/** Which regions have numbers when, folded away until a reader asks. */
export function CoverageFold({ data, period }: CoverageFoldProps) {
  const { t } = useLanguage()
  const shown = useMemo(() => ({ ...data, periods: period && [period.period] }), [data, period])
  const { subtitle } = coverage.describe(shown)
  const { height } = coverage.draw(shown, { width: 640, theme: 'light' })
  return (
    <details className="coverage-fold">
      <summary>{t.regions.coverage}</summary>
      <p className="muted small">{subtitle}</p>
      <LazyChart kind="coverage" data={shown} height={height} />
    </details>
  )
}
