import type { Picture } from '#server/charts/index.ts'

/** Which mark is pointed at: its lane, and its place in the lane. */
export interface Spot {
  readonly lane: number
  readonly index: number
}

type Lanes = Picture['lanes']
type Move = (lanes: Lanes, spot: Spot) => Spot

const along =
  (step: number): Move =>
  (lanes, spot) => {
    const lane = lanes[spot.lane] ?? []
    if (lane.length <= 1) return across(step)(lanes, spot)
    return { ...spot, index: clamp(spot.index + step, lane.length) }
  }

/** To the neighbouring lane, there to the mark nearest in reading direction. */
const across =
  (step: number): Move =>
  (lanes, { lane, index }) => {
    const next = clamp(lane + step, lanes.length)
    const from = lanes[lane]?.[index]?.at[0] ?? 0
    const distances = (lanes[next] ?? []).map(({ at }) => Math.abs(at[0] - from))
    return { lane: next, index: next === lane ? index : distances.indexOf(Math.min(...distances)) }
  }

const end =
  (side: 'first' | 'last'): Move =>
  (lanes, spot) => {
    const isColumn = lanes.every((lane) => lane.length <= 1)
    const count = isColumn ? lanes.length : (lanes[spot.lane]?.length ?? 0)
    const place = side === 'first' ? 0 : count - 1
    return isColumn ? { lane: place, index: 0 } : { ...spot, index: place }
  }

const clamp = (place: number, count: number) => Math.max(0, Math.min(place, count - 1))

/** What each key does. */
export const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: along(-1),
  ArrowRight: along(1),
  ArrowUp: across(-1),
  ArrowDown: across(1),
  Home: end('first'),
  End: end('last'),
}

/** Where the first key press lands: the latest mark of a line, the first of a list or a grid. */
export function startIn({ lanes, pointing }: Pick<Picture, 'lanes' | 'pointing'>): Spot {
  const isColumn = pointing === 'y'
  return { lane: 0, index: isColumn ? 0 : Math.max(0, (lanes[0]?.length ?? 1) - 1) }
}

type Pixel = readonly [number, number]

/**
 * The mark under a pointer.
 * @param pixels where each mark is drawn, lane by lane.
 * @param reach in pixels; beyond it nothing is meant.
 */
export function nearest(
  pixels: readonly (readonly Pixel[])[],
  pointer: Pixel,
  pointing: Picture['pointing'],
  reach: number,
): Spot | undefined {
  const [wx, wy] = { x: [1, 0.001], y: [0.001, 1], xy: [1, 0.75] }[pointing] as [number, number]
  let best: (Spot & { distance: number }) | undefined
  for (const [lane, places] of pixels.entries()) {
    for (const [index, [x, y]] of places.entries()) {
      const distance = Math.hypot((x - pointer[0]) * wx, (y - pointer[1]) * wy)
      if (distance <= reach && (!best || distance < best.distance)) best = { lane, index, distance }
    }
  }
  return best && { lane: best.lane, index: best.index }
}
