import type { CustomSeriesOption } from 'echarts/charts'
import type { ChartData, Frame } from '../chart-kind.ts'
import type { Theme } from '../palette.ts'
import type { Classes } from '../points/classes.ts'
import type { Row } from '../points/ranked.ts'
import { fontSizeOf } from '../typography.ts'
import { classLegend } from './class-legend.ts'

interface Look {
  readonly size: { readonly width: number; readonly height: number }
  readonly theme: Theme
  readonly frame: Frame
}

/** The classes with their values, in the empty corner of the grid. */
export function tileLegend(
  data: ChartData,
  rows: readonly Row[],
  classes: Classes,
  { size, theme, frame }: Look,
): CustomSeriesOption {
  const children = classLegend(data, rows, classes, {
    width: Math.min(size.width * 3.7, classes.shades.length * 48),
    swatch: Math.min(12, size.height * 0.24),
    fontSize: fontSizeOf(frame) - 1,
    theme,
  })
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    silent: true,
    clip: false,
    renderItem: (_, api) => {
      const [x = 0, y = 0] = api.coord([0, 0])
      return { type: 'group', x: x + 2, y: y + size.height * 0.18, children }
    },
    data: [[0, 0]],
  }
}
