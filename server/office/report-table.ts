import { statusNames } from '#data/wording/status-names.ts'
import {
  type ChartData,
  type ChartKindId,
  type ChartTable,
  chartTables,
  digitsIn,
  scaleOfAll,
  type TableNumber,
} from '#server/charts/index.ts'

/** A table as reports print it: digits alone, in one unit that stands above it. */
export interface ReportTable extends ChartTable {
  /** Empty where its cells are no numbers, or need none. */
  readonly unit: string
}

/** As many periods as fit on a page: all of them are for files of data. */
const mostPeriods = 24

/** Where time goes on in the table of a kind. */
const timeIn: Readonly<Partial<Record<ChartKindId, 'rows' | 'columns'>>> = {
  trend: 'rows',
  columns: 'rows',
  yearly: 'columns',
  heatmap: 'columns',
  multiples: 'columns',
  coverage: 'columns',
}

/** The table of a chart for a report: the newest first, every number in the unit of the others, nothing said by every row. */
export function reportTable(kind: ChartKindId, data: ChartData): ReportTable {
  const { table, numbers } = markedTable(kind, data)
  const shown = withoutFinal(newestFirst(table, timeIn[kind]), data)
  const used = shown.rows.flat().flatMap((cell) => marksIn(cell).flatMap((at) => numbers[at] ?? []))
  const { unit, write } = oneUnit(used, data)
  return {
    ...shown,
    unit,
    rows: shown.rows.map((row) =>
      row.map((cell) => cell.replace(mark, (_, at) => write(numbers[Number(at)]))),
    ),
  }
}

/** A number that is not written yet: its place in a list between two private characters of Unicode. */
const mark = /\uE000(\d+)\uE001/g
const marksIn = (cell: string) => [...cell.matchAll(mark)].map(([, at]) => Number(at))

/** A table with a mark in the place of each number: which of them are shown decides about their unit. */
function markedTable(kind: ChartKindId, data: ChartData) {
  const numbers: TableNumber[] = []
  const inTable = (number: TableNumber) => `\uE000${numbers.push(number) - 1}\uE001`
  return { table: chartTables[kind]({ ...data, inTable }), numbers }
}

function newestFirst({ columns, rows }: ChartTable, time: 'rows' | 'columns' | undefined): ChartTable {
  if (time === 'rows') return { columns, rows: rows.slice(-mostPeriods).toReversed() }
  if (time === undefined) return { columns, rows }
  const turned = <Item>([first, ...others]: readonly Item[]) =>
    first === undefined ? [] : [first, ...others.toReversed()]
  return { columns: turned(columns), rows: rows.map(turned) }
}

/** Without a column that says of all numbers that they are final. */
function withoutFinal({ columns, rows }: ChartTable, { language }: ChartData): ChartTable {
  const final = statusNames.actual[language]
  const isFinal = (at: number) =>
    rows.some((row) => row[at] === final) && rows.every((row) => row[at] === final || row[at] === '—')
  const keep = <Item>(items: readonly Item[]) => items.filter((_, at) => !isFinal(at))
  return { columns: keep(columns), rows: rows.map(keep) }
}

/** The unit of all numbers of a table, that of its chart where this has one, and how each is written in it. */
function oneUnit(numbers: readonly TableNumber[], { language }: ChartData) {
  const [first] = numbers
  const labelled = first?.label && numbers.every(({ label }) => label)
  const scale = scaleOfAll(numbers, language)
  return {
    unit: (labelled ? first.label?.unit : scale.label) ?? '',
    write: (number: TableNumber | undefined) =>
      number ? (labelled && number.label?.digits) || digitsIn(number, scale, language) : '',
  }
}
