import type { ChartKindId, Draw } from '../chart-kind.ts'
import { drawColumns } from './columns.ts'
import { drawCoverage } from './coverage.ts'
import { drawHeatmap } from './heatmap.ts'
import { drawMultiples } from './multiples.ts'
import { drawRanking } from './ranking.ts'
import { drawSlope } from './slope.ts'
import { drawTiles } from './tiles.ts'
import { drawTrend } from './trend.ts'
import { drawYearly } from './yearly.ts'

/** How each kind of chart is drawn: with all that pages need only once they have ECharts. */
export const drawings: Readonly<Record<ChartKindId, Draw>> = {
  trend: drawTrend,
  yearly: drawYearly,
  columns: drawColumns,
  ranking: drawRanking,
  tiles: drawTiles,
  slope: drawSlope,
  heatmap: drawHeatmap,
  multiples: drawMultiples,
  coverage: drawCoverage,
}
