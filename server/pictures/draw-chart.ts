import { type ECharts, init, setPlatformAPI } from 'echarts'
import { faceOf, widthOf } from './text-width.ts'

// What ECharts would guess is off by up to a fifth; it keeps widths, so it is told before it draws anything.
setPlatformAPI({
  measureText: (text, font = '') => {
    const { size, weight } = faceOf(font)
    return { width: widthOf(text, size, weight) }
  },
})

interface Surface {
  /** As much of a canvas as ECharts asks for; without one it draws SVG. */
  readonly canvas?: HTMLCanvasElement
  readonly width: number
  readonly height: number
  /** How many pixels of the canvas a pixel of the chart takes, along each side. */
  readonly scale?: number
}

/** Draws a chart, reads from it what is wanted, and lets go of all that ECharts holds for it. */
export function drawChart<Drawn>(
  option: object,
  { canvas, width, height, scale = 1 }: Surface,
  read: (chart: ECharts) => Drawn,
): Drawn {
  const chart = canvas
    ? init(canvas, null, { renderer: 'canvas', width, height, devicePixelRatio: scale })
    : init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ ...option, animation: false })
    return read(chart)
  } finally {
    chart.dispose()
  }
}
