import { useState } from 'react'
import { useLanguage } from '#web/hooks/use-language.ts'
import { arriving } from './arriving.tsx'
import type { CoverageChartProps } from './coverage-chart.tsx'
import { Skeleton } from './skeleton.tsx'

const CoverageChart = arriving(
  async () => (await import('./coverage-chart.tsx')).CoverageChart,
  () => <Skeleton height={640} />,
)

/** Which regions have numbers when, folded away until a reader asks. */
export function CoverageFold(props: CoverageChartProps) {
  const { t } = useLanguage()
  const [wasOpen, setOpen] = useState(false)
  return (
    <details className="coverage-fold" onToggle={() => setOpen(true)}>
      <summary>{t.regions.coverage}</summary>
      {wasOpen && <CoverageChart {...props} />}
    </details>
  )
}
