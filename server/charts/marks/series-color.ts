import type { ChartSeries } from '../chart-kind.ts'
import type { Theme } from '../palette.ts'
import { ownColorOf, type Shape, shapeOfRegion } from '../region-colours.ts'

/** Whether the series differ by their regions, each of which has but one. */
const isByRegion = (series: readonly ChartSeries[]) =>
  new Set(series.map(({ region }) => region.code)).size === series.length

/** A colour for each series: its region's own where they differ by region, else the next of the categorical colours. */
export const colorsOf = (series: readonly ChartSeries[], theme: Theme): string[] =>
  series.map(({ region }, index) =>
    isByRegion(series)
      ? ownColorOf(region.code, theme)
      : (theme.categorical[index % theme.categorical.length] ?? theme.accent),
  )

/** The shape of the points of each series: its region's own where several regions are shown. */
export const shapesOf = (series: readonly ChartSeries[]): Shape[] =>
  series.map(({ region }) =>
    series.length > 1 && isByRegion(series) ? shapeOfRegion(region.code) : 'circle',
  )
