import type { ChartSeries } from '../chart-kind.ts'
import { colorOfRegion, type Theme } from '../palette.ts'

/**
 * A colour for each series: that of its region where the series differ by region and it has one, else the next
 * of the categorical colours that none of the others has.
 */
export function colorsOf(series: readonly ChartSeries[], theme: Theme): string[] {
  const byRegion = new Set(series.map(({ region }) => region.code)).size === series.length
  const own = series.map(({ region }) => (byRegion ? colorOfRegion(region.code, theme) : undefined))
  const free = theme.categorical.filter((color) => !own.includes(color))
  let next = 0
  return own.map((color) => color ?? free[next++ % free.length] ?? theme.accent)
}
