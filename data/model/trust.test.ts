import { expect, test } from 'vitest'
import { countTrusts, trustOf, weakest } from './trust.ts'

test('a number is followed to its sentence, else to an address, else to a title', () => {
  expect(trustOf({ quote: '软件业务收入62350亿元', url: '' })).toBe('quote')
  expect(trustOf({ quote: null, url: 'https://example.org/' })).toBe('link')
  expect(trustOf({ quote: '', url: '' })).toBe('title')
})

test('a number made of others is as good as the weakest of them', () => {
  expect(weakest(['quote', 'title', 'link'])).toBe('title')
  expect(weakest(['quote', 'link'])).toBe('link')
  expect(weakest([])).toBe('title')
})

test('counts say what there is, the furthest first', () => {
  expect(countTrusts(['title', 'quote', 'title'])).toEqual([
    { trust: 'quote', count: 1 },
    { trust: 'title', count: 2 },
  ])
})
