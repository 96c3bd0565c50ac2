import { expect, test } from 'vitest'
import { takeTurn } from './take-turn.ts'

test('of many pieces of work one is done in each turn of the event loop, in the order in which they came', async () => {
  const order: string[] = []
  const work = Array.from({ length: 3 }, async (_, at) => {
    await takeTurn()
    order.push(`work ${at}`)
  })
  const turns = async () => {
    for (let turn = 0; turn < 3; turn++) {
      await new Promise(setImmediate)
      order.push('turn')
    }
  }
  await Promise.all([...work, turns()])
  expect(order).toEqual(['work 0', 'turn', 'work 1', 'turn', 'work 2', 'turn'])
})
