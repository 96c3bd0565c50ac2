import type { ChartPoint } from './chart-kind.ts'
import { mix, type Theme } from './palette.ts'

/** A bar in a colour; a figure that is not final is an outline. */
export function barStyle({ status }: ChartPoint, color: string, { ground }: Theme) {
  return status === 'actual'
    ? { color }
    : { color: mix(ground, color, 0.15), borderColor: color, borderWidth: 1.25 }
}
