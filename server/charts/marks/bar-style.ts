import type { ChartPoint } from '../chart-kind.ts'
import { mix, type Theme } from '../palette.ts'

/** A bar in a colour; hollow where the figure is not final or does not compare, pale where it is derived. */
export function barStyle(
  { status, derived }: ChartPoint,
  ink: string,
  { ground }: Theme,
  isHollow = status !== 'actual',
) {
  const color = derived ? mix(ink, ground, 0.38) : ink
  return isHollow ? { color: mix(ground, color, 0.15), borderColor: color, borderWidth: 1.25 } : { color }
}
