import type { ChartKind } from './chart-kind.ts'
import { columns } from './kinds/columns.ts'
import { ranking } from './kinds/ranking.ts'
import { slope } from './kinds/slope.ts'
import { tiles } from './kinds/tiles.ts'
import { trend } from './kinds/trend.ts'
import { yearly } from './kinds/yearly.ts'

/** Every way of picturing series, by the id that addresses it. */
export const chartKinds = { trend, yearly, columns, ranking, tiles, slope } satisfies Record<
  string,
  ChartKind
>

export type ChartKindId = keyof typeof chartKinds
