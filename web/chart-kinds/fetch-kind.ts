import type { ChartKind, ChartKindId } from '#server/charts/index.ts'

/** Each in a file of its own, as it is imported from there. */
const fetched: Readonly<Record<ChartKindId, () => Promise<ChartKind>>> = {
  trend: async () => (await import('./trend.ts')).trend,
  yearly: async () => (await import('./yearly.ts')).yearly,
  columns: async () => (await import('./columns.ts')).columns,
  ranking: async () => (await import('./ranking.ts')).ranking,
  tiles: async () => (await import('./tiles.ts')).tiles,
  slope: async () => (await import('./slope.ts')).slope,
  heatmap: async () => (await import('./heatmap.ts')).heatmap,
  multiples: async () => (await import('./multiples.ts')).multiples,
  coverage: async () => (await import('./coverage.ts')).coverage,
}

/** The code of a chart kind, for who does not know beforehand which it will be; else a page imports its kinds. */
export const fetchKind = (id: ChartKindId): Promise<ChartKind> => fetched[id]()
