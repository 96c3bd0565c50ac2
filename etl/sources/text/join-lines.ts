import type { TextPiece } from '../format.ts'
import { foldText } from './fold-text.ts'
import { concatTexts, type PlacedText } from './placed-text.ts'
import {
  endsSentence,
  endsWithLeader,
  isMarkedTitle,
  isParticularsLine,
  isProse,
  isSectionHeading,
  isTableCaption,
  isTitleLike,
  isUnitLine,
  leavesOpen,
  startsItem,
} from './signs.ts'
import type { Line } from './split-lines.ts'

/** How a text is set. */
interface Setting {
  /** How wide full lines are where lines are wrapped, else 0. */
  readonly fullWidth: number
  /** Whether paragraphs are set in. */
  readonly indented: boolean
  /** Whether a line break by itself means nothing, as in Markdown. */
  readonly soft?: boolean
}

/** The paragraph being put together. */
interface Growing {
  readonly last: Line
  readonly length: number
  /** How it ends so far, over the ends of lines. */
  readonly tail: string
}

/** Joins wrapped lines, and halves parted by a page break, to paragraphs, and folds their text. */
export function joinLines(lines: readonly Line[], setting = settingOf(lines)): TextPiece[] {
  const pieces: TextPiece[] = []
  let joined: Line[] = []
  let growing: Growing | undefined
  for (const line of lines) {
    if (growing && !goesOn(growing, line, setting)) {
      pieces.push(toPiece(joined))
      joined = []
      growing = undefined
    }
    joined.push(line)
    growing = grow(growing, line)
  }
  return joined.length > 0 ? [...pieces, toPiece(joined)] : pieces
}

function grow(before: Growing | undefined, last: Line): Growing {
  const { text } = last.content
  return {
    last,
    length: (before?.length ?? 0) + text.length,
    tail: ((before?.tail ?? '') + text).slice(-160),
  }
}

/**
 * Looks at the lines that are followed at once by another. Where lines are wrapped, many are filled to the same width,
 * hardly any is wider, and they end anywhere in a sentence.
 */
export function settingOf(lines: readonly Line[]): Setting {
  const texts = lines.filter(({ level }) => level === 0)
  const followed = texts.filter((_, i) => texts[i + 1]?.gap === 0)
  const widths = followed.map(({ width }) => width).sort((a, b) => a - b)
  const wide = widths[Math.floor(widths.length * 0.9)] ?? 0
  const full = followed.filter(({ width }) => Math.abs(width - wide) <= 6)
  const open = full.filter(({ content }) => !endsSentence(content.text))
  const wider = texts.filter(({ width }) => width > wide + 12).length
  const isFilled = full.length >= 0.35 * followed.length && wider <= 0.03 * texts.length
  const wrapped =
    full.length >= 2 && wide >= 30 && wide <= 240 && isFilled && open.length >= 0.4 * full.length
  const indented = texts.filter(({ indent }) => indent >= 2 && indent <= 8).length
  return { fullWidth: wrapped ? wide : 0, indented: indented >= 3 && indented >= texts.length / 12 }
}

