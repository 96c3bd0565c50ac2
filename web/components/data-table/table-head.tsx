import { useLanguage } from '#web/hooks/use-language.ts'
import type { Sort } from './sort-rows.ts'
import { isNumeric, type TableColumn } from './table-column.ts'

interface TableHeadProps<Row> {
  readonly columns: readonly TableColumn<Row>[]
  readonly sort: Sort | undefined
  readonly onSort: (column: TableColumn<Row>) => void
}

/** The headings: each is a button that sorts by its column. */
export function TableHead<Row>({ columns, sort, onSort }: TableHeadProps<Row>) {
  const { language, t } = useLanguage()
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const direction = sort?.by === column.id ? sort.direction : undefined
          return (
            <th
              key={column.id}
              scope="col"
              className={classOf(column)}
              {...(direction && { 'aria-sort': direction })}
            >
              <button type="button" className="sort" title={t.table.sort} onClick={() => onSort(column)}>
                {column.heading[language]}
                <span className="sort-sign" aria-hidden="true" data-direction={direction} />
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

export const classOf = <Row,>(column: TableColumn<Row>) =>
  [isNumeric(column) ? 'number' : '', column.className ?? ''].filter(Boolean).join(' ') || undefined
