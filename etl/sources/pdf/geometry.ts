/** A change of place and size in the plane, as PDF writes it: (x, y) goes to (a·x + c·y + e, b·x + d·y + f). */
export type Matrix = readonly [number, number, number, number, number, number]

export const unit: Matrix = [1, 0, 0, 1, 0, 0]

export function matrixOf(values: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = [
    ...((values ?? []) as ArrayLike<number> & Iterable<number>),
  ]
  return [a, b, c, d, e, f]
}

/** What the second does, then the first. */
export function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** How a page of this width and height is turned clockwise by a number of degrees, its lower left corner again at the origin. */
export function turnBy(
  degrees: number,
  [left = 0, bottom = 0, right = 0, top = 0]: readonly number[],
): Matrix {
  const turns: Readonly<Record<number, Matrix>> = {
    90: [0, -1, 1, 0, -bottom, right],
    180: [-1, 0, 0, -1, right, top],
    270: [0, 1, -1, 0, top, -left],
  }
  return turns[((degrees % 360) + 360) % 360] ?? [1, 0, 0, 1, -left, -bottom]
}

type Point = readonly [x: number, y: number]

/** A box on a page, in points from its lower left corner. */
export interface Area {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

/** How many numbers stand behind each step of a path: move, line, curve, quadratic curve, close. */
const steps = [2, 2, 6, 4, 0] as const

/** The boxes of the parts of a path without curves; of one that is stroked those of its lines. */
export function boxesOf(data: unknown, isStroked: boolean): Area[] {
  const numbers = data instanceof Float32Array ? data : new Float32Array()
  const straight = partsOf(numbers).filter(
    (points) => points.length > 1 && points.every(([x]) => !Number.isNaN(x)),
  )
  return straight.flatMap((points) =>
    isStroked
      ? points.slice(1).map((point, i) => boxAround([points[i] ?? point, point]))
      : [boxAround(points)],
  )
}

/** The points of each part of a path. */
function partsOf(numbers: Float32Array): Point[][] {
  const parts: Point[][] = []
  for (let at = 0; at < numbers.length; ) {
    const step = numbers[at] ?? 4
    const count = steps[step as 0] ?? 0
    if (step === 0) parts.push([])
    parts.at(-1)?.push(...pointsOf(numbers.subarray(at + 1, at + 1 + count)))
    at += 1 + count
  }
  return parts
}

/** The point that a step leads to; of a curve none that a box could go by. */
function pointsOf(step: Float32Array): Point[] {
  if (step.length === 0) return []
  return [step.length === 2 ? [step[0] ?? 0, step[1] ?? 0] : [Number.NaN, Number.NaN]]
}

function boxAround(points: readonly Point[]): Area {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) }
}

/** A box after a change of place and size. */
export function boxUnder([a, b, c, d, e, f]: Matrix, { left, bottom, right, top }: Area): Area {
  const corners: Point[] = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ]
  return boxAround(corners.map(([x, y]) => [a * x + c * y + e, b * x + d * y + f]))
}
