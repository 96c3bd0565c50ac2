import { badFile, problems } from '../problems.ts'
import { commonShare } from './plausible-text.ts'

const utf8 = new TextDecoder('utf-8')

/**
 * The text of a file in UTF-8 (with or without mark), UTF-16, GB18030 (which holds GBK and GB2312) or Big5: as its bytes
 * show, else as the page declares, else as gives the most common Chinese characters.
 * @throws BadInput for what is no text, and for text whose encoding cannot be told or read.
 */
export function decode(bytes: Uint8Array, name: string): string {
  const utf16 = utf16Of(bytes)
  if (utf16) return plausible(new TextDecoder(utf16).decode(bytes), name)
  if (bytes.subarray(0, 65536).includes(0)) throw binary(name)
  const text = utf8.decode(bytes)
  const broken = countBroken(text)
  // A file cut in the middle of a character, or with a few broken ones, is still UTF-8.
  if (broken === 0 || mostlyUtf8(text, broken)) return plausible(text, name)
  return plausible(decodeChinese(bytes, name), name)
}

const wide = ['utf-16le', 'utf-16be'] as const

function utf16Of(bytes: Uint8Array): (typeof wide)[number] | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 512)
  const zeros = [0, 1].map((parity) => head.filter((byte, i) => i % 2 === parity && byte === 0).length)
  const [even = 0, odd = 0] = zeros
  if (odd > head.length / 16 && even === 0) return 'utf-16le'
  if (even > head.length / 16 && odd === 0) return 'utf-16be'
  // Chinese text has few zeros.
  const start = bytes.subarray(0, 4096 & ~1)
  return even + odd === 0 && !start.includes(0)
    ? undefined
    : wide.find((each) => (commonShare(new TextDecoder(each).decode(start), fewest) ?? 0) > 0.4)
}

/** So many Chinese characters are needed to judge an encoding by them. */
const fewest = 20

/** What is in use beside Unicode; the first where a text is too short to tell. */
const chinese = ['gb18030', 'big5'] as const

/** Of a text in its own encoding at least this share is common characters, in another hardly any. */
const leastCommon = 0.2

function decodeChinese(bytes: Uint8Array, name: string): string {
  const declared = declaredIn(bytes)
  if (/^(?:x-)?(?:euc-tw|cns11643)$/.test(declared)) throw unknown(name, declared.toUpperCase())
  const readings = chinese
    .map((encoding) => readingIn(bytes, encoding, declared))
    .filter((reading) => reading.broken <= 2 + reading.text.length / 500)
  const [best] = readings.sort((a, b) => b.share - a.share || Number(b.isDeclared) - Number(a.isDeclared))
  if (!best) throw binary(name)
  if ((commonShare(best.text, fewest) ?? 1) < leastCommon) throw unknown(name, '')
  return best.text
}

function readingIn(bytes: Uint8Array, encoding: (typeof chinese)[number], declared: string) {
  const text = new TextDecoder(encoding).decode(bytes)
  const isDeclared =
    encoding === (/^(?:gb|cp936)/.test(declared) ? 'gb18030' : /^big5/.test(declared) ? 'big5' : '')
  return { text, broken: countBroken(text), share: commonShare(text, 1) ?? 0, isDeclared }
}

/** The encoding that a page or an XML file names at its beginning, lower case, '' where it names none. */
function declaredIn(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? ''
}

function countBroken(text: string): number {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++
  return count
}

/** Few characters are broken and many more are whole Chinese ones, which GB18030 read as UTF-8 never gives. */
function mostlyUtf8(text: string, broken: number): boolean {
  const whole = text.slice(0, 100_000).match(/[\u4e00-\u9fff]/g)?.length ?? 0
  return broken <= 2 + text.length / 500 && whole > 10 * Math.min(broken, 1000)
}

function plausible(text: string, name: string): string {
  const head = text.slice(0, 20_000)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  const odd = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ue000-\uf8ff\ufffe\uffff]/g)?.length ?? 0
  if (odd > 2 + head.length / 200) throw binary(name)
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
}

const binary = (name: string) => badFile(name, problems.binary)

const unknown = (name: string, declared: string) =>
  badFile(name, declared ? problems.otherEncoding(declared) : problems.unknownEncoding)
