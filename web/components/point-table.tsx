import { Fragment, useState } from 'react'
import { comparePeriods, type Period } from '#data/model/period.ts'
import type { ChartData, ChartPoint, ChartSeries, ShownNumber } from '#server/charts/chart-kind.ts'
import { othersText } from '#server/charts/marks/mark.ts'
import { breakLine, breaksAt } from '#server/charts/points/breaks.ts'
import { acrossBreak, derivedWord, methodWords } from '#server/charts/words/derived-words.ts'
import { parentsOf } from '#server/charts/words/parent-words.ts'
import { intervalText, printedText } from '#server/charts/words/value-text.ts'
import { formatBaseValue, formatPeriodAndBasis, spaced } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { OddMark } from './odd-mark.tsx'
import { ParentLink } from './parent-link.tsx'
import { ScrollBox } from './scroll-box.tsx'
import { SourceLink } from './source-link.tsx'
import { StatementsDialog } from './statements-dialog.tsx'
import { TrustLegend, TrustMark } from './trust-mark.tsx'

interface PointTableProps {
  readonly caption: string
  readonly data: ChartData
}

/**
 * The numbers of a chart over time, in its order: printed ones also in base units, with basis, status and source;
 * derived ones with interval, method and parents.
 */
export function PointTable({ caption, data }: PointTableProps) {
  const { language, t } = useLanguage()
  const [stated, setStated] = useState<ShownNumber>()
  const isMany = data.series.length > 1
  const isDerived = data.series.some(({ points }) => points.some(({ derived }) => derived))
  const Cells = isDerived ? DerivedCells : PrintedCells
  const columns = (isDerived ? 5 : 6) + (isMany ? 1 : 0)
  return (
    <>
      <ScrollBox label={caption}>
        <table className="table">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.table.period}</th>
              {isMany && <th scope="col">{t.table.region}</th>}
              {isDerived ? <DerivedHeads /> : <PrintedHeads />}
            </tr>
          </thead>
          <tbody>
            {rowsOf(data.series).map(({ series, point, period }) => (
              <Fragment
                key={`${period.start}${period.end}${series.basis}${series.region.code}${series.of?.zh}`}
              >
                {point && <BreakRows series={series} point={point} columns={columns} />}
                <tr>
                  <th scope="row">{formatPeriodAndBasis(period, series.basis, language)}</th>
                  {isMany && <td>{series.region.name[language]}</td>}
                  <Cells data={data} series={series} point={point} onShowOthers={setStated} />
                </tr>
              </Fragment>
            ))}
          </tbody>
        </table>
        {stated && <StatementsDialog shown={stated} onClose={() => setStated(undefined)} />}
      </ScrollBox>
      <TrustLegend shown={data.series.flatMap(({ points }) => points.map(({ trust }) => trust))} />
    </>
  )
}

/** Where 口径 changes the table is parted, as the chart is. */
function BreakRows({ series, point, columns }: ShownNumber & { readonly columns: number }) {
  const { language } = useLanguage()
  return breaksAt(series, point).map((each) => (
    <tr key={each.when.zh} className="break-row">
      <td colSpan={columns}>
        <span>{breakLine(each, language)}</span>
      </td>
    </tr>
  ))
}

function PrintedHeads() {
  const { t } = useLanguage()
  return (
    <>
      <th scope="col" className="number">
        {t.table.printed}
      </th>
      <th scope="col" className="number">
        {t.table.base}
      </th>
      <th scope="col">{t.table.basis}</th>
      <th scope="col">{t.table.status}</th>
      <th scope="col">{t.table.source}</th>
    </>
  )
}

function DerivedHeads() {
  const { t } = useLanguage()
  return (
    <>
      <th scope="col" className="number">
        {t.table.value}
      </th>
      <th scope="col" className="number">
        {t.table.interval}
      </th>
      <th scope="col">{t.table.method}</th>
      <th scope="col">{t.table.parents}</th>
    </>
  )
}

interface CellsProps {
  readonly data: ChartData
  readonly series: ChartSeries
  /** Left out where the series has no number of the period. */
  readonly point: ChartPoint | undefined
  readonly onShowOthers: (shown: ShownNumber) => void
}

