import type { ChartData, ChartKindId } from '#server/charts/index.ts'
import type { NativeChart } from './native-chart.ts'
import { nativeColumns, nativeTrend } from './over-time.ts'
import { nativeRanking, nativeSlope } from './regions.ts'
import { nativeYearly } from './yearly.ts'

/** The kinds that Office can draw itself; the others (a map of tiles, a matrix, many small charts) go as pictures. */
const nativeKinds: Readonly<Partial<Record<ChartKindId, (data: ChartData) => NativeChart | undefined>>> = {
  trend: nativeTrend,
  yearly: nativeYearly,
  columns: nativeColumns,
  ranking: nativeRanking,
  slope: nativeSlope,
}

/** The chart as Office draws it; undefined where it cannot, or where there is no number. */
export const nativeChartOf = (kind: ChartKindId, data: ChartData): NativeChart | undefined =>
  nativeKinds[kind]?.(data)