function goesOn(before: Growing, line: Line, setting: Setting): boolean {
  const { last } = before
  const { text } = line.content
  if (last.level > 0 || line.level > 0 || line.begins || endsWithLeader(last.content.text)) return false
  if (/[（(《“]$/.test(last.content.text)) return true
  if (isParticularsLine(text) || isUnitLine(text)) return false
  if (endsWithLink(before.tail)) return isRestOfLink(text)
  if (!isInside(before, line, setting) && (standsAlone(last.content.text) || beginsAnew(text))) return false
  if (/[，、]$/.test(last.content.text)) return true
  return line.gap > 0 ? goesOnAfterGap(before, line, setting) : goesOnAtOnce(before, line, setting)
}

function standsAlone(text: string): boolean {
  return isUnitLine(text) || isTableCaption(text) || isSectionHeading(text) || isParticularsLine(text)
}

function beginsAnew(text: string): boolean {
  return startsItem(text) || isSectionHeading(text)
}

/** Right below a line that is full in the middle of a sentence, what looks like a heading or an item need not be one. */
function isInside({ last, tail }: Growing, line: Line, setting: Setting): boolean {
  const isFilled = setting.fullWidth > 0 && last.width >= setting.fullWidth - 6
  if (!isFilled || line.gap > 0 || line.indent >= 2) return false
  return (
    setting.indented ||
    (!endsSentence(tail) &&
      !/^(?:[（(]?[一二三四五六七八九十]{1,3}[）)、]|\d{1,2}[.、])/.test(line.content.text))
  )
}

function goesOnAtOnce(before: Growing, line: Line, setting: Setting): boolean {
  const { last, length, tail } = before
  if (/^[，。；、：）)”》%]/.test(line.content.text)) return true
  if (leavesOpen(tail) && length >= 20 && !endsSentence(tail)) return true
  if (setting.soft && !endsSentence(tail) && /[，。；]/.test(line.content.text)) return true
  if (setting.fullWidth === 0) return isUnfinishedProse(before) && !isTitleLike(line.content.text)
  const isSetIn = setting.indented && line.indent >= 2
  if (isSetIn && (last.indent < line.indent || endsSentence(tail))) return false
  return isFull(before, line, setting)
}

/** A page break, a picture or a running head between two halves of a sentence. */
function goesOnAfterGap(before: Growing, line: Line, setting: Setting): boolean {
  const { length, tail } = before
  if (endsSentence(tail) || (setting.indented && line.indent >= 2)) return false
  if (leavesOpen(tail) && line.content.text.length > 1) return length >= 20
  return isUnfinishedProse(before) && !mayBeTitle(line, setting)
}

/** A wrapped line that is full says nothing about what it begins. */
function mayBeTitle({ width, content }: Line, { fullWidth }: Setting): boolean {
  return isTitleLike(content.text) && (fullWidth === 0 || width < 0.9 * fullWidth)
}

function isUnfinishedProse({ last, length, tail }: Growing): boolean {
  const { text } = last.content
  return !endsSentence(tail) && length >= 30 && (isProse(text) || length > text.length)
}

/**
 * Full but for a sign, or for the word or number at the head of the next line, which did not fit.
 * A line that ends inside a sentence need not be quite so full.
 */
function isFull({ last, length, tail }: Growing, next: Line, { fullWidth }: Setting): boolean {
  const [word = ''] = /^[\w.,%—-]{1,20}/.exec(next.content.text) ?? []
  const { text } = last.content
  const isOpen = !endsSentence(tail) && (length > text.length || !(isTitleLike(text) || isMarkedTitle(text)))
  return last.width >= (isOpen ? 0.75 * fullWidth : fullWidth - 5 - word.length)
}

function endsWithLink(text: string): boolean {
  return /https?:\S{10,}$/.test(text.slice(-300))
}

/** A link that was wrapped: what follows is nothing but characters of links. */
function isRestOfLink(text: string): boolean {
  return /^[\w./?=&%#~+-]+>?$/.test(text) && /[/.=_-]|\d/.test(text) && !/^https?:/.test(text)
}

function toPiece(lines: readonly Line[]): TextPiece {
  const [first] = lines
  const joined = concatTexts(
    lines.map(({ content }) => content),
    glue,
  )
  const { text, places } = foldText(joined, { keepGaps: isShort(joined) })
  return { kind: 'text', text, places, level: first?.level ?? 0, gap: (first?.gap ?? 0) > 0 }
}

/** In a title a space between words means a pause. */
function isShort({ text }: PlacedText): boolean {
  return text.length <= 80 && !/[。；]/.test(text)
}

/** English words are parted by the line break, Chinese ones, numbers and links are not. */
function glue(before: string, after: string): string {
  if (endsWithLink(before)) return ''
  return /[a-z,.)%]$/i.test(before) && /^[a-z(]/i.test(after) ? ' ' : ''
}
