import { isPageNumber } from '../text/signs.ts'
import { type Line, toLine } from '../text/split-lines.ts'
import type { PageLine } from './lay-out-page.ts'

/** How many lines at the head and foot of a page may be running heads. */
const edge = 2

/** The lines of all pages, numbered from 1; page numbers and running heads count but are left out. */
export function toLines(pages: readonly (readonly PageLine[])[]): Line[] {
  const running = runningHeads(pages)
  const body = bodySize(pages.flat())
  let first = 1
  return pages.flatMap((page) => {
    const numbered = page.map((pageLine, i) => ({ pageLine, number: first + i }))
    first += page.length
    const kept = numbered.filter(
      ({ pageLine }, i) => !isEdge(i, page.length) || !isFurniture(pageLine, running),
    )
    return kept.flatMap(({ pageLine, number }, i) => {
      const line = toLine(pageLine.text, number, isApart(kept[i - 1]?.pageLine, pageLine) ? 1 : 0)
      return line ? [{ ...line, level: levelOf(pageLine, body) }] : []
    })
  })
}

function isFurniture({ text }: PageLine, running: ReadonlySet<string>): boolean {
  return running.has(shape(text)) || isPageNumber(text.trim())
}

function isEdge(at: number, length: number): boolean {
  return at < edge || at >= length - edge
}

/** What stands at the edge of at least two pages and of two in five, numbers aside. */
function runningHeads(pages: readonly (readonly PageLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const page of pages) {
    const shapes = new Set(page.filter((_, i) => isEdge(i, page.length)).map(({ text }) => shape(text)))
    for (const each of shapes) counts.set(each, (counts.get(each) ?? 0) + 1)
  }
  const enough = Math.max(2, 0.4 * pages.length)
  return new Set(
    [...counts].filter(([each, count]) => count >= enough && each.length <= 60).map(([each]) => each),
  )
}

function shape(text: string): string {
  return text.replace(/\d+/g, '#').replace(/\s+/g, '')
}

/** More space above it than between the lines of a paragraph, or a new page. */
function isApart(before: PageLine | undefined, line: PageLine): boolean {
  return before === undefined || before.height - line.height > 2.2 * line.size || line.height > before.height
}

/** The size most letters of sentences have; where there are none, most letters. */
function bodySize(lines: readonly PageLine[]): number {
  const prose = lines.filter(({ text }) => /[，。；]/.test(text))
  const letters = new Map<number, number>()
  for (const { size, text } of prose.length > 0 ? prose : lines)
    letters.set(size, (letters.get(size) ?? 0) + text.length)
  const [[size = 0] = []] = [...letters].sort(([, a], [, b]) => b - a)
  return size
}

function levelOf({ size, text }: PageLine, body: number): number {
  if (text.trim().length > 60) return 0
  if (size >= 1.35 * body) return 1
  return size >= 1.15 * body ? 2 : 0
}
