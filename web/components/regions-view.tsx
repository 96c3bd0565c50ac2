import { useMemo } from 'react'
import type { Transform } from '#data/model/derive/derived.ts'
import {
  type ChosenComparison,
  chooseComparison,
  chooseGroup,
  offeredTransforms,
  onlyComparison,
  type RegionsState,
  regionsInGroup,
  toChartData,
} from '#server/charts/index.ts'
import type { Catalog, Coverage, Region } from '#web/api.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useParents } from '#web/hooks/use-parents.ts'
import { useSeries } from '#web/hooks/use-series.ts'
import { ComparisonCharts } from './comparison-charts.tsx'
import { ComparisonControls } from './comparison-controls.tsx'
import { CoverageFold } from './coverage-fold.tsx'
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

/** What can be made of levels and means something beside the same of other regions. */
const acrossRegions: ReadonlySet<Transform> = new Set(['yoy', 'share', 'per_head', 'per_gdp'])

/** The controls, the slider, and the comparison they choose. */
export function RegionsView({ catalog, regions, indicator, coverage, state, onChange }: RegionsViewProps) {
  const { language, t } = useLanguage()
  const { chosen, members, transforms } = useChosen({ catalog, regions, indicator, coverage, state })
  const { measure, compilation, basis, transform, comparison, periods, period, when, view } = chosen
  const names = useMemo(() => ({ indicators: catalog.indicators, regions }), [catalog, regions])
  const question = useMemo(() => {
    // Of the nation there is no share: it is the whole.
    const region = transform === 'share' ? members : [nation, ...members]
    const printed = { indicator, region, measure, compilation, basis }
    return transform === 'none' ? printed : { ...printed, transform }
  }, [indicator, members, measure, compilation, basis, transform])
  const series = useSeries(period && question)
  const answer = useMemo(
    () => series.data && onlyComparison(series.data, comparison),
    [series.data, comparison],
  )
  const parents = useParents(answer, names).data
  const data = useMemo(
    () => answer && parents && toChartData(answer, { names, language, parents }),
    [answer, names, language, parents],
  )
  return (
    <>
      <ComparisonControls
        catalog={catalog}
        regions={regions}
        indicator={indicator}
        chosen={chosen}
        transforms={transforms}
        onChange={onChange}
      />
      {state.period && period && period.text !== state.period && (
        <p className="remark" role="status">
          {t.regions.noSuchPeriod(state.period)}
        </p>
      )}
      {period && view === 'ranking' && when === 'same' && (
        <PeriodSlider
          periods={periods}
          basis={basis}
          chosen={period}
          onChange={(text) => onChange({ period: text, when: 'same' })}
        />
      )}
      {!period && <Notice title={t.regions.none} hint={t.regions.noneHint} />}
      {period && series.isError && <Failed error={series.error} />}
      {period && !series.isError && !(answer && data) && <Skeleton height={720} />}
      {period && answer && data && (
        <>
          <CoverageFold data={data} period={when === 'same' ? period : undefined} />
          <ComparisonCharts
            indicator={indicator}
            question={question}
            chosen={{ ...chosen, period }}
            answer={answer}
            data={data}
            names={names}
            isStale={series.isPlaceholderData}
          />
        </>
      )}
    </>
  )
}

interface Chosen {
  readonly chosen: ChosenComparison
  readonly members: readonly string[]
  readonly transforms: readonly Transform[]
}

function useChosen({
  catalog,
  regions,
  indicator,
  coverage,
  state,
}: Omit<RegionsViewProps, 'onChange'>): Chosen {
  return useMemo(() => {
    const group = chooseGroup(coverage, regions, state)
    const members = regionsInGroup(regions, group)
    const entry = catalog.indicators.find(({ code }) => code === indicator)
    const chosen = chooseComparison(coverage, members, { ...state, group }, entry?.notes)
    const present = coverage.filter(({ region }) => members.includes(region)).map(({ region }) => region)
    const shown = { indicators: catalog.indicators, coverage, region: present, basis: chosen.basis }
    const offered = entry ? offeredTransforms({ ...shown, indicator: entry, measure: 'level' }) : []
    return { chosen, members, transforms: offered.filter((each) => acrossRegions.has(each)) }
  }, [catalog, regions, indicator, coverage, state])
}
