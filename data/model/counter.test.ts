import { expect, test } from 'vitest'
import { countsTheSame } from './counter.ts'

test.each([
  ['次', '户', false],
  ['台', '部', true],
  ['人次', '人', true],
  ['个', '户', true],
  ['亿元', '户', true],
  ['项', '人', false],
  ['家', '户', true],
  ['次', undefined, true],
] as const)('%s for what %s counts: %s', (word, counter, fits) => {
  expect(countsTheSame(word, counter)).toBe(fits)
})
