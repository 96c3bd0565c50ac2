import type { CustomSeriesOption } from 'echarts/charts'
import type { ChartData, Frame } from '../chart-kind.ts'
import type { Theme } from '../palette.ts'
import type { Classes } from '../points/classes.ts'
import type { Row } from '../points/ranked.ts'
import { fontFamily, fontSizeOf, widthOf } from '../typography.ts'
import { numberLabels } from '../words/number-labels.ts'

interface Look {
  readonly size: { readonly width: number; readonly height: number }
  readonly theme: Theme
  readonly frame: Frame
}

/** The classes with the values between them, in the empty corner of the grid. */
export function tileLegend(
  data: ChartData,
  rows: readonly Row[],
  classes: Classes,
  { size, theme, frame }: Look,
): CustomSeriesOption {
  const { unit, write } = numberLabels(rows, data.language, 'narrow')
  const fontSize = fontSizeOf(frame) - 1
  const swatch = {
    width: Math.min(44, (size.width * 3.6) / classes.shades.length),
    height: Math.min(12, size.height * 0.24),
  }
  const bounds = classes.bounds
    .flatMap((bound) => rows.find(({ point }) => point.value === bound) ?? [])
    .map(write)
  const widest = Math.max(0, ...bounds.map((bound) => widthOf(bound, fontSize)))
  const every = Math.max(1, Math.ceil((widest + 6) / swatch.width))
  const text = (content: string, x: number, y: number, align: 'left' | 'center') => ({
    type: 'text' as const,
    style: {
      text: content,
      x,
      y,
      align,
      verticalAlign: 'top' as const,
      fill: theme.muted,
      fontSize,
      fontFamily,
    },
  })
  const top = size.height * 0.18
  return {
    type: 'custom',
    coordinateSystem: 'cartesian2d',
    silent: true,
    clip: false,
    renderItem: (_, api) => {
      const [x = 0, y = 0] = api.coord([0, 0])
      return {
        type: 'group',
        x: x + 2,
        y: y + top,
        children: [
          text(unitText(unit, data), 0, 0, 'left'),
          ...classes.shades.map((fill, index) => ({
            type: 'rect' as const,
            shape: { x: index * swatch.width, y: fontSize + 6, ...swatch },
            style: { fill },
          })),
          ...bounds.flatMap((bound, index) =>
            index % every === 0
              ? [text(bound, (index + 1) * swatch.width, fontSize + 10 + swatch.height, 'center')]
              : [],
          ),
        ],
      }
    },
    data: [[0, 0]],
  }
}

const unitText = (label: string, { language }: ChartData) =>
  language === 'zh' && label !== '' ? `单位：${label}` : label
