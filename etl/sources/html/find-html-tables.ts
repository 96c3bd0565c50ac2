import { parse } from 'parse5'
import type { Table, Unread } from '#etl/document.ts'
import type { Line } from '../text/split-lines.ts'
import { isElement } from './nodes.ts'
import { locateIn } from './place-text.ts'
import { readBlocks } from './read-blocks.ts'
import { takeOutUnseen } from './take-out-unseen.ts'

/** Turns `<table>…</table>` that stands among the lines of a text into tables; the rest stays. */
export function findHtmlTables(lines: readonly Line[]): {
  readonly items: readonly (Line | Table)[]
  readonly unread: readonly Unread[]
} {
  const items: (Line | Table)[] = []
  const unread: Unread[] = []
  for (let i = 0; i < lines.length; ) {
    const end = endOfTable(lines, i)
    if (end > i) {
      const found = tablesIn(lines.slice(i, end))
      items.push(...found.tables)
      unread.push(...found.unread)
    } else items.push(...lines.slice(i, i + 1))
    i = Math.max(end, i + 1)
  }
  return { items, unread }
}

/** A table without end is no table. */
const longest = 5000

/** The line after the end of the table that begins here, 0 where none does. */
function endOfTable(lines: readonly Line[], from: number): number {
  if (!/^\s*(?:<(?:html|body|div)[^>]{0,99}>\s*){0,3}<table[\s>]/i.test(lines[from]?.raw ?? '')) return 0
  const end = lines.slice(from, from + longest).findIndex(({ raw }) => /<\/table>/i.test(raw))
  return end < 0 ? 0 : from + end + 1
}

function tablesIn(lines: readonly Line[]): { tables: Table[]; unread: Unread[] } {
  const first = lines[0]?.line ?? 1
  const source = Array.from({ length: (lines.at(-1)?.line ?? 0) - first + 1 }, () => '')
  for (const { raw, line } of lines) source[line - first] = raw
  const text = source.join('\n')
  const html = parse(text, { sourceCodeLocationInfo: true }).childNodes.find(isElement)
  if (!html) return { tables: [], unread: [] }
  const locate = locateIn(text, first)
  const unread = takeOutUnseen(html, locate)
  return { tables: readBlocks(html, locate).filter((piece) => piece.kind === 'table'), unread }
}
