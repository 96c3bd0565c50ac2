import { useId, useMemo, useState } from 'react'
import { useLanguage } from '#web/hooks/use-language.ts'
import { useMedia } from '#web/hooks/use-media.ts'
import { arriving } from '../arriving.tsx'
import { CopyButton } from '../copy-button.tsx'
import { ScrollBox } from '../scroll-box.tsx'
import { exampleOf, partColumns } from './part-columns.ts'
import type { RowsInViewProps } from './rows-in-view.tsx'
import { allRows, firstRows, longTable, type ShownRows } from './shown-rows.ts'
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

const RowsInView = arriving(
  async () => (await import('./rows-in-view.tsx')).RowsInView,
  ({ count, children }: RowsInViewProps) => children(firstRows(count)),
)

function Lines<Row>({ caption, describedBy, columns, lines, keyOf, sort, onSort }: LinesProps<Row>) {
  const [box, setBox] = useState<HTMLElement | null>(null)
  const isPrinting = useMedia('print')
  const show = (shown: ShownRows) => <Rows columns={columns} lines={lines} keyOf={keyOf} shown={shown} />
  return (
    <ScrollBox label={caption} ref={setBox}>
      <table className="table" aria-describedby={describedBy} aria-rowcount={lines.length + 1}>
        <caption className="visually-hidden">{caption}</caption>
        <TableHead columns={columns} sort={sort} onSort={onSort} />
        <tbody>
          {lines.length > longTable && !isPrinting ? (
            <RowsInView count={lines.length} box={box}>
              {show}
            </RowsInView>
          ) : (
            show(allRows(lines.length))
          )}
        </tbody>
      </table>
    </ScrollBox>
  )
}

interface RowsProps<Row> extends Pick<LinesProps<Row>, 'columns' | 'lines' | 'keyOf'> {
  readonly shown: ShownRows
}

/** The rows that are there, between room for those that are not. */
function Rows<Row>({ columns, lines, keyOf, shown }: RowsProps<Row>) {
  const { first, last, above, below, measure = null } = shown
  return (
    <>
      {above > 0 && <Spacer height={above} columns={columns.length} />}
      {lines.slice(first, last + 1).map((line, position) => {
        const index = first + position
        const place = { ref: measure, 'data-index': index, 'aria-rowindex': index + 2 }
        return 'row' in line ? (
          <tr key={keyOf(line.row)} {...place}>
            {columns.map((column) => (
              <RowCell key={column.id} column={column} row={line.row} />
            ))}
          </tr>
        ) : (
          <tr key={`${index}${line.words}`} className="break-row" {...place}>
            <td colSpan={columns.length}>
              <span>{line.words}</span>
            </td>
          </tr>
        )
      })}
      {below > 0 && <Spacer height={below} columns={columns.length} />}
    </>
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
