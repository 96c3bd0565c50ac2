import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useMemo, useRef, useState } from 'react'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useMedia } from '#web/hooks/use-media.ts'
import { CopyButton } from '../copy-button.tsx'
import { ScrollBox } from '../scroll-box.tsx'
import { exampleOf, partColumns } from './part-columns.ts'
import { nextSort, type Sort, sortRows } from './sort-rows.ts'
import { TableCell } from './table-cell.tsx'
import type { TableColumn } from './table-column.ts'
import { classOf, TableHead } from './table-head.tsx'
import { toTsv } from './to-tsv.ts'

interface DataTableProps<Row> {
  readonly caption: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  /** Tells rows apart. */
  readonly keyOf: (row: Row) => string
  /** How the rows are sorted at first; as given when left out. */
  readonly initial?: Sort
  /** Words that part a row from the ones before it in time: 口径调整. */
  readonly partingsOf?: (row: Row) => readonly string[]
}

/** Longer tables hold only the rows in view. */
const longTable = 200
const rowHeight = 33

/**
 * Rows in columns: sorted by any, copied as text for a spreadsheet, under a head that stays. What is the same in all
 * rows is said once above them.
 */
export function DataTable<Row>({ caption, columns, rows, keyOf, initial, partingsOf }: DataTableProps<Row>) {
  const { language, t } = useLanguage()
  const [chosen, setChosen] = useState<Sort | 'initial'>('initial')
  const sort = chosen === 'initial' ? initial : chosen
  const { shown, constant } = useMemo(() => partColumns(columns, rows), [columns, rows])
  const sorted = useMemo(
    () =>
      sortRows(
        rows,
        columns.find(({ id }) => id === sort?.by),
        sort,
      ),
    [rows, columns, sort],
  )
  const lines = useMemo(() => linesOf(sorted, partingsOf, sort), [sorted, partingsOf, sort])
  const id = useId()
  return (
    <div className="data-table">
      <div className="table-top">
        <Constants id={id} columns={constant} rows={rows} />
        <CopyButton
          label={t.table.copy}
          className="link-button copy-table"
          text={() => toTsv(columns, sorted, language)}
        />
      </div>
      <Lines
        caption={caption}
        describedBy={constant.length > 0 ? id : undefined}
        columns={shown}
        lines={lines}
        keyOf={keyOf}
        sort={sort}
        onSort={(column) => setChosen(nextSort(column, sort, initial) ?? 'initial')}
      />
    </div>
  )
}

interface ConstantsProps<Row> {
  readonly id: string
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
}

/** What all rows have in common. */
function Constants<Row>({ id, columns, rows }: ConstantsProps<Row>) {
  const { language, t } = useLanguage()
  return (
    <p className="table-constants" id={id}>
      {columns.map((column) => {
        const row = exampleOf(column, rows)
        return (
          row && (
            <span key={column.id}>
              {column.heading[language]}
              {t.colon}
              <TableCell column={column} row={row} />
            </span>
          )
        )
      })}
    </p>
  )
}

/** A line of the table: a row, or words between two. */
type Line<Row> = { readonly row: Row } | { readonly words: string }

function linesOf<Row>(
  rows: readonly Row[],
  partingsOf: DataTableProps<Row>['partingsOf'],
  sort: Sort | undefined,
): readonly Line<Row>[] {
  if (!partingsOf) return rows.map((row) => ({ row }))
  return rows.flatMap((row): Line<Row>[] => {
    const partings = partingsOf(row).map((words) => ({ words }))
    return sort?.direction === 'ascending' ? [...partings, { row }] : [{ row }, ...partings]
  })
}

interface LinesProps<Row> {
  readonly caption: string
  readonly describedBy: string | undefined
  readonly columns: readonly TableColumn<Row>[]
  readonly lines: readonly Line<Row>[]
  readonly keyOf: (row: Row) => string
  readonly sort: Sort | undefined
  readonly onSort: (column: TableColumn<Row>) => void
}

function Lines<Row>({ caption, describedBy, columns, lines, keyOf, sort, onSort }: LinesProps<Row>) {
  const box = useRef<HTMLElement>(null)
  const isPrinting = useMedia('print')
  const isLong = lines.length > longTable && !isPrinting
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    enabled: isLong,
    useFlushSync: false,
  })
  const inView = virtual.getVirtualItems()
  const [first, last] = isLong ? [inView[0]?.index ?? 0, inView.at(-1)?.index ?? 0] : [0, lines.length - 1]
  const above = isLong ? (inView[0]?.start ?? 0) : 0
  const below = isLong ? virtual.getTotalSize() - (inView.at(-1)?.end ?? 0) : 0
  return (
    <ScrollBox label={caption} ref={box}>
      <table className="table" aria-describedby={describedBy} aria-rowcount={lines.length + 1}>
        <caption className="visually-hidden">{caption}</caption>
        <TableHead columns={columns} sort={sort} onSort={onSort} />
        <tbody>
          {above > 0 && <Spacer height={above} columns={columns.length} />}
          {lines.slice(first, last + 1).map((line, position) => {
            const index = first + position
            const place = { 'data-index': index, 'aria-rowindex': index + 2 }
            return 'row' in line ? (
              <tr key={keyOf(line.row)} ref={isLong ? virtual.measureElement : null} {...place}>
                {columns.map((column) => (
                  <RowCell key={column.id} column={column} row={line.row} />
                ))}
              </tr>
            ) : (
              <tr
                key={`${index}${line.words}`}
                className="break-row"
                ref={isLong ? virtual.measureElement : null}
                {...place}
              >
                <td colSpan={columns.length}>
                  <span>{line.words}</span>
                </td>
              </tr>
            )
          })}
          {below > 0 && <Spacer height={below} columns={columns.length} />}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function RowCell<Row>({ column, row }: { readonly column: TableColumn<Row>; readonly row: Row }) {
  const content = <TableCell column={column} row={row} />
  if (column.isHead)
    return (
      <th scope="row" className={classOf(column)}>
        {content}
      </th>
    )
  return <td className={classOf(column)}>{content}</td>
}

/** Stands for the rows out of view. */
function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr className="spacer">
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}
