import { expect, test } from 'vitest'
import type { Mark } from '#server/charts/index.ts'
import { moves, nearest, startIn } from './move.ts'

const mark = (x: number, y: number): Mark => ({
  seriesIndex: 0,
  dataIndex: 0,
  at: [x, y],
  region: 'CN',
  source: '',
  text: '',
  tip: { heading: '', name: '', value: '', lines: [], others: '', parents: [] },
})

const lines = [
  [mark(1, 10), mark(2, 20), mark(4, 40)],
  [mark(1, 5), mark(3, 15)],
]
const list = [[mark(9, 0)], [mark(7, 1)], [mark(5, 2)]]

const press = (key: string, lanes: typeof lines, spot: { lane: number; index: number }) =>
  moves[key]?.(lanes, spot)

test('left and right go along a line and stop at its ends', () => {
  expect(press('ArrowLeft', lines, { lane: 0, index: 2 })).toEqual({ lane: 0, index: 1 })
  expect(press('ArrowRight', lines, { lane: 0, index: 2 })).toEqual({ lane: 0, index: 2 })
})

test('down goes to the next line at about the same time', () => {
  expect(press('ArrowDown', lines, { lane: 0, index: 2 })).toEqual({ lane: 1, index: 1 })
  expect(press('ArrowDown', lines, { lane: 1, index: 1 })).toEqual({ lane: 1, index: 1 })
})

test('in a list every arrow goes from row to row', () => {
  expect(press('ArrowRight', list, { lane: 0, index: 0 })).toEqual({ lane: 1, index: 0 })
  expect(press('ArrowUp', list, { lane: 1, index: 0 })).toEqual({ lane: 0, index: 0 })
})

test('Home and End are the ends of a line, or of a list', () => {
  expect(press('Home', lines, { lane: 0, index: 2 })).toEqual({ lane: 0, index: 0 })
  expect(press('End', list, { lane: 0, index: 0 })).toEqual({ lane: 2, index: 0 })
})

test('the first key press lands on the latest point of a line and on the top of a list', () => {
  expect(startIn({ lanes: lines, pointing: 'xy' })).toEqual({ lane: 0, index: 2 })
  expect(startIn({ lanes: list, pointing: 'y' })).toEqual({ lane: 0, index: 0 })
})

test('a pointer means the nearest mark within reach', () => {
  const pixels = [
    [
      [10, 10],
      [50, 10],
    ],
    [[50, 30]],
  ] as const
  expect(nearest(pixels, [52, 26], 'xy', 40)).toEqual({ lane: 1, index: 0 })
  expect(nearest(pixels, [200, 200], 'xy', 40)).toBeUndefined()
  expect(nearest(pixels, [12, 300], 'x', 40)).toEqual({ lane: 0, index: 0 })
})
