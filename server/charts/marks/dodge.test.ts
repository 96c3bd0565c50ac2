import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dodge } from './dodge.ts'

test('labels with room stay where they like to be', () => {
  expect(
    dodge(
      [
        { at: 10, height: 8 },
        { at: 40, height: 8 },
      ],
      0,
      100,
    ),
  ).toEqual([10, 40])
})

test('two on one spot move apart by the same distance', () => {
  expect(
    dodge(
      [
        { at: 50, height: 10 },
        { at: 50, height: 10 },
      ],
      0,
      100,
    ),
  ).toEqual([45, 55])
})

test('nothing leaves the column', () => {
  expect(
    dodge(
      [
        { at: 2, height: 10 },
        { at: 99, height: 10 },
      ],
      0,
      100,
    ),
  ).toEqual([5, 95])
})

test('whatever is wished for, nothing overlaps and the order is kept', () => {
  const wish = fc.record({ at: fc.integer({ min: 0, max: 300 }), height: fc.integer({ min: 5, max: 20 }) })
  fc.assert(
    fc.property(fc.array(wish, { minLength: 1, maxLength: 12 }), (wishes) => {
      const middles = dodge(wishes, 0, 300)
      const boxes = wishes
        .map(({ at, height }, index) => ({ at, top: (middles[index] ?? 0) - height / 2, height }))
        .toSorted((a, b) => a.top - b.top)
      for (const [index, box] of boxes.slice(1).entries()) {
        const above = boxes[index]
        if (!above) continue
        expect(box.top).toBeGreaterThanOrEqual(above.top + above.height - 1e-6)
        expect(box.at).toBeGreaterThanOrEqual(above.at)
      }
    }),
  )
})
