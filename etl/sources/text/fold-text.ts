import { noteMarks } from './note-marks.ts'
import { type Edit, editText, type PlacedText } from './placed-text.ts'

/**
 * Writes text in one form, every character keeping its place:
 * full-width digits, letters and signs become half-width, spaces of all kinds one space, dashes `-` or `—`;
 * half-width `, ; : ( ) ! ?` beside Chinese become full-width; invisible characters and marks of notes go;
 * spaces go between Chinese and anything, inside numbers, before `%` and units, and where all letters are set apart;
 * characters that a page left named (`1&mdash;4月`) are themselves.
 * `keepGaps` leaves one space between Chinese words, which in a title means a pause.
 */
export function foldText(given: PlacedText, { keepGaps = false } = {}): PlacedText {
  const source = editText(given, namedCharacters(given.text))
  const visible = editText(source, resized(source.text))
  const widths = visible.text.replace(wideComma, ',').replace(sameWidth, foldCharacter)
  const close = editText({ text: widths, places: visible.places }, letterSpacing(widths))
  const { text: plain, places } = editText(close, noteMarks(close.text))
  const chinese = /[\u4e00-\u9fff]/.test(plain)
  const text = chinese
    ? plain.replace(/[()]/g, chineseBracket).replace(/[,;:!?.]/g, chinesePunctuation)
    : plain
  return editText({ text, places }, spacesIn(text, keepGaps))
}

/** Names of characters that lose their meaning in a page copied as text. */
const names: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  mdash: '—',
  ndash: '–',
  minus: '−',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  hellip: '…',
  permil: '‰',
  times: '×',
  amp: '&',
  quot: '"',
}
const named = new RegExp(`&(?:(${Object.keys(names).join('|')})|#(\\d{2,5})|#x([0-9a-f]{2,4}));`, 'gi')

function namedCharacters(text: string): Edit[] {
  if (!text.includes('&')) return []
  return [...text.matchAll(named)].map(({ 0: written, 1: name, 2: decimal, 3: hex, index: start }) => ({
    start,
    end: start + written.length,
    text: name
      ? (names[name.toLowerCase()] ?? '')
      : String.fromCharCode(decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16)),
  }))
}

/** Characters that go, or become several: control and format characters; ligatures and squared units. */
const changesWidth = /(?!\t)[\p{Cc}\p{Cf}\p{Variation_Selector}\u3300-\u33ff\ufb00-\ufb06]/gu

function resized(text: string): Edit[] {
  if (text.search(changesWidth) < 0) return []
  return [...text.matchAll(changesWidth)].flatMap(({ 0: character, index: start }) => {
    const folded = /[\u3300-\u33ff\ufb00-\ufb06]/.test(character) ? character.normalize('NFKC') : ''
    // ㎡ would become m2, and its 2 a number.
    return /\d/.test(folded) ? [] : [{ start, end: start + character.length, text: folded }]
  })
}

const sameWidth =
  /[\t\u02d9\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\uff02-\uff07\uff0a\uff0b\uff0d-\uff19\uff1c-\uff1e\uff20-\uff5e\uffe0-\uffe5\u2e80-\u2fd5\uf900-\ufaff\ufe50-\ufe6b\u2010-\u2013\u2015\u2212\u2500\u2501\u2022\u2027\u2044\u2215\u2219\u22c5\u2236\u223c\u25cb\u301c\u30fb]/g

/** The comma of １，２３４ parts thousands. */
const wideComma = /(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/g

const forms = new Map(
  Object.entries({
    '-': '\u2010\u2011\u2012\u2212',
    '—': '\u2013\u2015\u2500\u2501',
    '·': '\u02d9\u2022\u2027\u2219\u22c5\u30fb',
    '/': '\u2044\u2215',
    '~': '\u223c\u301c',
    '：': '\u2236',
    〇: '\u25cb',
  }).flatMap(([form, variants]) => [...variants].map((variant) => [variant, form] as const)),
)

function foldCharacter(character: string): string {
  const form = forms.get(character)
  if (form) return form
  if (/\s/.test(character)) return ' '
  const folded = character.normalize('NFKC')
  return folded.length === 1 ? folded : character
}

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '.': '。',
  '(': '（',
  ')': '）',
}

function chineseBracket(sign: string, offset: number, text: string): string {
  return text[offset - 1] === '/' ? sign : (fullWidth[sign] ?? sign)
}

