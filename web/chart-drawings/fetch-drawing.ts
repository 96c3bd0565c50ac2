import type { ChartKindId, Draw } from '#server/charts/index.ts'

/** The code that draws each kind of chart, in a file of its own: fetched with ECharts, when the page has said what it shows. */
export const fetchDrawing: Readonly<Record<ChartKindId, () => Promise<Draw>>> = {
  trend: async () => (await import('./draw-trend.ts')).drawTrend,
  yearly: async () => (await import('./draw-yearly.ts')).drawYearly,
  columns: async () => (await import('./draw-columns.ts')).drawColumns,
  ranking: async () => (await import('./draw-ranking.ts')).drawRanking,
  tiles: async () => (await import('./draw-tiles.ts')).drawTiles,
  slope: async () => (await import('./draw-slope.ts')).drawSlope,
  heatmap: async () => (await import('./draw-heatmap.ts')).drawHeatmap,
  multiples: async () => (await import('./draw-multiples.ts')).drawMultiples,
  coverage: async () => (await import('./draw-coverage.ts')).drawCoverage,
}
