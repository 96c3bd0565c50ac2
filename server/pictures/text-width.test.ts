import { expect, test } from 'vitest'
import advances from './font/advances.json' with { type: 'json' }
import { weights } from './font/font-files.ts'
import { openFont } from './font/open-font.ts'
import { readAdvances } from './font/read-advances.ts'
import { faceOf, widthOf } from './text-width.ts'

test('the advances are those of the font: font/write-advances.ts writes them', () => {
  expect(readAdvances()).toEqual(advances)
})

test.each(weights)('every character of the font is as wide as the font says, in the weight %i', (weight) => {
  const font = openFont(weight)
  const wrong = font.characterSet.filter(
    (code) => widthOf(String.fromCodePoint(code), 1000, weight) !== font.glyphForCodePoint(code).advanceWidth,
  )
  expect(wrong).toEqual([])
})

test('a text is as wide as its characters, astral ones counted once', () => {
  expect(widthOf('软件业务', 14)).toBe(56)
  expect(widthOf('𫖯𬭚', 10)).toBe(20)
  expect(widthOf('1,234.5', 10)).toBeCloseTo(5 * 5.55 + 2 * 2.78)
  expect(widthOf('11.2%', 10, 600)).toBeGreaterThan(widthOf('11.2%', 10, 400))
  expect(widthOf('', 14)).toBe(0)
})

test.each([
  ['14px PingFang SC, sans-serif', { size: 14, weight: 400 }],
  ['normal normal 600 12.5px x', { size: 12.5, weight: 600 }],
  ['bold 12px x', { size: 12, weight: 600 }],
  ['500 13px x', { size: 13, weight: 500 }],
  ['300 13px x', { size: 13, weight: 400 }],
])('the font %s is read', (font, face) => {
  expect(faceOf(font)).toEqual(face)
})
