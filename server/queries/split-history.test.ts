import { describe, expect, test } from 'vitest'
import { splitHistory } from './split-history.ts'

/** Versions by how much each changed; the first adds all. */
const history = (...changed: readonly number[]) =>
  changed.map((revised, at) => ({
    ...{ position: at + 1, id: `${at}`, published_at: '2026-09-30T00:00:00.000Z', published: 10 },
    ...{ added: 0, revised, removed: 0 },
  }))

function split(changed: readonly number[], listed: readonly number[], most = 100) {
  const { first, told } = splitHistory(history(...changed), new Set(listed), most)
  return [first.position, told.map(({ position }) => position)]
}

describe('the versions whose changes are told', () => {
  test('are all behind the first, of which everything is new', () => {
    expect(split([10], [])).toEqual([1, []])
    expect(split([10, 5, 0, 5], [2, 4])).toEqual([1, [2, 3, 4]])
  })

  test('are the newest, as many as change no more than is told', () => {
    expect(split([10, 60, 60, 30], [2, 3, 4])).toEqual([2, [3, 4]])
    expect(split([10, 5, 200], [2, 3])).toEqual([3, []])
  })

  test('begin behind one of which only the counts are known', () => {
    expect(split([10, 5, 5, 5], [2, 4])).toEqual([3, [4]])
  })
})

test('a database without a history is none of ours', () => {
  expect(() => splitHistory([], new Set(), 100)).toThrow('no history')
})
