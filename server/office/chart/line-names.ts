import { type Box, coversLine, dodge, overlap, type Pixel, placeNear, widthOf } from '#server/charts/index.ts'
import type { NativeChart, ValueAxis } from '../native/native-chart.ts'

/** The name of a line, and what else stands at its end. */
export interface PlacedName {
  /** The point beside which it stands, most often the last. */
  readonly at: number
  /** How far it has to move from the right of that point, in points. */
  readonly x: number
  readonly y: number
}

interface Plot {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export const lineHeight = 1.3
/** Strong letters take a little more than others. */
export const boldWider = 1.05

/** From a point to the text beside it, where Office puts that at its right. */
const besidePoint = 7
/** Around a name within the plot. */
const ground = 2

/**
 * Where the names of lines stand: behind the last slot in a column; of a line that ends before it beside its last or
 * first point, or nowhere where each would lie on another line and be read as its name. What a line says of its newest
 * number stands in any case.
 * @param texts what stands there, in lines.
 */
export function placeNames(
  chart: NativeChart,
  texts: readonly (readonly string[])[],
  plot: Plot,
  { width, fontSize }: { readonly width: number; readonly fontSize: number },
): (PlacedName | undefined)[] {
  const edge = chart.slots.length - 1
  const sizes = texts.map((lines) => ({
    width: Math.max(0, ...lines.map((line) => widthOf(line, fontSize))) * boldWider + 2 * ground,
    height: lines.length * fontSize * lineHeight,
  }))
  const shifts = shiftsAt(
    chart,
    edge,
    plot.height,
    sizes.map(({ height }) => height),
  )
  const lines = pixelsOf(chart, plot)
  const around: Around = {
    lines: lines.map((line) => line.filter((pixel) => pixel !== undefined)),
    bounds: { left: plot.left, right: width, top: 0, bottom: plot.top + plot.height },
    taken: lines.flatMap((line, index): Box[] => {
      const [pixel, size] = [line[edge], sizes[index]]
      return pixel && size ? [boxBeside([pixel[0], pixel[1] + (shifts[index] ?? 0)], size)] : []
    }),
  }
  const names: (PlacedName | undefined)[] = shifts.map((y, index) =>
    chart.series[index]?.points[edge] ? { at: edge, x: 0, y } : undefined,
  )
  // The newest line is the last.
  for (const index of [...lines.keys()].toReversed())
    names[index] ??= nameWithin(index, { chart, pixels: lines[index] ?? [], size: sizes[index], around })
  return names
}

interface Size {
  readonly width: number
  readonly height: number
}

interface Around {
  readonly lines: readonly Pixel[][]
  readonly bounds: Box
  /** What is placed joins it. */
  readonly taken: Box[]
}

const boxBeside = ([x, y]: Pixel, { width, height }: Size): Box => ({
  left: x,
  right: x + width,
  top: y - height / 2,
  bottom: y + height / 2,
})

interface Wanted {
  readonly chart: NativeChart
  readonly pixels: readonly (Pixel | undefined)[]
  readonly size: Size | undefined
  readonly around: Around
}

function nameWithin(index: number, { chart, pixels, size, around }: Wanted): PlacedName | undefined {
  const others = around.lines.filter((_, at) => at !== index)
  const isNewest = chart.series[index]?.end !== undefined
  const isFree = (box: Box) => !coversLine(box, others) && !around.taken.some((other) => overlap(box, other))
  for (const at of [pixels.findLastIndex(Boolean), pixels.findIndex(Boolean)]) {
    const pixel = pixels[at]
    if (!pixel || !size) continue
    const box = placeNear(pixel, size, around)
    if (!isNewest && !isFree(box)) continue
    around.taken.push(box)
    const [x, y] = [box.left + ground - besidePoint, (box.top + box.bottom) / 2]
    return { at, x: x - pixel[0], y: y - pixel[1] }
  }
  return undefined
}

/**
 * How far labels at one slot have to move down so that none covers another; 0 for lines that have no point there.
 * @param heights of the labels, in points as all.
 */
export function shiftsAt(
  chart: NativeChart,
  slot: number,
  height: number,
  heights: readonly number[],
): number[] {
  const down = heightsOf(chart, height)
  const wishes = chart.series.map(({ points }, index) => {
    const point = points[slot]
    return point && { at: down(point.value), height: heights[index] ?? 0 }
  })
  const half = Math.max(0, ...heights) / 2
  const moved = dodge(
    wishes.flatMap((wish) => wish ?? []),
    -half,
    height + half,
  )
  return wishes.map((wish) => (wish ? (moved.shift() ?? wish.at) - wish.at : 0))
}

/** How far below the top of its plot a value lies, in points. */
function heightsOf({ series, axis }: NativeChart, height: number): (value: number) => number {
  const all = series.flatMap(({ points }) => points.flatMap((point) => (point ? [point.value] : [])))
  const place = axis.isLogarithmic ? Math.log10 : (value: number) => value
  const [min, max] = [place(axis.min), place(topOf(axis, Math.max(...all)))]
  return (value) => ((max - place(value)) / (max - min)) * height
}

/** The highest value of an axis whose end Office chooses: the next step beyond the highest value and a twentieth. */
const topOf = ({ min, max, step, isShown }: ValueAxis, highest: number) =>
  isShown ? Math.ceil((highest + (highest - min) / 20) / step - 1e-9) * step : max

/** Where the points of each line are, in points from the upper left corner of the chart. */
function pixelsOf(chart: NativeChart, plot: Plot): (Pixel | undefined)[][] {
  const { slots, series, labels } = chart
  const down = heightsOf(chart, plot.height)
  const days = slots.flatMap(({ day }) => day ?? [])
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const shareAt = (at: number) => {
    const day = slots[at]?.day
    if (days.length === slots.length && day !== undefined) return (day - first) / (last - first || 1)
    return labels === 'ends' ? at / (slots.length - 1 || 1) : (at + 0.5) / slots.length
  }
  return series.map(({ points }) =>
    points.map((point, at) => point && [plot.left + shareAt(at) * plot.width, plot.top + down(point.value)]),
  )
}
