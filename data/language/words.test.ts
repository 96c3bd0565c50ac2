import { expect, test } from 'vitest'
import directions from './vocabulary/directions.json' with { type: 'json' }
import lists from './vocabulary/lists.json' with { type: 'json' }
import transparent from './vocabulary/transparent.json' with { type: 'json' }

test('a word that says where a number got to does not say by how much', () => {
  const moves = new Set([...directions.up, ...directions.down, ...directions.netUp, ...directions.netDown])
  expect(lists.to.length).toBeGreaterThan(10)
  expect(lists.to.filter((word) => moves.has(word))).toEqual([])
})

test('no word that says nothing hides one that announces a list', () => {
  expect(transparent.filter((word) => /分别|依次|同比|环比/.test(word))).toEqual([])
})
