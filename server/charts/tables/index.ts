import type { ChartData, ChartKindId, ChartTable } from '../chart-kind.ts'
import { isTile } from '../kinds/tiles.ts'
import { coverageTable } from './coverage-table.ts'
import { matrixTable } from './matrix-table.ts'
import { rankingTable } from './ranking-table.ts'
import { slopeTable } from './slope-table.ts'
import { timeTable } from './time-table.ts'
import { yearlyTable } from './yearly-table.ts'

/** The numbers of each kind of chart in their order as a table, for files: pages have tables of their own. */
export const chartTables: Readonly<Record<ChartKindId, (data: ChartData) => ChartTable>> = {
  trend: timeTable,
  yearly: yearlyTable,
  columns: timeTable,
  ranking: rankingTable,
  tiles: (data) => rankingTable({ ...data, series: data.series.filter(isTile) }),
  slope: slopeTable,
  heatmap: matrixTable,
  multiples: matrixTable,
  coverage: coverageTable,
}
