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
