import type { UnitWord } from '#data/language/lexicon.ts'
import { scanNumber } from '#data/language/numbers.ts'
import questionWords from '#data/language/questions/words.json' with { type: 'json' }
import type { Trie } from '#data/language/trie.ts'
import { type TimePiece, type Today, timeAt } from './times.ts'
import type { Word } from './words.ts'

/** A piece of a question. */
export type Piece = {
  readonly start: number
  readonly end: number
} /** `written` is what stands there, where the word is a likely slip for it. */ & (
  | { readonly kind: 'word'; readonly word: Word; readonly written?: string }
  | { readonly kind: 'time'; readonly time: TimePiece }
  /** A number that the question quotes: 42个, 7499万公里. */
  | { readonly kind: 'quantity'; readonly value: string; readonly scale: string; readonly unit: string }
  /** What nothing knows. */
  | { readonly kind: 'unknown'; readonly text: string }
)

export interface Splitter {
  readonly trie: Trie<Word>
  readonly units: Trie<UnitWord>
  readonly today: Today
  /** Words that are likely meant at a place where others stand. */
  readonly mend?: (start: number) => readonly MendedWord[]
}

/** A word that is likely meant by what stands until `end`. */
export interface MendedWord {
  readonly word: Word
  readonly end: number
}

/** What a piece costs: few pieces are better than many, and anything is better than what nobody knows. */
const costs = {
  word: 1,
  filler: 1.3,
  time: 1,
  quantity: 1.2,
  abbreviation: 2,
  mended: 2.5,
  slight: 2.8,
  unknown: 8,
}

type Candidate = Piece & { readonly cost: number }

/** The pieces of a plain question that leave least unknown and are fewest; of equals the one with the longer words first. */
export function splitQuestion(text: string, splitter: Splitter): Piece[] {
  const best = bestFrom(text, splitter)
  const pieces: Piece[] = []
  for (let at = 0; at < text.length; ) {
    const piece = best[at]?.piece
    if (piece) pieces.push(piece)
    at = piece?.end ?? at + 1
  }
  return joinUnknown(pieces, text)
}

interface Best {
  /** Of all from here to the end. */
  readonly cost: number
  readonly piece?: Candidate
}

/** For each place the piece with which the rest costs least. */
function bestFrom(text: string, splitter: Splitter): Best[] {
  const best: Best[] = []
  const after = (end: number) => best[end]?.cost ?? 0
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ' ') {
      best[at] = { cost: after(at + 1) }
      continue
    }
    let least: Best = { cost: Number.POSITIVE_INFINITY }
    for (const piece of candidatesAt(text, at, splitter)) {
      const cost = piece.cost + after(piece.end)
      if (cost < least.cost - negligible) least = { cost, piece }
    }
    best[at] = least
  }
  return best
}

/** Costs that differ by less are equal. */
const negligible = 1e-9

/** All that may begin at a place, the longer first. */
function candidatesAt(text: string, start: number, { trie, units, today, mend }: Splitter): Candidate[] {
  const found: Candidate[] = []
  const time = timeAt(text, start, today)
  if (time) found.push({ kind: 'time', start, end: time.end, time: time.piece, cost: costs.time })
  const number = beginsNumber.has(text[start] ?? '') ? quantityAt(text, start, units) : undefined
  if (number) found.push(number)
  found.push(...wordsAt(text, start, trie))
  for (const { word, end } of mend?.(start) ?? [])
    found.push({ kind: 'word', start, end, word, written: text.slice(start, end), cost: costs.mended })
  found.push(unknownAt(text, start))
  return found.length > 1 ? found.sort((a, b) => b.end - a.end) : found
}

const beginsNumber = new Set('0123456789一二三四五六七八九两十百')

function quantityAt(text: string, start: number, units: Trie<UnitWord>): Candidate | undefined {
  if (/[a-z\d.]/.test(text[start - 1] ?? '')) return undefined
  const english = englishAt(text, start)
  if (english) return english
  const number = scanNumber(text, start, units)
  if (!number || number.value === '') return undefined
  // A whole number alone may be a year, a rank or a count of things.
  if (number.unit === '' && number.scale === '' && !number.value.includes('.')) return undefined
  const { value, scale, unit, end } = number
  return { kind: 'quantity', start, end, value, scale, unit, cost: costs.quantity }
}

