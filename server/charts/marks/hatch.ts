import { mix, type Theme } from '../palette.ts'

/** What is not of the time of the others: pale enough for its words to be read, with lines of its own shade. */
export const hatchedLook = (shade: string, { ground }: Theme) => ({
  fill: mix(shade, ground, 0.72),
  stroke: mix(shade, ground, 0.52),
})

/** Lines across a box from its upper right to its lower left: what is not of the time of the others. */
export function hatch({ x, y, width, height }: Box, stroke: string) {
  const count = Math.floor((width + height) / spacing)
  return Array.from({ length: count }, (_, index) => {
    const reach = (index + 1) * spacing
    const [right, down] = [Math.min(reach, width), Math.min(reach, height)]
    return {
      type: 'line' as const,
      silent: true,
      shape: { x1: x + right, y1: y + reach - right, x2: x + reach - down, y2: y + down },
      style: { stroke, lineWidth: 1 },
    }
  })
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Between lines, along an edge, in pixels. */
const spacing = 7
