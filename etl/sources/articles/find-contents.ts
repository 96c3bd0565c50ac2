import type { Piece } from '../format.ts'
import { type PlacedText, sliceText } from '../text/placed-text.ts'
import { endsWithLeader, isProse, isTitleLike } from '../text/signs.ts'
import { resembles, titleKey } from './title-key.ts'

/** A line of the table of contents. */
export interface Entry {
  /** The ways to read it: as it is, without what may be a page number before or behind. */
  readonly readings: readonly PlacedText[]
  /** The keys of the readings. */
  readonly keys: readonly string[]
  /** Whether it has what may be a page number. */
  readonly numbered: boolean
}

/** The table of contents of a newsletter: pieces `from` to before `to`. */
export interface Contents {
  readonly from: number
  readonly to: number
  readonly titles: readonly Entry[]
  /** The keys of the names of sections. */
  readonly sections: ReadonlySet<string>
}

/** 「本期要目」 and its like. */
export const contentsHeading =
  /^(?:本\s?期)?(?:要\s?目|目\s?录|目\s?次|要\s?闻|导\s?读|导\s?览|看\s?点|提\s?要|内容(?:提要|导读)|contents)[:：]?$/i

/** How far from the beginning a table of contents may start, and how many lines it may have. */
const reach = { start: 200, length: 400 }

/** Finds the list of titles at the head of a newsletter. */
export function findContents(pieces: readonly Piece[]): Contents | undefined {
  const head = pieces.slice(0, reach.start)
  const named = head.findIndex((piece) => piece.kind === 'text' && contentsHeading.test(piece.text))
  if (named >= 0) return contentsFrom(pieces, named)
  const led = head.flatMap((piece, i) => (piece.kind === 'text' && endsWithLeader(piece.text) ? [i] : []))
  return led.length >= 3 ? contentsFrom(pieces, (led[0] ?? 0) - 1) : undefined
}

function contentsFrom(pieces: readonly Piece[], from: number): Contents | undefined {
  const entries: Entry[] = []
  const keys: string[] = []
  let to = from + 1
  for (; to < pieces.length && to - from <= reach.length; to++) {
    const piece = pieces[to]
    if (piece?.kind !== 'text' || isBody(piece.text) || repeats(pieces, to, keys)) break
    const entry = readEntry(piece)
    entries.push(entry)
    keys.push(...entry.keys)
  }
  // Titles that are not repeated belong to the text that follows them.
  const cut = repeats(pieces, to, keys) ? to : beforeTitle(pieces, from + 1, to)
  return entries.length < 2 ? undefined : { from, to: cut, ...sorted(entries.slice(0, cut - from - 1)) }
}

/** Where titles have page numbers, short lines without one are the names of sections. */
function sorted(entries: readonly Entry[]): Pick<Contents, 'titles' | 'sections'> {
  const numbered = entries.some((entry) => entry.numbered)
  const isSection = ({ numbered: own, keys }: Entry) => numbered && !own && (keys[0]?.length ?? 0) < 12
  const sections = new Set(entries.filter(isSection).flatMap(({ keys }) => keys))
  return { titles: entries.filter((entry) => !isSection(entry)), sections }
}

function isBody(text: string): boolean {
  return text.length > 200 || (text.length >= 50 && isProse(text) && /[。；：]/.test(text))
}

/** Whether the title of an entry is printed again here, on one to three lines. */
function repeats(pieces: readonly Piece[], at: number, keys: readonly string[]): boolean {
  let key = ''
  for (const piece of pieces.slice(at, at + 3)) {
    if (piece.kind !== 'text') return false
    key += titleKey(piece.text)
    if (key.length >= 6 && keys.some((known) => known === key || resembles(known, key))) return true
  }
  return false
}

function beforeTitle(pieces: readonly Piece[], from: number, to: number): number {
  const before = pieces[to - 1]
  const titled = before?.kind === 'text' && isTitleLike(before.text) && to - 1 > from
  return titled && !/\d$|^\d/.test(before.text) ? to - 1 : to
}

/** 「01 标题」 「标题……12」 「标题 12」 「（3）标题」; a title may itself begin or end with digits. */
function readEntry(piece: PlacedText): Entry {
  const { text } = piece
  const front = /^(?:[-·•]\s?)?(?:[（(]?\d{1,3}[）)]?[\s、.．/|]*)/.exec(text)?.[0].length ?? 0
  const back = /(?:[\s.…·\-—/（(]*\d{1,3}[）)]?)$/.exec(text)?.index ?? text.length
  const ranges = [
    [0, text.length],
    [front, text.length],
    [0, back],
    [front, back],
  ] as const
  const readings = ranges
    .filter(([start, end]) => end - start >= 4)
    .map(([start, end]) => sliceText(piece, start, end))
  return {
    readings,
    keys: readings.map(({ text }) => titleKey(text)),
    numbered: front > 0 || back < text.length,
  }
}
