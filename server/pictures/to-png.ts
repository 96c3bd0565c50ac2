import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { drawChart } from './draw-chart.ts'
import { encodePng } from './encode-png.ts'
import type { Layout } from './layout.ts'
import { fontOf, writeWithOutlines } from './outline-pen.ts'

export interface PngSize {
  /** Pixels for a pixel of the layout, 1 to 4; need not be whole. */
  readonly scale: number
  /** What the file says of its size on paper: 16 cm are 1890 pixels at 300. */
  readonly dpi?: number | undefined
}

/** One canvas for all pictures: what a canvas holds lies outside of the memory that is swept. */
let canvas: Canvas | undefined

/**
 * A picture as PNG, drawn from the same layout and with the same widths as toSvg. Loads Skia and the fonts, and keeps the
 * processor busy: the server asks rasterizer.ts instead.
 */
export function toPng(layout: Layout, { scale: shown, dpi }: PngSize): Uint8Array {
  const scale = shown / layout.zoom
  const [width, height] = [Math.round(layout.width * scale), Math.round(layout.height * scale)]
  canvas ??= createCanvas(width, height)
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  const pen = canvas.getContext('2d')
  pen.save()
  try {
    paint(layout, pen, scale)
  } finally {
    pen.restore()
  }
  return encodePng({ rgba: canvas.data(), width, height }, dpi)
}

function paint(
  { width, height, background, rects, chart, texts }: Layout,
  pen: SKRSContext2D,
  scale: number,
) {
  writeWithOutlines(pen)
  // To the edge of the last pixel, which the picture may cover only in part.
  pen.setTransform(1, 0, 0, 1, 0, 0)
  pen.fillStyle = background
  pen.fillRect(0, 0, Math.ceil(width * scale), Math.ceil(height * scale))
  pen.setTransform(scale, 0, 0, scale, 0, 0)
  for (const rect of rects) {
    pen.fillStyle = rect.color
    pen.fillRect(rect.x, rect.y, rect.width, rect.height)
  }
  paintChart(chart, pen, scale)
  pen.setTransform(scale, 0, 0, scale, 0, 0)
  for (const { text, x, y, size, weight, color, anchor } of texts) {
    pen.font = fontOf({ size, weight })
    pen.fillStyle = color
    pen.textAlign = anchor === 'middle' ? 'center' : anchor
    pen.textBaseline = 'alphabetic'
    pen.fillText(text, x, y)
  }
}

/** ECharts takes a canvas for its own: here what it places is moved to where the chart stands, and it clears nothing. */
function paintChart(chart: Layout['chart'], pen: SKRSContext2D, scale: number): void {
  const place = pen.setTransform.bind(pen) as (...matrix: number[]) => void
  const own = {
    setTransform: (a: number, b: number, c: number, d: number, right: number, down: number) =>
      place(a, b, c, d, right + chart.x * scale, down + chart.y * scale),
    clearRect: () => {},
  }
  const surface = {
    getContext: () => pen,
    nodeName: 'CANVAS',
    style: {},
    addEventListener() {},
    removeEventListener() {},
  }
  pen.save()
  Object.assign(pen, own)
  try {
    const canvas = surface as unknown as HTMLCanvasElement
    drawChart(chart.option, { ...chart, canvas, scale }, (each) => each.getZr().flush())
  } finally {
    for (const name of Object.keys(own)) Reflect.deleteProperty(pen, name)
    pen.restore()
  }
}