const englishNumber = /(\d+(?:\.\d+)?) (thousand|million|billion|trillion)(?![a-z])/y

/** 4.838 million. */
function englishAt(text: string, start: number): Candidate | undefined {
  englishNumber.lastIndex = start
  const found = englishNumber.exec(text)
  if (!found) return undefined
  const [all, value = '', scale = ''] = found
  return { kind: 'quantity', start, end: start + all.length, value, scale, unit: '', cost: costs.quantity }
}

const isDigit = (letter: string | undefined) => letter !== undefined && letter >= '0' && letter <= '9'
const isLatin = (letter: string | undefined) => isLetter(letter) || isDigit(letter)
const isLetter = (letter: string | undefined) => letter !== undefined && letter >= 'a' && letter <= 'z'

/** Whether a place lies within a Latin word: between two letters, or between a letter and a digit of one name. */
const isWithin = (text: string, at: number) =>
  (isLetter(text[at - 1]) && isLatin(text[at])) || (isLatin(text[at - 1]) && isLetter(text[at]))

function wordsAt(text: string, start: number, trie: Trie<Word>): Candidate[] {
  if (isWithin(text, start) && !isBehindYear(text, start)) return []
  const found: Candidate[] = []
  let node = trie.next.get(text.charCodeAt(start))
  for (
    let end = start + 1;
    node;
    node = trie.next.size > 0 ? node.next.get(text.charCodeAt(end++)) : undefined
  ) {
    if (node.value && mayEnd(text, start, end)) found.push(toCandidate(node.value, start, end))
  }
  return found
}

/** By what a word is, what it costs. */
function costOf({ text, senses }: Word): keyof typeof costs {
  if (senses.every(({ is }) => is === 'slight')) return 'slight'
  if (senses.every(({ is }) => is === 'filler' || is === 'slight')) return 'filler'
  return text.length === 1 && senses.some(({ is }) => is === 'region') ? 'abbreviation' : 'word'
}

/** Words cost the same wherever they stand. */
const costOfWords = new WeakMap<Word, number>()

function toCandidate(word: Word, start: number, end: number): Candidate {
  const known = costOfWords.get(word)
  const cost = known ?? costs[costOf(word)]
  if (known === undefined) costOfWords.set(word, cost)
  return { kind: 'word', start, end, word, cost }
}

/** Not within a Latin word; but gdp2024 is two. */
const mayEnd = (text: string, start: number, end: number) =>
  !isWithin(text, end) || (isLetter(text[end - 1]) && isDigit(text[end]) && end - start > 2)

/** 2024gdp: the name begins behind the year. */
const isBehindYear = (text: string, at: number) => /\d{4}/.test(text.slice(Math.max(0, at - 4), at))

/** A Latin word or a run of digits whole, else one character. */
function unknownAt(text: string, start: number): Candidate {
  const letter = text[start] ?? ''
  const [word = letter] = isLatin(letter) ? (/^[a-z\d.+/_'-]+/.exec(text.slice(start, start + 60)) ?? []) : []
  return { kind: 'unknown', start, end: start + word.length, text: word, cost: costs.unknown }
}

/** What nothing knows, with the fillers between, as it stands in the question: 华 + 为. */
function joinUnknown(pieces: readonly Piece[], text: string): Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    const isJoined = last?.end === piece.start && makeWord(last, piece)
    if (!isJoined) joined.push(piece)
    else {
      const { start } = last
      joined[joined.length - 1] = {
        kind: 'unknown',
        start,
        end: piece.end,
        text: text.slice(start, piece.end),
      }
    }
  }
  return joined
}

/** 快 + 递: a verb of one character beside another, or beside what mostly begins or ends a noun, is a word that nobody knows. */
const makeWord = (one: Piece, other: Piece) =>
  (isDoubtful(one) && isDoubtful(other)) ||
  (isStem(one) && isSlight(other)) ||
  (isSlight(one) && isStem(other))

const isStem = (piece: Piece) => piece.kind === 'word' && stems.has(piece.word.text)

const stems: ReadonlySet<string> = new Set(questionWords.stems)

/** Unknown, or a verb of one character: two of these together are a word that nobody knows, 快递. */
const isDoubtful = (piece: Piece) => piece.kind === 'unknown' || isSlight(piece)

export const isSlight = (piece: Piece) =>
  piece.kind === 'word' && piece.word.senses.every(({ is }) => is === 'slight')
