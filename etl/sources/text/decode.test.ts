import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BadInput } from '#data/model/bad-input.ts'
import { decode } from './decode.ts'

const text = '2024年，我国软件业务收入137276亿元，同比增长10%。'
// «软件收入3.8万亿元» in GB18030.
const gb = new Uint8Array([
  0xc8, 0xed, 0xbc, 0xfe, 0xca, 0xd5, 0xc8, 0xeb, 0x33, 0x2e, 0x38, 0xcd, 0xf2, 0xd2, 0xda, 0xd4, 0xaa,
])
const utf8 = new TextEncoder().encode(text)

test('reads UTF-8 with and without a mark', () => {
  expect(decode(utf8, 'a.txt')).toBe(text)
  expect(decode(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), 'a.txt')).toBe(text)
})

test('reads GB18030', () => expect(decode(gb, 'a.txt')).toBe('软件收入3.8万亿元'))

test('reads UTF-16 of both orders, with and without a mark', () => {
  const little = new Uint8Array(Buffer.from(text, 'utf16le'))
  const big = new Uint8Array(Buffer.from(text, 'utf16le').swap16())
  expect(decode(new Uint8Array([0xff, 0xfe, ...little]), 'a.txt')).toBe(text)
  expect(decode(new Uint8Array([0xfe, 0xff, ...big]), 'a.txt')).toBe(text)
  expect(decode(little, 'a.txt')).toBe(text)
  expect(decode(big, 'a.txt')).toBe(text)
})

test('a file cut in the middle of a character is still UTF-8', () => {
  expect(decode(utf8.subarray(0, -1), 'a.txt').startsWith('2024年，我国软件业务')).toBe(true)
})

test.each([
  ['zeros', new Uint8Array(1000)],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
  ['noise', Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 31 + i * 17) % 251)],
])('refuses %s', (_, bytes) => {
  expect(() => decode(bytes, 'a.txt')).toThrow(BadInput)
  expect(() => decode(bytes, 'a.txt')).toThrow('a.txt: 不是文本文件')
})

/** The bytes of every character that an encoding has, by asking the decoder for all of them. */
function encoderOf(encoding: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const bytes = new Map<string, readonly number[]>()
  for (let high = 0x81; high <= 0xfe; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      try {
        const character = decoder.decode(Uint8Array.of(high, low))
        if ([...character].length === 1 && !bytes.has(character)) bytes.set(character, [high, low])
      } catch {
        // Not every pair of bytes is a character.
      }
    }
  return (text) =>
    Uint8Array.from([...text].flatMap((character) => bytes.get(character) ?? character.charCodeAt(0)))
}

const encoders = { gb18030: encoderOf('gb18030'), big5: encoderOf('big5') }
const simplified = '软件业务收入较上年同期增长，电信业务总量和移动电话用户数持续上升。'
const traditional = '軟體業務收入較上年同期增長，電信業務總量與行動電話用戶數持續成長。'

test.each([
  ['gb18030', simplified],
  ['gb18030', traditional],
  ['big5', traditional],
] as const)('text in %s is read, undeclared: %s', (encoding, text) => {
  expect(decode(encoders[encoding](text), 'a.txt')).toBe(text)
  expect(decode(encoders[encoding](`2024年1-4月，${text}`).slice(0, -1), 'a.txt')).toContain(
    text.slice(0, -1),
  )
})

test.each([
  ['big5', '<meta charset="big5"><p>', traditional],
  ['big5', '<meta http-equiv="Content-Type" content="text/html; charset=Big5"><p>', traditional],
  ['big5', '<meta charset="big5"><p>', '軟體業'],
  ['gb18030', '<meta charset=gb2312><p>', simplified],
  ['gb18030', '<?xml version="1.0" encoding="GBK"?><p>', simplified],
  ['big5', '<meta charset="gb2312"><p>', traditional],
  ['gb18030', '<meta charset="big5"><p>', simplified],
] as const)('text in %s is read after %s, be that right or wrong', (encoding, head, text) => {
  expect(decode(encoders[encoding](head + text), 'a.html')).toBe(head + text)
})

const sentences = fc
  .array(
    fc.constantFrom(
      ...traditional.split(/[，。]/).filter(Boolean),
      '基地臺達',
      '萬個',
      '比重為',
      '億元',
      '第三季',
    ),
    { minLength: 8, maxLength: 40 },
  )
  .map((parts) => parts.join('，'))

test('any text of Taiwan is told apart from one of the mainland by its bytes', () =>
  fc.assert(
    fc.property(sentences, fc.constantFrom('big5', 'gb18030'), (text, encoding) => {
      expect(decode(encoders[encoding as 'big5'](text), 'a.txt')).toBe(text)
    }),
    { numRuns: 100 },
  ))

test('UTF-16 of Chinese only, without a mark, is read', () => {
  const text = `${simplified.repeat(4)}\n`
  expect(decode(new Uint8Array(Buffer.from(text, 'utf16le')), 'a.txt')).toBe(text)
  expect(decode(new Uint8Array(Buffer.from(text, 'utf16le').swap16()), 'a.txt')).toBe(text)
})

// The sentence of `traditional` in EUC-TW.
const taiwanese = Buffer.from(
  'ddd4fcd5e4c6d9adc8adc4abe7a4c4b8c8a1c7d1dfe6ecc1cfdba1a2e7d9cfeae4c6d9adf4eae2d8ead8c8e7d9afe7d9e6e3c6eec5c2edb0d1bdfafdc8a9cfdba1a4',
  'hex',
)

test('an encoding that is not read is named', () => {
  const page = Buffer.concat([Buffer.from('<meta charset="euc-tw"><p>'), taiwanese])
  expect(() => decode(page, 'a.html')).toThrow('a.html: 文字编码是 EUC-TW，读不了，请另存为 UTF-8 后再读')
  expect(() => decode(taiwanese, 'a.txt')).toThrow(
    'a.txt: 文字编码无法判断（不是 UTF-8、UTF-16、GB18030 或 Big5）',
  )
})
