import { endianness } from 'node:os'
import { findLocalWords } from './local-words.ts'
import { simplifyCharacter } from './simplify.ts'

/** A text without what does not carry meaning, and where each of its characters stood. */
export interface NormalizedText {
  readonly text: string
  /** Offset in the original of each character; one more for the end. */
  readonly at: ArrayLike<number>
  readonly asides: readonly Aside[]
}

/** Words in parentheses, taken out of the text. */
interface Aside {
  /** Where in the normalized text it stood. */
  readonly index: number
  readonly normalized: NormalizedText
}

/** What a character becomes; '' for what carries no meaning: spaces, quotation marks, emphasis. */
const forms = new Map<string, string>([
  ...[...' \t\n\r\u00a0\u3000\u200b\ufeff*#"“”‘’\'`_|'].map((letter) => [letter, ''] as const),
  ...[...'—–－−‐‑～~―'].map((dash) => [dash, '-'] as const),
  ...[...'％﹪'].map((sign) => [sign, '%'] as const),
  ['，', ','],
])

/**
 * Normalizes a text for reading: traditional characters to simplified ones, full-width forms to ASCII, capitals to small
 * letters, dashes to `-`; a space between Chinese characters, which is a pause, to a comma; other spaces, quotation marks
 * and emphasis dropped; parentheses taken out as asides; 《titles》 reduced to 《》.
 * @param keepTitles for headings, whose region and year often stand in the title they announce.
 */
export function normalize(text: string, keepTitles = false): NormalizedText {
  const closes = matchBrackets(text, keepTitles)
  return withMainlandWords(normalizeRange({ text, closes, keepTitles }, 0, text.length), text)
}

/** With the words of the mainland for those of Taiwan and Hong Kong, each keeping the place of the word it stands for. */
function withMainlandWords(normalized: NormalizedText, source: string): NormalizedText {
  const words = findLocalWords(source, normalized.text)
  const asides = normalized.asides.map((aside) => ({
    ...aside,
    normalized: withMainlandWords(aside.normalized, source),
  }))
  if (words.length === 0) return asides.length === 0 ? normalized : { ...normalized, asides }
  const parts: string[] = []
  const at: number[] = []
  const indexes = new Uint32Array(normalized.text.length + 1)
  let from = 0
  const keep = (to: number) => {
    for (let index = from; index < to; index++) {
      indexes[index] = at.length
      at.push(normalized.at[index] ?? 0)
    }
    parts.push(normalized.text.slice(from, to))
  }
  for (const { start, end, word } of words) {
    keep(start)
    indexes.fill(at.length, start, end)
    for (let index = 0; index < word.length; index++)
      at.push(placeIn(normalized, { start, end }, index, word))
    parts.push(word)
    from = end
  }
  keep(normalized.text.length)
  indexes[normalized.text.length] = at.length
  at.push(normalized.at[normalized.text.length] ?? source.length)
  const moved = asides.map((aside) => ({ ...aside, index: indexes[aside.index] ?? aside.index }))
  return { text: parts.join(''), at, asides: moved }
}

/** Where a character of a new word stands: the last one where the old word ends, so that quotes hold it whole. */
function placeIn(
  { at }: NormalizedText,
  { start, end }: { start: number; end: number },
  index: number,
  word: string,
): number {
  const place = index === word.length - 1 ? end - 1 : Math.min(start + index, end - 1)
  return at[place] ?? 0
}

interface Source {
  readonly text: string
  readonly closes: ReadonlyMap<number, number>
  readonly keepTitles: boolean
}

function normalizeRange(source: Source, from: number, to: number): NormalizedText {
  const letters = new Uint16Array(to - from)
  const at = new Uint32Array(to - from + 1)
  const asides: Aside[] = []
  let length = 0
  for (let offset = from; offset < to; offset++) {
    const close = source.closes.size === 0 ? undefined : source.closes.get(offset)
    if (close === undefined) {
      const form = formAt(source.text, offset, letters[length - 1])
      letters[length] = form
      at[length] = offset
      if (form !== 0) length++
      continue
    }
    if (source.text.charCodeAt(offset) === title) {
      letters.set([title, source.text.charCodeAt(close)], length)
      at.set([offset, close], length)
      length += 2
    } else asides.push({ index: length, normalized: normalizeRange(source, offset + 1, close) })
    offset = close
  }
  at[length] = to
  return { text: toText(letters, length), at: at.subarray(0, length + 1), asides }
}

function formAt(text: string, offset: number, before: number | undefined): number {
  const form = formOf[text.charCodeAt(offset)]
  if (form) return form
  if (isHan(before) && isHan(text.charCodeAt(offset + 1)) && text[offset] === ' ') return comma
  return isDigit(before) && isDigit(text.charCodeAt(offset + 1)) ? space : 0
}

const title = '《'.charCodeAt(0)
const space = ' '.charCodeAt(0)
const comma = ','.charCodeAt(0)
const isHan = (code: number | undefined) => code !== undefined && code >= 0x4e00 && code <= 0x9fff
const isDigit = (code: number | undefined) => code !== undefined && code >= 48 && code <= 57

function toText(letters: Uint16Array, length: number): string {
  const bytes = Buffer.from(letters.buffer, 0, length * 2)
  return (endianness() === 'BE' ? bytes.swap16() : bytes).toString('utf16le')
}

/** What each character code becomes, one to one so that offsets stay; 0 for what is dropped. */
const formOf = Uint16Array.from({ length: 65536 }, (_, code) => {
  const form = formOfLetter(String.fromCharCode(code))
  return form === '' ? 0 : form.charCodeAt(0)
})

function formOfLetter(letter: string): string {
  const known = forms.get(letter)
  if (known !== undefined) return known
  const code = letter.charCodeAt(0)
  if (code < 128) return letter.toLowerCase()
  if (code >= 0x4e00 && code <= 0x9fff) return simplifyCharacter(letter)
  if (code < 0xff00 || code > 0xff5e) return letter
  return String.fromCharCode(code - 0xfee0).toLowerCase()
}

const brackets: Readonly<Record<string, { readonly opens: string; readonly longest: number }>> = {
  ')': { opens: '(（', longest: 400 },
  '）': { opens: '(（', longest: 400 },
  '》': { opens: '《', longest: 120 },
}

/** Each opening bracket with its closing one; brackets that never close, or close too far away, are left alone. */
function matchBrackets(text: string, keepTitles: boolean): Map<number, number> {
  const closes = new Map<number, number>()
  const open: number[] = []
  for (const { 0: letter, index: offset } of text.matchAll(keepTitles ? /[()（）]/g : /[()（）《》]/g)) {
    if (letter === '(' || letter === '（' || letter === '《') open.push(offset)
    const bracket = brackets[letter]
    const start = open.at(-1)
    if (!bracket || start === undefined || !bracket.opens.includes(text[start] ?? '')) continue
    open.pop()
    if (offset - start <= bracket.longest) closes.set(start, offset)
  }
  return closes
}
