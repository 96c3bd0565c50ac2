import { expect, test } from 'vitest'
import { placeAt } from './document.ts'

const places = [
  { offset: 0, line: 4, column: 3 },
  { offset: 5, line: 4, column: 9 },
  { offset: 12, line: 6, column: 1 },
]

test.each([
  [0, 4, 3],
  [4, 4, 7],
  [5, 4, 9],
  [11, 4, 15],
  [12, 6, 1],
  [20, 6, 9],
])('the character at offset %i stands at line %i, column %i', (offset, line, column) => {
  expect(placeAt(places, offset)).toEqual({ line, column })
})

test('text without places stands at the beginning', () => {
  expect(placeAt([], 3)).toEqual({ line: 1, column: 4 })
})