/** Half-width punctuation of a Chinese sentence; that of numbers, times, links and English stays. */
function chinesePunctuation(sign: string, offset: number, text: string): string {
  const before = kindAt(text, offset - 1) === 'han'
  const after = kindAt(text, offset + (text[offset + 1] === ' ' ? 2 : 1))
  const ends = after === 'han' || (sign === '.' && after === 'none')
  const chinese = sign === '.' ? before && ends : before || ends
  return chinese ? (fullWidth[sign] ?? sign) : sign
}

type Kind = 'han' | 'digit' | 'latin' | 'join' | 'other' | 'none'

/** Signs that stand close to what they join: 1 — 4月, 部 / 百人, 11.6 %. */
const joins = new Set('%‰-—~/+·')

function kindAt(text: string, offset: number): Kind {
  const code = text.charCodeAt(offset)
  if (Number.isNaN(code)) return 'none'
  if (code >= 0x30 && code <= 0x39) return 'digit'
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return 'latin'
  if (joins.has(text[offset] ?? '')) return 'join'
  return isHan(code) ? 'han' : 'other'
}

/** Chinese characters and the punctuation that goes with them. */
function isHan(code: number): boolean {
  if (code < 0x2018) return false
  if (code <= 0x201d || code === 0x2026) return true
  return (code >= 0x2460 && code <= 0x24ff) || (code >= 0x3001 && code <= 0x9fff) || code >= 0xd840
}

function spacesIn(text: string, keepGaps: boolean): Edit[] {
  if (!text.includes(' ')) return []
  return [...text.matchAll(/ +/g)].flatMap(({ 0: spaces, index }) => {
    const end = index + spaces.length
    const kept = spaceStays({ text, start: index, end, keepGaps })
    return kept && spaces.length === 1 ? [] : [{ start: index, end, text: kept ? ' ' : '' }]
  })
}

interface Gap {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly keepGaps: boolean
}

function spaceStays({ text, start, end, keepGaps }: Gap): boolean {
  const sides = [kindAt(text, start - 1), kindAt(text, end)]
  if (sides.includes('none')) return false
  const [before, after] = sides
  if (before === 'han' && after === 'han') return end - start > 1 || (keepGaps && isPause(text, start, end))
  if (sides.includes('han')) return false
  if (sides.includes('join')) return sides.includes('latin')
  return !(before === 'digit' && after === 'latin') && !insideNumber(text, start, end)
}

/** Between words, or a closed bracket and a word; 「（一） 总体」 is no pause. */
function isPause(text: string, start: number, end: number): boolean {
  if (/^[（(][^（）()]{1,4}[）)]$/.test(text.slice(0, start))) return false
  return /[\u3400-\u9fff”》）」]/.test(text[start - 1] ?? '') && /[\u3400-\u9fff“《「]/.test(text[end] ?? '')
}

/** 3 .8, 3. 8, 1, 234 and 12 345万户, but not the list mark of 「1. 2024年」 nor the label of 「表2 100兆」. */
function insideNumber(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start)
  const after = text.slice(end, end + 12)
  if (/\d$/.test(before) && /^[.,]\d/.test(after)) return true
  if (/[\u4e00-\u9fff] ?\d{1,8}\.$/.test(before)) return /^\d{1,4}(?![a-z\d])/i.test(after)
  if (/\d,$/.test(before)) return /^\d{3}(?!\d)/.test(after)
  return (
    /(?:^|[^\d表图注第 ] ?|\d )\d{1,3}$/.test(before) &&
    /^\d{3}(?:\.\d+)?(?: \d{3})* ?(?:[\u4e00-\u9fff%]|[EZPTG](?:B|bps|FLOPS)(?![a-z]))/i.test(after)
  )
}

/** Nearly all parts between spaces are single characters, and there are many: letters set apart, not columns. */
const apart = { parts: 10, share: 0.9, chinese: 8, chineseShare: 0.4 }

/** The spaces of a paragraph whose letters are all set apart: 「收 入 3 8 0 2 7 亿 元」. Wider gaps stay. */
function letterSpacing(text: string): Edit[] {
  if (text.length < 2 * apart.parts || !/\S \S \S \S/.test(text)) return []
  const parts = text.split(/ +/).filter((part) => part !== '')
  const singles = parts.filter((part) => [...part].length === 1)
  const chinese = singles.filter((part) => /[\p{Script=Han}，。；：、]/u.test(part)).length
  const isApart =
    parts.length >= apart.parts &&
    singles.length >= apart.share * parts.length &&
    chinese >= Math.max(apart.chinese, apart.chineseShare * parts.length)
  if (!isApart) return []
  return [...text.matchAll(/(?<=\S) (?=\S)/g)].map(({ index }) => ({
    start: index,
    end: index + 1,
    text: '',
  }))
}
