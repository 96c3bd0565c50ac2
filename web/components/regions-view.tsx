import { useMemo } from 'react'
import type { Catalog, Coverage, Region } from '#web/api.ts'
import { chooseComparison, regionsInGroup } from '#web/choose-comparison.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useSeries } from '#web/hooks/use-series.ts'
import { onlyComparison } from '#web/only-comparison.ts'
import { toChartData } from '#web/to-chart-data.ts'
import type { RegionsState } from '#web/url-state.ts'
import { ComparisonCharts } from './comparison-charts.tsx'
import { ComparisonControls } from './comparison-controls.tsx'
import { Failed } from './failed.tsx'
import { Notice } from './notice.tsx'
import { PeriodSlider } from './period-slider.tsx'
import { Skeleton } from './skeleton.tsx'

interface RegionsViewProps {
  readonly catalog: Catalog
  readonly regions: readonly Region[]
  readonly indicator: string
  readonly coverage: readonly Coverage[]
  readonly state: RegionsState
  readonly onChange: (some: RegionsState) => void
}

const nation = 'CN'

/** The controls, the slider, and the comparison they choose. */
export function RegionsView({ catalog, regions, indicator, coverage, state, onChange }: RegionsViewProps) {
  const { language, t } = useLanguage()
  const group = state.group ?? 'zones'
  const members = useMemo(() => regionsInGroup(regions, group), [regions, group])
  const chosen = useMemo(() => chooseComparison(coverage, members, state), [coverage, members, state])
  const { measure, compilation, basis, comparison, periods, period } = chosen
  const series = useSeries(period && { indicator, region: [nation, ...members], measure, compilation, basis })
  const names = useMemo(() => ({ indicators: catalog.indicators, regions }), [catalog, regions])
  const answer = useMemo(
    () => series.data && onlyComparison(series.data, comparison),
    [series.data, comparison],
  )
  const data = useMemo(() => answer && toChartData(answer, { names, language }), [answer, names, language])
  return (
    <>
      <ComparisonControls
        catalog={catalog}
        regions={regions}
        indicator={indicator}
        chosen={chosen}
        onChange={onChange}
      />
      {state.period && period && period.text !== state.period && (
        <p className="remark" role="status">
          {t.regions.noSuchPeriod(state.period)}
        </p>
      )}
      {period && (
        <PeriodSlider
          periods={periods}
          basis={basis}
          chosen={period}
          onChange={(text) => onChange({ period: text })}
        />
      )}
      {!period && <Notice title={t.regions.none} hint={t.regions.noneHint} />}
      {period && series.isError && <Failed error={series.error} />}
      {period && !series.isError && !(answer && data) && <Skeleton height={720} />}
      {period && answer && data && (
        <ComparisonCharts
          indicator={indicator}
          chosen={{ ...chosen, period }}
          answer={answer}
          data={data}
          names={names}
          isStale={series.isPlaceholderData}
        />
      )}
    </>
  )
}
