import { expect, test } from 'vitest'
import { intervalAt, withUnit } from './interval-text.ts'

const hundredMillion = { power: 8, label: '亿元' }
const percent = { power: 0, label: '%' }

test.each([
  ['a printed number with half a unit either way', 98190.5e8, 98191.5e8, '98,190.5—98,191.5亿元'],
  ['an implied base, ends rounded outward', 12473920945024, 12485356980445, '124,739—124,854亿元'],
  ['a month of two cumulative figures', 10580e8, 10582e8, '10,580—10,582亿元'],
  ['an open end', 38000e8, null, '≥38,000亿元'],
  ['the other open end', null, 38500e8, '≤38,500亿元'],
  ['one value, said once', 11.8e8, 11.8e8, '11.8亿元'],
  ['nothing known', null, null, ''],
] as const)('%s', (_, low, high, text) => {
  expect(intervalAt({ low, high }, hundredMillion, 'zh')).toBe(text)
})

test('ends below zero are parted by a word, not a dash', () => {
  expect(intervalAt({ low: -0.25, high: 0.15 }, percent, 'zh')).toBe('−0.25至0.15%')
  expect(intervalAt({ low: -0.057, high: -0.024 }, percent, 'zh')).toBe('−0.057至−0.024%')
})

test('an open end is rounded outward too', () => {
  expect(intervalAt({ low: 101.27789, high: null }, percent, 'zh')).toBe('≥101.2%')
  expect(intervalAt({ low: null, high: 20 }, percent, 'en')).toBe('≤20%')
})

test('binary fractions do not push an end outward', () => {
  expect(intervalAt({ low: 1.15, high: 1.25 }, percent, 'en')).toBe('1.15–1.25%')
  expect(intervalAt({ low: 11.55, high: 11.65 }, percent, 'en')).toBe('11.55–11.65%')
})

test('both ends have the same decimals', () => {
  expect(intervalAt({ low: 1.058e12, high: 1.0582e12 }, { power: 9, label: 'billion yuan' }, 'en')).toBe(
    '1,058.0–1,058.2 billion yuan',
  )
})

test('no more decimals than are asked for, the ends still rounded outward', () => {
  expect(intervalAt({ low: 11.553, high: 11.648 }, percent, 'zh', 1)).toBe('11.5—11.7%')
})

test('a unit stands close behind digits in Chinese unless its letters are Latin', () => {
  expect(withUnit('300', '亿元', 'zh')).toBe('300亿元')
  expect(withUnit('300', 'EFLOPS', 'zh')).toBe('300\u202fEFLOPS')
  expect(withUnit('300', 'billion yuan', 'en')).toBe('300 billion yuan')
  expect(withUnit('3', '%', 'en')).toBe('3%')
})
