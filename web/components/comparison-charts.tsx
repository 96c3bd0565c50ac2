import { useMemo } from 'react'
import {
  type ChartData,
  type ChosenComparison,
  type Names,
  ranking,
  type SharedPeriod,
  shownSeries,
  tiles,
} from '#server/charts/index.ts'
import type { SeriesAnswer, SeriesQuestion } from '#web/api.ts'
import { comparisonLinks } from '#web/comparison-links.ts'
import { useFigure } from '#web/hooks/use-figure.ts'
import { useGrowth } from '#web/hooks/use-growth.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { arriving } from './arriving.tsx'
import { ChartFigure } from './chart-figure.tsx'
import { RankTable } from './rank-table.tsx'
import { Skeleton } from './skeleton.tsx'

export interface ComparisonChartsProps {
  readonly indicator: string
  /** What the numbers are: their growth is asked for beside it. */
  readonly question: SeriesQuestion
  readonly chosen: ChosenComparison & { readonly period: SharedPeriod }
  readonly answer: SeriesAnswer
  readonly data: ChartData
  readonly names: Names
  readonly isStale: boolean
}

const nation = 'CN'
const chartHeight = 480

const Years = arriving(
  async () => (await import('./comparison-years.tsx')).ComparisonYears,
  () => <Skeleton height={chartHeight} />,
)
const Change = arriving(
  async () => (await import('./comparison-change.tsx')).ComparisonChange,
  () => <Skeleton height={chartHeight} />,
)

/** One period ranked, beside tiles or the change since another; or all years as a heatmap or small lines. */
export function ComparisonCharts(props: ComparisonChartsProps) {
  const { chosen, answer, data } = props
  const { t } = useLanguage()
  const { period, when, view } = chosen
  const shown = useMemo(
    () => ({ ...data, periods: [period.period], isLatest: when === 'latest' }),
    [data, period, when],
  )
  const { title } = ranking.describe(shown)
  return (
    <>
      {view === 'ranking' ? <Ranked {...props} shown={shown} /> : <Years {...props} view={view} />}
      <section className="twin">
        <h2>{t.indicator.table}</h2>
        <RankTable caption={t.table.caption(title)} data={shown} sources={answer.sources} />
      </section>
    </>
  )
}

/** Provinces as tiles beside their ranking while enough have numbers; others, and few, beside the change between two periods. */
function Ranked({ shown, ...props }: ComparisonChartsProps & { readonly shown: ChartData }) {
  const { chosen, question, names } = props
  const figure = useFigure(props)
  const members = useMemo(() => ({ ...shown, series: withoutNation(shown) }), [shown])
  const hasTiles = chosen.group === 'provinces' && tiles.fits(shownSeries(members))
  const withGrowth = useGrowth(shown, question, names)
  const ranked = useMemo(
    // Where the tiles name who is missing, the ranking beside them need not.
    () => (withGrowth && hasTiles ? { ...withGrowth, series: present(withGrowth) } : withGrowth),
    [withGrowth, hasTiles],
  )
  const ranks = ranked ? (
    <ChartFigure kind={ranking} data={ranked} {...figure} {...comparisonLinks(props, 'ranking')} />
  ) : (
    <Skeleton height={chartHeight} />
  )
  return (
    <div className="comparison" data-group={hasTiles ? 'provinces' : undefined}>
      {hasTiles && (
        <ChartFigure kind={tiles} data={members} {...figure} {...comparisonLinks(props, 'tiles')} />
      )}
      {ranks}
      {!hasTiles && chosen.when === 'same' && <Change {...props} members={members} />}
    </div>
  )
}

function present(data: ChartData) {
  const codes = new Set(shownSeries(data).map(({ region }) => region.code))
  return data.series.filter(({ region }) => codes.has(region.code))
}

const withoutNation = ({ series }: ChartData) => series.filter(({ region }) => region.code !== nation)
