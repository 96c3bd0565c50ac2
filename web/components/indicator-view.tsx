import { useMemo } from 'react'
import { chartKinds } from '#server/charts/index.ts'
import type { Coverage, Indicator, SeriesAnswer } from '#web/api.ts'
import { chooseSeries } from '#web/choose-series.ts'
import { defaultKind } from '#web/default-kind.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useSeries } from '#web/hooks/use-series.ts'
import { useUrlState } from '#web/hooks/use-url-state.ts'
import { onlyComparison } from '#web/only-comparison.ts'
import { type Names, toChartData } from '#web/to-chart-data.ts'
import { indicatorFields, trendKinds } from '#web/url-state.ts'
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
  const chosen = useMemo(() => chooseSeries(indicator.code, coverage, state), [indicator, coverage, state])
  const series = useSeries(chosen?.question)
  const answer = useMemo(
    () => series.data && chosen && onlyComparison(series.data, chosen.comparison),
    [series.data, chosen],
  )
  const data = useMemo(() => answer && toChartData(answer, { names, language }), [answer, names, language])
  const kinds = trendKinds.filter((kind) => data && chartKinds[kind].fits(data.series))
  const wanted = state.kind ?? (data ? defaultKind(data) : 'trend')
  const kind = kinds.includes(wanted) ? wanted : 'trend'
  return (
    <>
      <UnreadNotes unread={unread} />
      {chosen && <SeriesControls chosen={chosen} kind={kind} kinds={kinds} names={names} onChange={change} />}
      {series.isError && chosen && <RefusedQuestion error={series.error} chosen={chosen} />}
      {!series.isError && chosen && !data && <Skeleton height={760} />}
      {!series.isError && chosen && answer && data && (
        <ShownSeries
          chosen={chosen}
          answer={answer}
          data={data}
          kind={kind}
          indicator={indicator}
          names={names}
          isStale={series.isPlaceholderData}
          isOtherKind={state.kind !== undefined && state.kind !== kind}
        />
      )}
      <IndicatorNotes indicator={indicator} indicators={names.indicators} />
      {answer && <UsedSources answer={answer} />}
    </>
  )
}

function UsedSources({ answer }: { readonly answer: SeriesAnswer }) {
  const { t } = useLanguage()
  const used = new Set(answer.series.flatMap(({ points }) => points.map(({ source }) => source)))
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
