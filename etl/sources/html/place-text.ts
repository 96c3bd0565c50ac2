import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import type { Place } from '#etl/document.ts'
import { type PlacedText, placed } from '../text/placed-text.ts'

/** Gives the text of a text node with the places of its characters. */
export type Locate = (node: Tree.TextNode) => PlacedText

/** Places text nodes in the source they were parsed from, of which `firstLine` is the first line. */
export function locateIn(source: string, firstLine = 1): Locate {
  const starts = lineStarts(source)
  return (node) => {
    const location = node.sourceCodeLocation
    if (!location) return placed(node.value, firstLine)
    const raw = source.slice(location.startOffset, location.endOffset)
    const place = (at: number): Omit<Place, 'offset'> => {
      const line = lineAt(starts, location.startOffset + at)
      return { line: line + firstLine, column: location.startOffset + at - (starts[line] ?? 0) + 1 }
    }
    return {
      text: node.value,
      places: align(node.value, raw).map(({ offset, at }) => ({ offset, ...place(at) })),
    }
  }
}

interface Anchor {
  readonly offset: number
  readonly at: number
}

/** Where the text and its source step out of line: behind character references and line ends. */
function align(value: string, raw: string): Anchor[] {
  const anchors: Anchor[] = [{ offset: 0, at: 0 }]
  let last = { offset: 0, at: 0 }
  for (const { 0: written, index } of raw.matchAll(/&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);?|\r\n?|\n/gi)) {
    const offset = last.offset + index - last.at
    if (isBareAmpersand(written, value[offset])) continue
    const read = (value.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1
    last = { offset: offset + read, at: index + written.length }
    if (last.offset < value.length) anchors.push(last)
  }
  return anchors
}

/** 「R&D」 is no character reference. */
function isBareAmpersand(written: string, read: string | undefined): boolean {
  return read === '&' && written.startsWith('&') && !/^&(?:amp|#38|#x26);?$/i.test(written)
}

function lineStarts(source: string): number[] {
  const starts = [0]
  const end = /\r\n|[\n\r]/g
  while (end.exec(source)) starts.push(end.lastIndex)
  return starts
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
