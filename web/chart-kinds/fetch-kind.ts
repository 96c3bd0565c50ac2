import type { ChartKind, ChartKindId } from '#server/charts/index.ts'

const overTime = async () => (await import('./over-time.ts')).overTime
const compared = async () => (await import('./compared.ts')).compared
const allYears = async () => (await import('./all-years.ts')).allYears

const fetched: Readonly<Record<ChartKindId, () => Promise<ChartKind>>> = {
  trend: async () => (await overTime()).trend,
  yearly: async () => (await overTime()).yearly,
  columns: async () => (await overTime()).columns,
  ranking: async () => (await compared()).ranking,
  tiles: async () => (await import('./as-tiles.ts')).tiles,
  slope: async () => (await compared()).slope,
  heatmap: async () => (await allYears()).heatmap,
  multiples: async () => (await allYears()).multiples,
  coverage: async () => (await allYears()).coverage,
}

/** The code of a chart kind, for who does not know beforehand which it will be; else a page imports its kinds. */
export const fetchKind = (id: ChartKindId): Promise<ChartKind> => fetched[id]()
