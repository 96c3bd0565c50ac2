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
