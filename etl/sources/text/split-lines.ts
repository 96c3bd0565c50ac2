import { blank } from './blank-unseen.ts'
import { type PlacedText, placed } from './placed-text.ts'

/** A line with something on it. */
export interface Line {
  /** Without the white space around it. */
  readonly content: PlacedText
  /** As it stands in the file, for columns. */
  readonly raw: string
  readonly line: number
  /** How far it is set in, in half-width characters. */
  readonly indent: number
  /** How wide it is, the indent included, in half-width characters. */
  readonly width: number
  /** Empty or dropped lines before it. */
  readonly gap: number
  /** 1 to 6 where it is marked as a heading. */
  readonly level: number
  /** Whether a paragraph must begin here, whatever the line before looks like. */
  readonly begins: boolean
}

/** The lines that are not empty. Line ends may be LF, CRLF or CR; a form feed counts as a gap. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = []
  let gap = 0
  let number = 0
  for (const raw of eachLine(text)) {
    number++
    const line = toLine(raw, number, gap)
    if (line) lines.push(line)
    gap = line ? 0 : gap + 1
  }
  return lines
}

function* eachLine(text: string): Generator<string> {
  const end = /\r\n|[\n\r]/g
  let start = 0
  for (let found = end.exec(text); found; found = end.exec(text)) {
    yield text.slice(start, found.index)
    start = end.lastIndex
  }
  yield text.slice(start)
}

/** A line of the file, or undefined where it is empty. */
export function toLine(raw: string, line: number, gap: number): Line | undefined {
  let start = 0
  let end = raw.length
  while (start < end && isEdge(raw[start])) start++
  while (end > start && isEdge(raw[end - 1])) end--
  if (start === end) return undefined
  const trimmed = raw.slice(start, end)
  const indent = displayWidth(raw.slice(0, start).replaceAll('\t', '    '))
  return {
    content: placed(trimmed, line, start + 1),
    raw,
    line,
    indent,
    width: indent + displayWidth(trimmed),
    gap: raw.includes('\f') ? gap + 1 : gap,
    level: 0,
    begins: false,
  }
}

const isEdge = (character = '') => character === blank || character.trim() === ''

/** Chinese characters and full-width signs take two. */
export function displayWidth(text: string): number {
  let width = text.length
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x1100) width++
  return width
}
