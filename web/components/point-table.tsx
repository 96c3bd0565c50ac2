import { useCallback, useMemo, useState } from 'react'
import type { Language } from '#data/model/language.ts'
import { comparePeriods, type Period } from '#data/model/period.ts'
import { basisNames } from '#data/wording/basis-names.ts'
import { acrossBreak, methodWords } from '#data/wording/derived-names.ts'
import { statusNames } from '#data/wording/status-names.ts'
import {
  breakLine,
  breaksAt,
  type ChartData,
  type ChartPoint,
  type ChartSeries,
  othersText,
  parentsOf,
  type ShownNumber,
} from '#server/charts/index.ts'
import { formatPeriodAndBasis } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { wordsIn } from '#web/messages/messages.ts'
import { DataTable } from './data-table/data-table.tsx'
import { heading, type TableColumn } from './data-table/table-column.ts'
import { StatementsDialog } from './late-dialogs.tsx'
import { ParentLink } from './parent-link.tsx'
import { type NumberColumns, type NumberRow, numberBadges, numberColumns } from './printed-columns.ts'
import { SourceLink, sourceText } from './source-link.tsx'
import { TrustLegend } from './trust-mark.tsx'

interface PointTableProps {
  readonly caption: string
  readonly data: ChartData
}

interface PointRow extends NumberRow {
  readonly period: Period
}

const newestFirst = { by: 'period', direction: 'descending' } as const

/**
 * The numbers of a chart over time, the newest first: printed ones with basis, status and source, derived ones with
 * interval, method and parents.
 */
export function PointTable({ caption, data }: PointTableProps) {
  const { language } = useLanguage()
  const [stated, setStated] = useState<ShownNumber>()
  const rows = useMemo(() => rowsOf(data.series), [data])
  const columns = useMemo(() => columnsOf(data, rows, setStated), [data, rows])
  const isDerived = rows.some(({ point }) => point?.derived)
  const isWide = isDerived || data.series.length > 1 || language === 'en'
  const partingsOf = useCallback(
    ({ series, point }: PointRow) => (point ? partings(series, point, data, language) : []),
    [data, language],
  )
  return (
    <div className={isWide ? 'two-lines' : undefined}>
      <DataTable
        caption={caption}
        columns={columns}
        rows={rows}
        keyOf={({ period, series }) =>
          `${period.start}|${period.end}|${series.basis}|${series.region.code}|${series.of?.zh}`
        }
        initial={newestFirst}
        partingsOf={partingsOf}
      />
      {stated && <StatementsDialog shown={stated} onClose={() => setStated(undefined)} />}
      <TrustLegend shown={data.series.flatMap(({ points }) => points.map(({ trust }) => trust))} />
    </div>
  )
}

/** Where 口径 changes the table is parted, as the chart is; of several regions it says of which. */
function partings(
  series: ChartSeries,
  point: ChartPoint,
  { series: all }: ChartData,
  language: Language,
): readonly string[] {
  const whose = all.length > 1 ? series.region.name[language] + wordsIn(language).colon : ''
  return breaksAt(series, point).map((each) => whose + breakLine(each, language))
}

type ShowOthers = (shown: ShownNumber) => void

function columnsOf(
  data: ChartData,
  rows: readonly PointRow[],
  onShowOthers: ShowOthers,
): readonly TableColumn<PointRow>[] {
  const isDerived = data.series.some(({ points }) => points.some(({ derived }) => derived))
  // Those of one region stay as printed: they are a record of what was said, and their chart compares them.
  const numbers = numberColumns(data.series.length > 1 ? rows : [])
  return [
    ...subjectColumns(data),
    ...(isDerived ? derivedColumns(numbers) : [numbers.value, ...statedColumns]),
    fromColumn(data, onShowOthers),
    ...numbers.printed,
  ]
}

