import type { Picture } from '#server/charts/index.ts'
import type { Weight } from './font/font-files.ts'

/** All that a whole picture is made of, in pixels from its upper left corner: to-svg.ts and to-png.ts draw the same. */
export interface Layout {
  readonly width: number
  readonly height: number
  /** How many times larger it is drawn than it is shown, so that a chart that needs much room finds it. */
  readonly zoom: number
  /** Colours are of the palette (server/charts/palette.ts), here and below. */
  readonly background: string
  /** Under everything else: rules, bands, boxes. */
  readonly rects: readonly LaidRect[]
  readonly chart: LaidChart
  readonly texts: readonly LaidText[]
  /** What the picture is called, and what it says in a sentence: for those who hear it. */
  readonly title: string
  readonly description: string
  /** Where the numbers are, `https://…`: a click on the SVG leads there. */
  readonly link?: string | undefined
}

interface LaidRect {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly color: string
}

/** One line. How wide it is, text-width.ts knows. */
export interface LaidText {
  readonly text: string
  /** Of its start, middle or end, as `anchor` says. */
  readonly x: number
  /** Of the line that letters stand on. */
  readonly y: number
  readonly size: number
  readonly weight: Weight
  readonly color: string
  readonly anchor: 'start' | 'middle' | 'end'
}

interface LaidChart {
  readonly option: Picture['option']
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
