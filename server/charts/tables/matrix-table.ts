import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartData, ChartTable } from '../chart-kind.ts'
import { yearMatrix } from '../points/matrix.ts'
import { cellOf } from './time-table.ts'

const headings = { zh: '地区', en: 'Region' }

/** A row for each region, a column for each period. */
export function matrixTable(data: ChartData): ChartTable {
  const { language } = data
  const { lines, periods } = yearMatrix(data)
  return {
    columns: [
      { label: headings[language], align: 'start' },
      ...periods.map((period) => ({ label: formatPeriod(period, language), align: 'end' as const })),
    ],
    rows: lines.map(({ series, cells }) => [
      series.region.name[language],
      ...cells.map((cell) => cellOf(data, series, cell?.point)),
    ]),
  }
}
