import { Fragment, useMemo } from 'react'
import { Link } from 'wouter'
import { statusNames } from '#data/wording/status-names.ts'
import {
  type ChartData,
  type ChartRegion,
  isUncounted,
  parentsOf,
  type Row,
  rank,
} from '#server/charts/index.ts'
import type { SeriesAnswer } from '#web/api.ts'
import { formatPeriodAndBasis } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { DataTable } from './data-table/data-table.tsx'
import { heading, type TableColumn } from './data-table/table-column.ts'
import { ParentLink } from './parent-link.tsx'
import { numberColumns } from './printed-columns.ts'
import { SourceLink, sourceText } from './source-link.tsx'
import { TrustLegend } from './trust-mark.tsx'

interface RankTableProps {
  readonly caption: string
  /** In one period, or each region at its latest. */
  readonly data: ChartData
  readonly sources: SeriesAnswer['sources']
}

interface RankedRow extends Row {
  /** Equal values share one; the nation has none. */
  readonly place: number | null
}

/** The regions of a comparison, the highest first, the nation at the head and below by name those without a number. */
export function RankTable({ caption, data, sources }: RankTableProps) {
  const { t } = useLanguage()
  const rows = useMemo(() => rowsOf(data), [data])
  const columns = useMemo(() => columnsOf(rows, sources), [rows, sources])
  const present = new Set(rows.map(({ series }) => series.region.code))
  const absent = data.series.map(({ region }) => region).filter(({ code }) => !present.has(code))
  return (
    <div className="two-lines">
      <DataTable caption={caption} columns={columns} rows={rows} keyOf={({ series }) => series.region.code} />
      <TrustLegend shown={rows.map(({ point }) => point.trust)} />
      <Named words={t.regions.missing} regions={absent.filter(({ code }) => !isUncounted(code))} />
      <Named words={() => t.regions.apart} regions={absent.filter(({ code }) => isUncounted(code))} />
    </div>
  )
}

function rowsOf(data: ChartData): readonly RankedRow[] {
  const { rows = [], nation } = rank(data) ?? {}
  const placed = rows.map((row) => ({
    ...row,
    place: 1 + rows.findIndex(({ point }) => point.value === row.point.value),
  }))
  return nation ? [{ ...nation, place: null }, ...placed] : placed
}

interface NamedProps {
  readonly words: (count: number) => string
  readonly regions: readonly ChartRegion[]
}

function Named({ words, regions }: NamedProps) {
  const { language } = useLanguage()
  if (regions.length === 0) return null
  return (
    <p className="missing">
      <span>{words(regions.length)}</span>
      {regions.map(({ code, name }) => (
        <Link key={code} href={`/regions/${code}`}>
          {name[language]}
        </Link>
      ))}
    </p>
  )
}

function columnsOf(
  rows: readonly RankedRow[],
  sources: SeriesAnswer['sources'],
): readonly TableColumn<RankedRow>[] {
  const isDerived = rows.some(({ point }) => point.derived)
  const { value, interval, printed } = numberColumns(rows)
  return [
    rankColumn,
    regionColumn,
    value,
    ...(isDerived ? [interval] : []),
    whenColumn,
    statusColumn,
    fromColumn(sources),
    ...printed,
  ]
}

const rankColumn: TableColumn<RankedRow> = {
  id: 'rank',
  heading: heading(({ table }) => table.rank),
  type: 'integer',
  className: 'rank',
  stays: true,
  cell: ({ place }) => place,
}

const regionColumn: TableColumn<RankedRow> = {
  id: 'region',
  heading: heading(({ table }) => table.region),
  type: 'text',
  isHead: true,
  cell: ({ series: { region } }, language) => region.name[language],
  link: ({ series: { region } }) => `/regions/${region.code}`,
}

const whenColumn: TableColumn<RankedRow> = {
  id: 'period',
  heading: heading(({ table }) => table.when),
  type: 'period',
  cell: ({ series, point }, language) => formatPeriodAndBasis(point.period, series.basis, language),
  order: ({ point: { period } }) => period.end * 10_000 - period.start,
}

const statusColumn: TableColumn<RankedRow> = {
  id: 'status',
  heading: heading(({ table }) => table.status),
  type: 'text',
  cell: ({ point }, language) => statusNames[point.status][language],
}

const fromColumn = (sources: SeriesAnswer['sources']): TableColumn<RankedRow> => {
  const sourceOf = ({ point }: RankedRow) => sources.find(({ id }) => id === point.source)
  return {
    id: 'source',
    heading: heading(({ table }) => table.source),
    type: 'text',
    className: 'from',
    cell: (row, language) =>
      row.point.derived
        ? parentsOf(row.series, row.point, language)
            .map(({ text }) => text)
            .join('；')
        : sourceText(sourceOf(row), language),
    same: ({ point }) => `${point.source} ${point.trust} ${Boolean(point.derived)}`,
    badges: ({ point }) => [{ kind: 'trust', trust: point.trust }],
    look: (row) => (row.point.derived ? <MadeOf row={row} /> : <SourceLink source={sourceOf(row)} />),
  }
}

/** The parents of a derived number in one line. */
function MadeOf({ row: { series, point } }: { readonly row: Row }) {
  const { language, t } = useLanguage()
  return parentsOf(series, point, language).map((parent, index) => (
    <Fragment key={parent.text}>
      {index > 0 && t.comma}
      <ParentLink parent={parent} />
    </Fragment>
  ))
}