const subjectColumns = ({ series }: ChartData): readonly TableColumn<PointRow>[] => [
  {
    id: 'period',
    heading: heading(({ table }) => table.period),
    type: 'period',
    isHead: true,
    cell: ({ period, series: { basis } }, language) => formatPeriodAndBasis(period, basis, language),
    order: ({ period: { start, end } }) => end * 10_000 - start,
  },
  ...(series.length > 1 ? [regionColumn] : []),
]

const regionColumn: TableColumn<PointRow> = {
  id: 'region',
  heading: heading(({ table }) => table.region),
  type: 'text',
  stays: true,
  cell: ({ series: { region } }, language) => region.name[language],
}

const statedColumns: readonly TableColumn<PointRow>[] = [
  {
    id: 'basis',
    heading: heading(({ table }) => table.basis),
    type: 'text',
    cell: ({ series: { basis } }, language) => basisNames[basis][language],
  },
  {
    id: 'status',
    heading: heading(({ table }) => table.status),
    type: 'text',
    cell: ({ point }, language) => (point ? statusNames[point.status][language] : null),
  },
]

const derivedColumns = ({ value, interval }: NumberColumns<PointRow>): readonly TableColumn<PointRow>[] => [
  {
    ...value,
    heading: heading(({ table }) => table.value),
    badges: (row, language) => {
      const isPrinted = row.point && !row.point.derived
      const note = { kind: 'note', text: wordsIn(language).table.asPrinted } as const
      return isPrinted ? [...numberBadges(row, language), note] : numberBadges(row, language)
    },
  },
  interval,
  {
    id: 'method',
    heading: heading(({ table }) => table.method),
    type: 'text',
    cell: ({ point }, language) => (point?.derived ? methodWords[point.derived.method][language] : null),
    same: ({ point }) => `${point?.derived?.method} ${point?.derived?.isAcrossBreak}`,
    badges: ({ point }, language) =>
      point?.derived?.isAcrossBreak ? [{ kind: 'note', text: acrossBreak[language] }] : [],
  },
]

/** Where a number is from: its document, or the figures it is made of, and what others state. */
const fromColumn = (data: ChartData, onShowOthers: ShowOthers): TableColumn<PointRow> => {
  const sourceOf = ({ point }: PointRow) => data.sources.find(({ id }) => id === point?.source)
  return {
    id: 'source',
    heading: heading(({ table }) => table.source),
    type: 'text',
    className: 'from',
    cell: ({ series, point }, language) =>
      point?.derived
        ? parentsOf(series, point, language)
            .map(({ text }) => text)
            .join('；')
        : sourceText(
            data.sources.find(({ id }) => id === point?.source),
            language,
          ),
    same: ({ point }) => `${point?.source} ${point?.trust} ${point?.others} ${Boolean(point?.derived)}`,
    badges: ({ point }) => (point ? [{ kind: 'trust', trust: point.trust }] : []),
    look: (row) => <From row={row} source={sourceOf(row)} onShowOthers={onShowOthers} />,
  }
}

interface FromProps {
  readonly row: PointRow
  readonly source: ChartData['sources'][number] | undefined
  readonly onShowOthers: ShowOthers
}

function From({ row: { series, point }, source, onShowOthers }: FromProps) {
  const { language, t } = useLanguage()
  if (!point) return t.none
  return (
    <>
      {point.derived ? <Parents series={series} point={point} /> : <SourceLink source={source} />}
      {point.others > 0 && (
        <>
          {' '}
          <button
            type="button"
            className="link-button"
            aria-haspopup="dialog"
            onClick={() => onShowOthers({ series, point })}
          >
            {othersText(point.others, language)}
          </button>
        </>
      )}
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

/** A row for each period and series: where several are compared, a period that one lacks is a row without number. */
function rowsOf(all: readonly ChartSeries[]): readonly PointRow[] {
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
    (series.undivided ?? []).map((point): PointRow => {
      const own = { ...series, basis: 'cumulative' as const, points: series.undivided ?? [] }
      return { series: own, period: point.period, point }
    }),
  )
  return [...rows, ...undivided]
}

const isSame = (a: Period, b: Period | undefined) => b !== undefined && comparePeriods(a, b) === 0
