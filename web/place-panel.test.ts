import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placePanel } from './place-panel.ts'

const phone = { left: 0, top: 92, right: 390, bottom: 844 }
const panel = { width: 320, height: 380 }
const buttonAt = (left: number, top: number) => ({ left, top, right: left + 80, bottom: top + 32 })

test('a panel stands under the left end of its button', () => {
  expect(placePanel(buttonAt(16, 200), panel, phone)).toMatchObject({ side: 'below', left: 16 })
})

test('of a button at the right edge it moves to the left', () => {
  expect(placePanel(buttonAt(294, 200), panel, phone).left + panel.width).toBe(390 - 8)
})

test('of a button at the bottom it stands above', () => {
  expect(placePanel(buttonAt(16, 780), panel, phone).side).toBe('above')
})

test('it is never higher than the room it has, nor leaves the view', () => {
  const view = { ...phone, right: 320, bottom: 480 }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 240 }), fc.integer({ min: 104, max: 440 }), (x, y) => {
      const button = buttonAt(x, y)
      const { side, left, room } = placePanel(button, { ...panel, width: 304 }, view)
      const [top, bottom] =
        side === 'below' ? [button.bottom, button.bottom + 4 + room] : [button.top - 4 - room, button.top]
      expect([left, left + 304]).toEqual([8, 312])
      expect(top).toBeGreaterThanOrEqual(view.top)
      expect(bottom).toBeLessThanOrEqual(view.bottom)
      expect(room).toBeGreaterThan(140)
    }),
  )
})
