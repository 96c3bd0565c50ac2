import { parse } from 'parse5'
import type { Table } from '#etl/document.ts'
import type { Line } from '../text/split-lines.ts'
import { isElement } from './nodes.ts'
import { locateIn } from './place-text.ts'
import { readBlocks } from './read-blocks.ts'

/** Turns `<table>…</table>` that stands among the lines of a text into tables; the rest stays. */
export function findHtmlTables(lines: readonly Line[]): (Line | Table)[] {
  const found: (Line | Table)[] = []
  for (let i = 0; i < lines.length; ) {
    const end = endOfTable(lines, i)
    for (const item of end > i ? tablesIn(lines.slice(i, end)) : lines.slice(i, i + 1)) found.push(item)
    i = Math.max(end, i + 1)
  }
  return found
}

/** A table without end is no table. */
const longest = 5000

/** The line after the end of the table that begins here, 0 where none does. */
function endOfTable(lines: readonly Line[], from: number): number {
  if (!/^\s*(?:<(?:html|body|div)[^>]{0,99}>\s*){0,3}<table[\s>]/i.test(lines[from]?.raw ?? '')) return 0
  const end = lines.slice(from, from + longest).findIndex(({ raw }) => /<\/table>/i.test(raw))
  return end < 0 ? 0 : from + end + 1
}

function tablesIn(lines: readonly Line[]): Table[] {
  const [first] = lines
  if (!first) return []
  const source = Array.from({ length: (lines.at(-1)?.line ?? 0) - first.line + 1 }, () => '')
  for (const { raw, line } of lines) source[line - first.line] = raw
  const text = source.join('\n')
  const html = parse(text, { sourceCodeLocationInfo: true }).childNodes.find(isElement)
  const body = html?.childNodes.filter(isElement).at(-1)
  return body ? readBlocks(body, locateIn(text, first.line)).filter((piece) => piece.kind === 'table') : []
}
