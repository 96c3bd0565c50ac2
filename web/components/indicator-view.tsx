import { useMemo } from 'react'
import {
  type ChartData,
  chooseSeries,
  defaultKind,
  indicatorFields,
  type Names,
  offeredTransforms,
  onlyComparison,
  toChartData,
  trendKinds,
} from '#server/charts/index.ts'
import type { Coverage, Indicator, SeriesAnswer } from '#web/api.ts'
import { overTime } from '#web/chart-kinds/over-time.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useParents } from '#web/hooks/use-parents.ts'
import { useSeries } from '#web/hooks/use-series.ts'
import { useUrlState } from '#web/hooks/use-url-state.ts'
import { IndicatorNotes } from './indicator-notes.tsx'
import { RefusedQuestion } from './refused-question.tsx'
import { SeriesControls } from './series-controls.tsx'
import { ShownSeries } from './shown-series.tsx'
import { Skeleton } from './skeleton.tsx'
import { SourceList } from './source-list.tsx'
import { UnreadNotes } from './unread-notes.tsx'

interface IndicatorViewProps {
  readonly indicator: Indicator
  readonly coverage: readonly Coverage[]
  readonly names: Names
}

/** One indicator as the address asks for it: controls, chart, table, definition, notes and sources. */
export function IndicatorView({ indicator, coverage, names }: IndicatorViewProps) {
  const { language } = useLanguage()
  const { state, unread, change } = useUrlState(indicatorFields)
  const chosen = useMemo(() => chooseSeries(indicator, coverage, state), [indicator, coverage, state])
  const series = useSeries(chosen?.question)
  const answer = useMemo(
    () => series.data && chosen && onlyComparison(series.data, chosen.comparison),
    [series.data, chosen],
  )
  const parents = useParents(answer, names).data
  const data = useMemo(
    () => answer && parents && toChartData(answer, { names, language, parents }),
    [answer, names, language, parents],
  )
  const transforms = useMemo(
    () =>
      chosen
        ? offeredTransforms({ ...chosen.question, indicator, coverage, indicators: names.indicators })
        : [],
    [chosen, indicator, coverage, names],
  )
  const kinds = trendKinds.filter((kind) => data && overTime[kind].fits(data.series))
  const wanted = state.kind ?? (data ? defaultKind(data) : 'trend')
  const kind = kinds.includes(wanted) ? wanted : 'trend'
  return (
    <>
      <UnreadNotes unread={unread} />
      {chosen && (
        <SeriesControls
          chosen={chosen}
          kind={kind}
          kinds={kinds}
          transforms={transforms}
          names={names}
          onChange={change}
        />
      )}
      {series.isError && chosen && <RefusedQuestion error={series.error} chosen={chosen} />}
      {!series.isError && chosen && !data && <Skeleton height={760} />}
      {!series.isError && chosen && answer && data && (
        <ShownSeries
          chosen={chosen}
          data={data}
          kind={kind}
          indicator={indicator}
          isStale={series.isPlaceholderData}
          isOtherKind={state.kind !== undefined && state.kind !== kind}
        />
      )}
      <IndicatorNotes indicator={indicator} indicators={names.indicators} />
      {answer && data && <UsedSources answer={answer} data={data} />}
    </>
  )
}

function UsedSources({ answer, data }: { readonly answer: SeriesAnswer; readonly data: ChartData }) {
  const { t } = useLanguage()
  const points = data.series.flatMap(({ points, undivided = [] }) => [...points, ...undivided])
  const used = new Set(
    points.flatMap(({ source, derived }) => [
      source,
      ...(derived?.parents.map(({ point }) => point.source) ?? []),
    ]),
  )
  const sources = answer.sources.filter(({ id }) => used.has(id))
  if (sources.length === 0) return null
  return (
    <section className="used-sources">
      <h2>{t.indicator.sources}</h2>
      <p className="muted">{t.indicator.sourcesCount(sources.length)}</p>
      <SourceList sources={sources} />
    </section>
  )
}
