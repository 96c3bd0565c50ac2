import { useMemo } from 'react'
import { Link } from 'wouter'
import { printPeriod } from '#data/model/period.ts'
import {
  type ChartData,
  type ChosenSeries,
  embedFields,
  indicatorFields,
  printState,
  type TrendKind,
} from '#server/charts/index.ts'
import { fileOfSeries, type Indicator } from '#web/api.ts'
import { overTime } from '#web/chart-kinds/over-time.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { ChartFigure } from './chart-figure.tsx'
import { GrowthInstead } from './growth-instead.tsx'
import { Notice } from './notice.tsx'
import { PointTable } from './point-table.tsx'

interface ShownSeriesProps {
  readonly chosen: ChosenSeries
  readonly data: ChartData
  readonly kind: TrendKind
  readonly indicator: Indicator
  readonly isStale: boolean
  /** The address asked for a kind that cannot draw these numbers. */
  readonly isOtherKind: boolean
}

/** The chart of the chosen series and its table. */
export function ShownSeries({ chosen, data, kind, indicator, isStale, isOtherKind }: ShownSeriesProps) {
  const { t } = useLanguage()
  const { title } = useMemo(() => overTime[kind].describe(data), [kind, data])
  const links = linksOf(chosen, kind, data)
  if (data.series.every(({ points }) => points.length === 0)) {
    return (
      <Notice title={t.indicator.empty} hint={t.indicator.emptyHint}>
        <Link className="button" href={`/indicators/${indicator.code}`}>
          {t.indicator.reset}
        </Link>
      </Notice>
    )
  }
  return (
    <>
      {isOtherKind && (
        <p className="remark" role="status">
          {t.indicator.tooFew}
        </p>
      )}
      <GrowthInstead chosen={chosen} data={data} />
      <ChartFigure kind={overTime[kind]} data={data} isStale={isStale} {...links} />
      <section className="twin">
        <h2>{t.indicator.table}</h2>
        <PointTable caption={t.table.caption(title)} data={data} />
      </section>
    </>
  )
}

/** Where the same numbers and the same picture can be had; everything is named, so that a later default changes nothing. */
function linksOf({ question, comparison, options }: ChosenSeries, kind: TrendKind, { series }: ChartData) {
  const { indicator, ...asked } = question
  const base = series.find(({ indexBase }) => indexBase)?.indexBase
  const rest = base ? { ...asked, indexBase: printPeriod(base) } : asked
  const state = { ...rest, ...(options.comparisons.length > 1 && { versus: comparison }) }
  return {
    file: fileOfSeries({ indicator, ...rest }),
    page: `/indicators/${indicator}?${printState(indicatorFields, { ...state, kind })}`,
    embed: printState(embedFields, { ...state, view: kind, indicator }),
  }
}