function PrintedCells({ data, series, point, onShowOthers }: CellsProps) {
  const { language, t } = useLanguage()
  if (!point) {
    return (
      <>
        <td className="number">{t.none}</td>
        <td className="number">{t.none}</td>
        <td>{t.basisNames[series.basis]}</td>
        <td>{t.none}</td>
        <td>{t.none}</td>
      </>
    )
  }
  return (
    <>
      <td className="number">
        {spaced(printedText(point, series, language))}
        <OddMark point={point} indicator={series.indicator} region={series.region.code} />
      </td>
      <td className="number muted">{formatBaseValue(point, series, language)}</td>
      <td>{t.basisNames[series.basis]}</td>
      <td>{t.statusNames[point.status]}</td>
      <td className="from">
        <TrustMark trust={point.trust} />{' '}
        <SourceLink source={data.sources.find(({ id }) => id === point.source)} />{' '}
        <OthersButton series={series} point={point} onShowOthers={onShowOthers} />
      </td>
    </>
  )
}

function DerivedCells({ data, series, point, onShowOthers }: CellsProps) {
  const { language, t } = useLanguage()
  if (!point) {
    return (
      <>
        <td className="number">{t.none}</td>
        <td className="number">{t.none}</td>
        <td>{t.none}</td>
        <td>{t.none}</td>
      </>
    )
  }
  const { derived } = point
  return (
    <>
      <td className="number">
        <span className={derived ? 'derived-value' : ''}>{spaced(printedText(point, series, language))}</span>{' '}
        <small className="muted">{derived ? derivedWord[language] : t.table.asPrinted}</small>
      </td>
      <td className="number muted">{spaced(intervalText(point, series, language))}</td>
      <td>
        {derived ? methodWords[derived.method][language] : t.none}
        {derived?.isAcrossBreak && <small className="across-break">{acrossBreak[language]}</small>}
      </td>
      <td className="from">
        <TrustMark trust={point.trust} />{' '}
        {derived ? (
          <Parents series={series} point={point} />
        ) : (
          <SourceLink source={data.sources.find(({ id }) => id === point.source)} />
        )}{' '}
        <OthersButton series={series} point={point} onShowOthers={onShowOthers} />
      </td>
    </>
  )
}

function Parents({ series, point }: ShownNumber) {
  const { language } = useLanguage()
  return (
    <ul className="parents">
      {parentsOf(series, point, language).map((parent) => (
        <li key={parent.text}>
          <ParentLink parent={parent} />
        </li>
      ))}
    </ul>
  )
}

function OthersButton({ series, point, onShowOthers }: ShownNumber & Pick<CellsProps, 'onShowOthers'>) {
  const { language } = useLanguage()
  if (point.others === 0) return null
  return (
    <button
      type="button"
      className="link-button"
      aria-haspopup="dialog"
      onClick={() => onShowOthers({ series, point })}
    >
      {othersText(point.others, language)}
    </button>
  )
}

interface Row {
  readonly series: ChartSeries
  readonly period: Period
  readonly point: ChartPoint | undefined
}

/** A row for each period and series: where several are compared, a period that one lacks is a row without number. */
function rowsOf(all: readonly ChartSeries[]): readonly Row[] {
  const sorted = all.flatMap(({ points }) => points.map(({ period }) => period)).toSorted(comparePeriods)
  const periods = sorted.filter((period, index) => !isSame(period, sorted[index - 1]))
  const rows = periods.flatMap((period) =>
    all.map((series) => ({
      series,
      period,
      point: series.points.find((point) => isSame(point.period, period)),
    })),
  )
  const undivided = all.flatMap((series) =>
    (series.undivided ?? []).map((point): Row => {
      const own = { ...series, basis: 'cumulative' as const, points: series.undivided ?? [] }
      return { series: own, period: point.period, point }
    }),
  )
  return [...rows, ...undivided].toSorted((a, b) => comparePeriods(a.period, b.period))
}

const isSame = (a: Period, b: Period | undefined) => b !== undefined && comparePeriods(a, b) === 0
