import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCursor, printCursor } from './cursor.ts'

test('every position survives being printed, in letters that an address may hold', () => {
  const position = fc.record({
    snapshot: fc.string(),
    indicator: fc.string(),
    region: fc.string(),
    end: fc.integer(),
    start: fc.integer(),
    id: fc.string({ unit: 'grapheme' }),
  })
  fc.assert(
    fc.property(position, (each) => {
      const text = printCursor(each)
      expect(text).toMatch(/^[\w-]+$/)
      expect(parseCursor(text)).toEqual(each)
    }),
  )
})

test.each([
  '',
  'abc',
  '!!',
  Buffer.from('{}').toString('base64url'),
  Buffer.from('["a","b",1,2]').toString('base64url'),
  Buffer.from('["a","b",1,2,"c"]').toString('base64url'),
])('%j is no position', (text) => expect(parseCursor(text)).toBeUndefined())
