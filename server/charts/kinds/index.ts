import type { ChartKind, ChartKindId } from '../chart-kind.ts'
import { columns } from './columns.ts'
import { coverage } from './coverage.ts'
import { heatmap } from './heatmap.ts'
import { multiples } from './multiples.ts'
import { ranking } from './ranking.ts'
import { slope } from './slope.ts'
import { tiles } from './tiles.ts'
import { trend } from './trend.ts'
import { yearly } from './yearly.ts'

/** Every way of picturing series, by the id that addresses it: for who may be asked for any. */
export const chartKinds = {
  trend,
  yearly,
  columns,
  ranking,
  tiles,
  slope,
  heatmap,
  multiples,
  coverage,
} as const satisfies Record<ChartKindId, ChartKind>
