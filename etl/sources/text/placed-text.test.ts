import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeAt } from '#etl/document.ts'
import { concatTexts, editText, placed, sliceText, trimText } from './placed-text.ts'

const line = '　　2024年，我国软件业务收入 137,276 亿元。'
const columnsOf = (text: ReturnType<typeof placed>) =>
  [...text.text].map((_, i) => placeAt(text.places, i).column)

test('a slice keeps the places of its characters', () => {
  const slice = sliceText(placed(line, 7), 8, 14)
  expect(slice.text).toBe('我国软件业务')
  expect(slice.places).toEqual([{ offset: 0, line: 7, column: 9 }])
})

test('trimming moves the first place', () => {
  expect(trimText(placed(line, 7)).places).toEqual([{ offset: 0, line: 7, column: 3 }])
})

test('texts of several lines are joined with glue that stands where the line ends', () => {
  const joined = concatTexts([placed('AI', 1), placed('computing', 2, 5)], () => ' ')
  expect(joined.text).toBe('AI computing')
  expect([1, 2, 3].map((offset) => placeAt(joined.places, offset))).toEqual([
    { line: 1, column: 2 },
    { line: 1, column: 3 },
    { line: 2, column: 5 },
  ])
})

test('a character that becomes two stands once for both', () => {
  const edited = editText(placed('长５㎞路', 1), [{ start: 2, end: 3, text: 'km' }])
  expect(edited.text).toBe('长５km路')
  expect(columnsOf(edited)).toEqual([1, 2, 3, 3, 4])
})

test('nothing is left of an edit that takes all', () => {
  expect(editText(placed('abc', 3), [{ start: 0, end: 3, text: '' }])).toEqual({
    text: '',
    places: [{ offset: 0, line: 3, column: 1 }],
  })
})

test('whatever is cut out, what stays keeps its place', () => {
  const cuts = fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 20 })
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 60, unit: 'binary-ascii' }),
      cuts,
      cuts,
      (text, first, second) => {
        const cut = (source: ReturnType<typeof placed>, at: readonly number[]) =>
          editText(
            source,
            [...at]
              .filter((i) => i < source.text.length)
              .sort((a, b) => a - b)
              .map((i) => ({ start: i, end: i + 1, text: '' })),
          )
        const kept = cut(cut(placed(text, 1), first), second)
        expect([...kept.text].map((_, i) => text[placeAt(kept.places, i).column - 1]).join('')).toBe(
          kept.text,
        )
      },
    ),
  )
})
