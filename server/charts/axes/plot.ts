import type { Frame } from '../chart-kind.ts'
import type { Margins } from '../chart-option.ts'
import { isCompact, widthOf } from '../typography.ts'

interface Extent {
  readonly min: number
  readonly max: number
}

/** A plot of known size and domains, so that labels can be placed before anything is drawn. */
export interface Plot {
  readonly margins: Margins
  readonly width: number
  readonly height: number
  toX(value: number): number
  toY(value: number): number
  /** The value at a distance from the left in pixels. */
  fromX(pixel: number): number
  /** The value at a height in pixels. */
  fromY(pixel: number): number
}

export function plotOf(
  size: { width: number; height: number },
  margins: Margins,
  x: Extent,
  y: Extent,
): Plot {
  const width = size.width - margins.left - margins.right
  const height = size.height - margins.top - margins.bottom
  return {
    margins,
    width,
    height,
    toX: (value) => margins.left + ((value - x.min) / (x.max - x.min)) * width,
    toY: (value) => margins.top + ((y.max - value) / (y.max - y.min)) * height,
    fromX: (pixel) => x.min + ((pixel - margins.left) / width) * (x.max - x.min),
    fromY: (pixel) => y.max - ((pixel - margins.top) / height) * (y.max - y.min),
  }
}

/** Breaks a label into lines of about one length, none wider than `room` pixels; words of Latin letters stay whole. */
export function wrap(text: string, room: number, fontSize: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, room, fontSize))
    .join('\n')
}

function wrapLine(text: string, room: number, fontSize: number): string {
  const width = widthOf(text, fontSize)
  const even = width <= room ? room : Math.min(room, width / Math.ceil(width / room) + fontSize)
  const lines = ['']
  for (const piece of text.match(/[\w.,'’-]+ ?|./gu) ?? []) {
    const line = (lines.at(-1) ?? '') + piece
    if (widthOf(line.trimEnd(), fontSize) <= even || lines.at(-1) === '') lines[lines.length - 1] = line
    else lines.push(piece)
  }
  return lines.map((line) => line.trim()).join('\n')
}

/** The widest label column that leaves the plot its due. */
export const labelRoom = (frame: Frame) =>
  isCompact(frame) ? frame.width * 0.29 : Math.min(180, frame.width * 0.24)
