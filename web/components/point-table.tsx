import { comparePeriods, type Period } from '#data/model/period.ts'
import { toChartPoint } from '#server/charts/chart-point.ts'
import type { Indicator, Point, Region, Series, Source } from '#web/api.ts'
import { formatBaseValue, formatPointPeriod, printText } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { ScrollBox } from './scroll-box.tsx'
import { SourceLink } from './source-link.tsx'

interface PointTableProps {
  readonly caption: string
  readonly series: readonly Series[]
  readonly indicator: Indicator
  readonly regions: readonly Region[]
  readonly sources: readonly Source[]
}

/** The numbers of a chart over time, in its order: each as printed and in base units, with basis, status and source. */
export function PointTable({ caption, series, indicator, regions, sources }: PointTableProps) {
  const { language, t } = useLanguage()
  const isMany = series.length > 1
  return (
    <ScrollBox label={caption}>
      <table className="table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.table.period}</th>
            {isMany && <th scope="col">{t.table.region}</th>}
            <th scope="col" className="number">
              {t.table.printed}
            </th>
            <th scope="col" className="number">
              {t.table.base}
            </th>
            <th scope="col">{t.table.basis}</th>
            <th scope="col">{t.table.status}</th>
            <th scope="col">{t.table.source}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(series).map(({ of, point, first }) => (
            <tr key={`${first.period}${first.time}${of.region}${of.of}${of.comparison}`}>
              <th scope="row">{formatPointPeriod(first, of.basis, language)}</th>
              {isMany && (
                <td>{regions.find(({ code }) => code === of.region)?.name[language] ?? of.region}</td>
              )}
              <PointCells
                point={point}
                of={of}
                indicator={indicator}
                source={sources.find(({ id }) => id === point?.source)}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

interface PointCellsProps {
  readonly point: Point | undefined
  readonly of: Series
  readonly indicator: Indicator
  readonly source: Source | undefined
}

function PointCells({ point, of, indicator, source }: PointCellsProps) {
  const { language, t } = useLanguage()
  const measured = { indicator, measure: of.measure }
  if (!point) {
    return (
      <>
        <td className="number">{t.none}</td>
        <td className="number">{t.none}</td>
        <td>{t.basisNames[of.basis]}</td>
        <td>{t.none}</td>
        <td>{t.none}</td>
      </>
    )
  }
  return (
    <>
      <td className="number">{printText(point, measured, language)}</td>
      <td className="number muted">{formatBaseValue(point, measured, language)}</td>
      <td>{t.basisNames[of.basis]}</td>
      <td>{t.statusNames[point.status]}</td>
      <td className="from">
        <SourceLink source={source} />
        {point.others > 0 && (
          <small className="muted" title={t.table.others(point.others)}>
            {' '}
            +{point.others}
          </small>
        )}
      </td>
    </>
  )
}

interface Row {
  readonly of: Series
  readonly point: Point | undefined
  /** Some point of the same period, to name it by. */
  readonly first: Point
}

/** A row for each period and series: where several are compared, a period that one lacks is a row without number. */
function rowsOf(series: readonly Series[]): readonly Row[] {
  const placed = series.flatMap((of) =>
    of.points.map((point) => ({ of, point, period: toChartPoint(point).period })),
  )
  const sorted = placed.toSorted((a, b) => comparePeriods(a.period, b.period))
  const periods = sorted.filter(({ period }, index) => !isSame(period, sorted[index - 1]?.period))
  return periods.flatMap(({ point: first, period }) =>
    series.map((of) => ({
      of,
      first,
      point: placed.find((each) => each.of === of && isSame(each.period, period))?.point,
    })),
  )
}

const isSame = (a: Period, b: Period | undefined) => b !== undefined && comparePeriods(a, b) === 0
