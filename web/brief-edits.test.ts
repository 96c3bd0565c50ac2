import { expect, test } from 'vitest'
import type { Brief } from '#server/charts/index.ts'
import { emptyBrief, withAll, withItem, withMoved, withoutItem } from './brief-edits.ts'

const item = (indicator: string) => ({ chart: { indicator }, say: 'short' as const })
const of = (...codes: string[]): Brief => ({ ...emptyBrief, items: codes.map(item) })
const codes = ({ items }: Brief) => items.map(({ chart }) => chart.indicator).join('')

test('a chart is added once, at the end', () => {
  expect(codes(withItem(of('a', 'b'), item('c')))).toBe('abc')
  expect(codes(withItem(of('a', 'b'), item('a')))).toBe('ab')
})

test('what was removed comes back to its place', () => {
  const brief = of('a', 'b', 'c')
  expect(codes(withItem(withoutItem(brief, 1), item('b'), 1))).toBe('abc')
})

test('a chart moves along the list and not beyond its ends', () => {
  expect(codes(withMoved(of('a', 'b', 'c'), 0, 2))).toBe('bca')
  expect(codes(withMoved(of('a', 'b', 'c'), 2, 1))).toBe('acb')
  expect(codes(withMoved(of('a', 'b', 'c'), 0, -1))).toBe('abc')
  expect(codes(withMoved(of('a', 'b', 'c'), 2, 3))).toBe('abc')
})

test('two briefs together hold each chart once, and no more than there is room for', () => {
  expect(codes(withAll(of('a', 'b'), of('b', 'c')))).toBe('abc')
  const letters = Array.from({ length: 30 }, (_, at) => `x${at}`)
  expect(withAll(of('a'), of(...letters)).items).toHaveLength(20)
})
