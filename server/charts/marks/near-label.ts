/** A point in pixels. */
export type Pixel = readonly [number, number]

/** A rectangle in pixels. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface Around {
  /** Boxes of labels that stand already. */
  readonly taken: readonly Box[]
  /** The lines of the plot; labels cross as few as they can. */
  readonly lines: readonly (readonly Pixel[])[]
  /** What no label leaves. */
  readonly bounds: Box
}

/** From a point to the label beside it. */
const gap = 7

/**
 * The place for a label beside the end of a line: right of it, above or below; where it covers no other label, and of
 * those where it covers least of the lines.
 */
export function placeNear(
  [x, y]: Pixel,
  { width, height }: { readonly width: number; readonly height: number },
  around: Around,
): Box {
  const boxAt = (left: number, top: number): Box => ({
    left,
    right: left + width,
    top,
    bottom: top + height,
  })
  const [above, below] = [y - gap - height, y + gap]
  const places = [
    boxAt(x + gap, y - height / 2),
    boxAt(x + gap, above + gap),
    boxAt(x + gap, below - gap),
    boxAt(x - width / 2, above),
    boxAt(x - width / 2, below),
    boxAt(x - width, above),
    boxAt(x - width, below),
    boxAt(x - width - gap, y - height / 2),
    boxAt(x - width / 2, above - height),
    boxAt(x - width / 2, below + height),
  ]
  const costs = places.map((box, index) => costOf(box, around) + index * 0.1)
  return places[costs.indexOf(Math.min(...costs))] ?? boxAt(x + gap, y - height / 2)
}

/** Leaving the picture is worst, then covering a label, then each step of a line that is covered. */
function costOf(box: Box, { taken, lines, bounds }: Around): number {
  const isOut =
    box.left < bounds.left || box.right > bounds.right || box.top < bounds.top || box.bottom > bounds.bottom
  const labels = taken.filter((other) => overlap(box, other)).length
  const steps = lines.flatMap(stepsAlong).filter((pixel) => holds(box, pixel)).length
  return (isOut ? 10_000 : 0) + labels * 1000 + steps
}

export const overlap = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

/** Whether a box lies over any of these lines. */
export const coversLine = (box: Box, lines: Around['lines']): boolean =>
  lines.flatMap(stepsAlong).some((pixel) => holds(box, pixel))

const holds = ({ left, right, top, bottom }: Box, [x, y]: Pixel) =>
  x > left && x < right && y > top && y < bottom

/** Pixels along a line, about six apart. */
function stepsAlong(line: readonly Pixel[]): Pixel[] {
  return line.flatMap((to, index): Pixel[] => {
    const from = line[index - 1]
    if (!from) return [to]
    const count = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 6))
    return Array.from({ length: count }, (_, step): Pixel => {
      const share = (step + 1) / count
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
    })
  })
}
