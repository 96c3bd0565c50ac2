import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartData, ChartTable } from '../chart-kind.ts'
import { wholeMatrix } from '../points/matrix.ts'

/** Which region has a number at which period. */
export function coverageTable(data: ChartData): ChartTable {
  const { language } = data
  const matrix = wholeMatrix(data)
  return {
    columns: [
      { label: language === 'zh' ? '地区' : 'Region', align: 'start' },
      ...matrix.periods.map((period) => ({ label: formatPeriod(period, language), align: 'end' as const })),
    ],
    rows: matrix.lines.map(({ series: { region }, cells }) => [
      region.name[language],
      ...cells.map((cell) => (cell ? '●' : '—')),
    ]),
  }
}
