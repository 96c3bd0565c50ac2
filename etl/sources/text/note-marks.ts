import { type Edit, editText, type PlacedText, placed } from './placed-text.ts'

/**
 * The marks of notes behind a word or a number: ① 〔3〕 [1] [^1] * † and raised digits. They are no part of what they stand
 * at. Kept are marks that begin an item, exponents and the squares of units, and marks between two digits, which would join.
 */
export function noteMarks(text: string): Edit[] {
  if (!/[[［〔①-⑳❶-❿*＊†‡⁰¹²³⁴-⁹]/.test(text)) return []
  const edits: Edit[] = []
  for (const { 0: mark, index: start } of text.matchAll(marks)) {
    const found = { text, mark, start, end: start + mark.length }
    const edit = raised.test(mark) ? editRaised(found) : isNote(found) ? remove(found) : undefined
    if (edit) edits.push(edit)
  }
  return edits
}

const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const raised = /^[⁻⁺⁰¹²³⁴-⁹]/

const marks = new RegExp(
  [
    ' ?(?:[[［〔](?:\\^[^\\]\\s]{1,20}|\\d{1,2}(?:[,，、—–-]\\d{1,2}){0,5})[\\]］〕](?![(（](?:https?:|[/#.])))+',
    '[①-⑳❶-❿]+',
    '(?<![*＊†‡])[*＊†‡]{1,3}(?![*＊†‡])',
    '[⁻⁺]?[⁰¹²³⁴-⁹]+(?:[,，、][⁰¹²³⁴-⁹]+)*',
  ].join('|'),
  'g',
)

interface Mark {
  readonly text: string
  readonly mark: string
  readonly start: number
  readonly end: number
}

const remove = ({ start, end }: Mark): Edit => ({ start, end, text: '' })

function isNote(found: Mark): boolean {
  const { text, mark, start } = found
  if (start === 0 || isBetweenDigits(found)) return false
  if (/^[①-⑳❶-❿]/.test(mark)) return !isItem(text)
  const before = text[start - 1] ?? ''
  return /[*＊†‡]/.test(mark) ? /[\p{L}\p{N}%‰》”）)]/u.test(before) : /\S/.test(before)
}

function isBetweenDigits({ text, start, end }: Mark): boolean {
  return /\d/.test(text[start - 1] ?? '') && /\d/.test(text[end] ?? '')
}

/** 「①软件…；②硬件…」, 「包括①…」: the first sign begins an item, and so do those that follow. */
function isItem(text: string): boolean {
  const before = text.slice(0, text.search(/[①-⑳❶-❿]/)).trimEnd()
  return before === '' || /[：；。，、！？（(:;,]$|(?:包括|如下|其中|分为|[为是有即])$/.test(before)
}

const units = /(?:^|[^a-z])(?:[kcdmh]?m|s|kg)$/i

function editRaised(found: Mark): Edit | undefined {
  const { text, mark, start, end } = found
  const before = text.slice(Math.max(0, start - 6), start)
  if (/(?:^|[^\d.])10$/.test(before)) return { start, end, text: `^${lowered(mark)}` }
  const isSquare = /^[⁻⁺]?[¹²³]$/.test(mark) && units.test(before)
  return start === 0 || isSquare || isBetweenDigits(found) ? undefined : remove(found)
}

const lowered = (mark: string) =>
  [...mark].map((sign) => (sign === '⁻' ? '-' : digits.includes(sign) ? digits.indexOf(sign) : '')).join('')

/** How raised text is written in one line: 1 → ¹, （注1） → [1]; what is no mark of a note stays as it is. */
export function raise(source: PlacedText): PlacedText {
  const { text } = source
  const trimmed = text.trim()
  const plain = /^[-−+]?\d{1,3}(?:[,，、]\d{1,2})*$/.test(trimmed)
  if (plain) return { text: text.replace(/[-−+\d]/g, toRaised), places: source.places }
  const note = /^[[［〔(（]?\s?(?:注\s?)?(\d{0,2})\s?[\]］〕)）]?$/.exec(trimmed)
  if (!note || trimmed === '') return source
  return editText(source, [{ start: 0, end: text.length, text: `[^${note[1] || '注'}]` }])
}

/** Raised text of the same length, so that what stands behind it keeps its place. */
export function raiseInPlace(text: string): string {
  const written = raise(placed(text, 1)).text
  return written.length === text.length ? written : text
}

const toRaised = (sign: string) => (sign === '+' ? '⁺' : (digits[Number(sign)] ?? '⁻'))
