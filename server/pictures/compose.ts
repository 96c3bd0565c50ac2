import type { ChartData } from '#server/charts/chart-kind.ts'
import { type ChartKindId, chartKinds } from '#server/charts/kinds/index.ts'
import { type ThemeName, themes } from '#server/charts/palette.ts'
import type { Layout } from './layout.ts'

/** What a picture is asked for with: nothing but data, so that it can be sent to another process. */
export interface PictureRequest {
  readonly kind: ChartKindId
  readonly data: ChartData
  readonly width: number
  readonly height: number
  readonly theme: ThemeName
}

const edge = 32
const footLine = 20

/** A chart with its title, subtitle and foot around it; higher than asked for where the chart takes more. */
export function compose({ kind, data, width, height, theme }: PictureRequest): Layout {
  const { ground, ink, muted } = themes[theme]
  const { title, subtitle, foot, sentence } = chartKinds[kind].describe(data)
  const top = 92
  const bottom = 20 + foot.length * footLine
  const inner = width - 2 * edge
  const picture = chartKinds[kind].draw(data, { width: inner, height: height - top - bottom, theme })
  const end = top + picture.height
  const text = { x: edge, weight: 400, color: muted, anchor: 'start' } as const
  return {
    width,
    height: end + bottom,
    background: ground,
    rects: [],
    chart: { option: picture.option, x: edge, y: top, width: inner, height: picture.height },
    texts: [
      { ...text, text: title, y: 46, size: 26, weight: 600, color: ink },
      { ...text, text: subtitle, y: 76, size: 16 },
      ...foot.map((line, index) => ({ ...text, text: line, y: end + (index + 1) * footLine, size: 12 })),
    ],
    title,
    description: sentence,
  }
}
