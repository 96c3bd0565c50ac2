import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { comparePeriods } from '#data/model/period.ts'
import type { ChartData } from '#server/charts/chart-kind.ts'
import { chartKinds } from '#server/charts/kinds/index.ts'
import type { SeriesAnswer } from '#web/api.ts'
import type { ChosenComparison, NamedPeriod } from '#web/choose-comparison.ts'
import { comparisonLinks } from '#web/comparison-links.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import type { Names } from '#web/to-chart-data.ts'
import { ChartFigure } from './chart-figure.tsx'
import { GrowthRanking } from './growth-ranking.tsx'
import { Notice } from './notice.tsx'
import { RankTable } from './rank-table.tsx'

export interface ComparisonChartsProps {
  readonly indicator: string
  readonly chosen: ChosenComparison & { readonly period: NamedPeriod }
  readonly answer: SeriesAnswer
  readonly data: ChartData
  readonly names: Names
  readonly isStale: boolean
}

const nation = 'CN'

/** Provinces as tiles beside their ranking; zones and clusters as a ranking beside the change between two periods. */
export function ComparisonCharts(props: ComparisonChartsProps) {
  const { chosen, answer, data, names, isStale } = props
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const { period, against, group } = chosen
  const open = (code: string) => navigate(`/regions/${code}`)
  const withNation = useMemo(
    // Where the tiles name who is missing, the ranking beside them need not.
    () => ({
      ...data,
      series: group === 'provinces' ? present(data, period) : data.series,
      periods: [period.period],
    }),
    [data, period, group],
  )
  const members = useMemo(
    () => ({ ...data, series: withoutNation(data), periods: [period.period] }),
    [data, period],
  )
  const pair = useMemo(
    () => against && { ...members, periods: [against.period, period.period] },
    [members, against, period],
  )
  const figure = { isStale, onSelectRegion: open }
  const { title } = chartKinds.ranking.describe(withNation)
  const rankings = (
    <div className="comparison-column">
      <ChartFigure kind="ranking" data={withNation} {...figure} {...comparisonLinks(props, 'ranking')} />
      <GrowthRanking {...props} onSelectRegion={open} />
    </div>
  )
  return (
    <>
      <div className="comparison" data-group={group}>
        {group === 'provinces' ? (
          <>
            <ChartFigure kind="tiles" data={members} {...figure} {...comparisonLinks(props, 'tiles')} />
            {rankings}
          </>
        ) : (
          <>
            {rankings}
            <div className="comparison-column">
              {pair && chartKinds.slope.fits(pair.series) ? (
                <ChartFigure kind="slope" data={pair} {...figure} {...comparisonLinks(props, 'slope')} />
              ) : (
                <Notice title={t.regions.onePeriod} />
              )}
            </div>
          </>
        )}
      </div>
      <section className="twin">
        <h2>{t.indicator.table}</h2>
        <RankTable caption={t.table.caption(title)} answer={answer} names={names} period={period} />
      </section>
    </>
  )
}

const present = ({ series }: ChartData, { period }: NamedPeriod) =>
  series.filter(({ points }) => points.some((point) => comparePeriods(point.period, period) === 0))

const withoutNation = ({ series }: ChartData) => series.filter(({ region }) => region.code !== nation)
