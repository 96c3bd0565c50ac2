import { expect, test } from 'vitest'
import type { Series } from './answers.ts'
import { printedFirst } from './printed-first.ts'

/** `2024 11.6`: a year and its growth. */
const growth = (region: string, transform: 'none' | 'yoy', figures: readonly string[]) =>
  ({
    region,
    transform,
    measure: transform === 'yoy' ? 'level' : 'yoy_pct',
    points: figures.map((figure) => {
      const [period = '', value] = figure.split(' ')
      return { period, time: 'span', value: Number(value), derived: transform === 'yoy' ? {} : null }
    }),
  }) as unknown as Series

const printed = [growth('CN', 'none', ['2024 11.6'])]
const derived = [growth('CN', 'yoy', ['2023 15.2', '2024 12.0']), growth('610000', 'yoy', ['2024 9.1'])]

test('growth that was printed is shown, and derived only where none was', () => {
  const shown = printedFirst(printed, derived).map(({ region, measure, transform, points }) => [
    region,
    measure,
    transform,
    points.map(({ value }) => value),
  ])
  expect(shown).toEqual([
    ['CN', 'yoy_pct', 'none', [15.2, 11.6]],
    ['610000', 'yoy_pct', 'none', [9.1]],
  ])
})

test('where nothing was printed, growth is called derived', () => {
  expect(printedFirst([growth('CN', 'none', [])], derived)).toBe(derived)
})
