import type { Unread } from '#etl/document.ts'
import { isTold, type LeftOut, sayLeftOut } from '../unread.ts'
import { raiseInPlace } from './note-marks.ts'

/** Stands for a character that is not to be read: folding takes it out, and all others keep their places. */
export const blank = '\u200b'

/**
 * Blanks what a reader of a text with marks does not see: `~~struck~~`, `<del>`, hidden spans, comments; raises `<sup>`.
 * A stretch ends in its paragraph, or it is none.
 */
export function blankUnseen(text: string): { readonly text: string; readonly unread: readonly Unread[] } {
  const stretches = findStretches(text)
  if (stretches.length === 0) return { text, unread: [] }
  const parts: string[] = []
  const found: LeftOut[] = []
  const lineAt = lineCounter(text)
  let at = 0
  for (const { kind, start, end, from, to } of stretches) {
    const inner = text.slice(from, to)
    const kept = kind === 'raised' ? raiseInPlace(inner) : blanked(inner)
    parts.push(text.slice(at, start), blanked(text.slice(start, from)), kept, blanked(text.slice(to, end)))
    at = end
    if (kind !== 'raised' && isTold(kind, inner)) found.push({ kind, text: inner, line: lineAt(from) })
  }
  parts.push(text.slice(at))
  return { text: parts.join(''), unread: sayLeftOut(found) }
}

/** From `start` to `end` with its marks, from `from` to `to` without. */
interface Stretch {
  readonly kind: LeftOut['kind'] | 'raised'
  readonly start: number
  readonly from: number
  readonly to: number
  readonly end: number
}

const style = (value: string) =>
  `<(?:span|p|tr|td|font|b|i|em|strong|u)\\s[^<>]{0,200}style=["'][^"'<>]{0,200}${value}`
const rest = '[^<>]{0,200}>'

/** What opens a stretch of each kind; a group of its own each, in this order. */
const kinds = ['struck', 'struck', 'hidden', 'hidden', 'raised'] as const
const opening = new RegExp(
  [
    // 「1~~4月」 is a span of months.
    '((?<![~\\d])~~(?![~\\s])|(?<=\\d)~~(?![~\\s\\d]))',
    `(<(?:del|s|strike)(?:\\s${rest}|>)|${style('[^"\'<>]{0,99}line-through')}${rest})`,
    `(${style('(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden|font-size\\s*:\\s*0(?![.\\d]))')}${rest})`,
    '(<!--)',
    `(<sup(?:\\s${rest}|>)|${style('vertical-align\\s*:\\s*super')}${rest})`,
  ].join('|'),
  'gi',
)

function findStretches(text: string): Stretch[] {
  if (!/~~|<[a-z!]/i.test(text)) return []
  const closings = new Map<string, number>()
  const nextOf = (closing: string, from: number) => {
    const known = closings.get(closing)
    if (known !== undefined && known >= from) return known
    const found = text.indexOf(closing, from)
    closings.set(closing, found < 0 ? Number.POSITIVE_INFINITY : found)
    return closings.get(closing) ?? Number.POSITIVE_INFINITY
  }
  const stretches: Stretch[] = []
  let last = 0
  for (const match of text.matchAll(opening)) {
    const from = match.index + match[0].length
    const closing = closingOf(match[0])
    const to = nextOf(closing, from)
    const kind = kinds[match.slice(1).findIndex((group) => group !== undefined)]
    if (match.index < last || !kind || to - from > longest || /\n\s*\n/.test(text.slice(from, to))) continue
    last = to + closing.length
    stretches.push({ kind, start: match.index, from, to, end: last })
  }
  return stretches
}

const longest = 2000

function closingOf(open: string): string {
  if (open === '~~') return '~~'
  return open === '<!--' ? '-->' : `</${/[a-z]+/i.exec(open)?.[0]}>`
}

const blanked = (text: string) => text.replace(/[^\r\n]/g, blank)

/** The line of an offset, asked in ascending order. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1
  let at = 0
  return (offset) => {
    for (let end = text.indexOf('\n', at); end >= 0 && end < offset; end = text.indexOf('\n', at)) {
      line++
      at = end + 1
    }
    return line
  }
}
