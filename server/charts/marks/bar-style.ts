import type { ChartPoint } from '../chart-kind.ts'
import { mix, type Theme } from '../palette.ts'

/** A bar in a colour; a figure that is not final is an outline, a derived one pale. */
export function barStyle({ status, derived }: ChartPoint, ink: string, { ground }: Theme) {
  const color = derived ? mix(ink, ground, 0.38) : ink
  return status === 'actual'
    ? { color }
    : { color: mix(ground, color, 0.15), borderColor: color, borderWidth: 1.25 }
}
