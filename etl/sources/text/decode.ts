import { BadInput } from '#data/model/bad-input.ts'

const utf8 = new TextDecoder('utf-8')

/**
 * The text of a file in UTF-8 (with or without mark), UTF-16 or GB18030 (which holds GBK and GB2312).
 * @throws BadInput for what is no text.
 */
export function decode(bytes: Uint8Array, name: string): string {
  const utf16 = utf16Of(bytes)
  if (utf16) return plausible(new TextDecoder(utf16).decode(bytes), name)
  if (bytes.subarray(0, 65536).includes(0)) throw binary(name)
  const text = utf8.decode(bytes)
  const broken = countBroken(text)
  if (broken === 0) return plausible(text, name)
  const chinese = decodeStrictly(bytes, 'gb18030')
  if (chinese !== undefined && !mostlyUtf8(text, broken)) return plausible(chinese, name)
  // A file cut in the middle of a character, or with a few broken ones, is still UTF-8.
  if (mostlyUtf8(text, broken)) return plausible(text, name)
  throw binary(name)
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 512)
  const zeros = [0, 1].map((parity) => head.filter((byte, i) => i % 2 === parity && byte === 0).length)
  const [even = 0, odd = 0] = zeros
  if (odd > head.length / 16 && even === 0) return 'utf-16le'
  if (even > head.length / 16 && odd === 0) return 'utf-16be'
  return undefined
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
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

function binary(name: string): BadInput {
  return new BadInput(`${name}: 不是文本文件（含二进制内容），请提供 txt、md、html、docx、xlsx 或文字版 pdf`)
}
