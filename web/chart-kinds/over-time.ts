import { type ChartKind, columns, type TrendKind, trend, yearly } from '#server/charts/index.ts'

/** What shows numbers as time goes on. */
export const overTime: Readonly<Record<TrendKind, ChartKind>> = { trend, yearly, columns }
