import { afterAll, describe, expect, inject, test } from 'vitest'
import { groupBy } from '#data/model/group-by.ts'
import { openStore } from '#data/store/open-store.ts'
import type { Position } from '#server/cursor.ts'
import { findNumbers, readWanted } from '#server/queries/find-numbers.ts'
import { keptNumbers } from '#server/queries/kept-numbers.ts'
import { placeOf } from '#server/queries/place-of-cursor.ts'
import type { Row } from '#server/queries/printed-number.ts'

const store = await openStore(inject('database'))
afterAll(() => store.close())

const all = await readWanted(store, {})

test('the numbers that are found and read by keys are those of the view, in the order of their places', async () => {
  const ordered = await store.query(
    'select id, value, low, rank, others, quote, correction from observation order by indicator, region, end_month, start_month, id',
    [],
  )
  const seen = ordered.map(([id, value, low, ...same]) => [
    ...[id, Number(value), low === null ? null : Number(low)],
    ...same,
  ])
  expect(
    all.map((row) => [row.id, row.value, row.low, row.rank, row.others, row.quote, row.correction]),
  ).toEqual(seen)
})

test('what is kept of an indicator is all that is shown of it', async () => {
  const shown = groupBy(
    all.filter(({ rank }) => rank === 1),
    ({ indicator }) => indicator,
  )
  for (const [indicator, rows] of shown) {
    const kept = [...((await keptNumbers(store, indicator)) ?? new Map<string, Row[]>()).values()].flat()
    expect(kept).toEqual(
      rows.map(({ rank, column_number, rule, implied, quote, oddity_known, ...others }) => others),
    )
  }
})

describe('the place of a cursor', () => {
  const positionOf = ({ indicator, region, end_month: end, start_month: start, id }: Row): Position => ({
    ...{ snapshot: '', indicator, region, end, start, id },
  })
  const some = all.filter((_, at) => at % 397 === 0)

  test('that names a row is that of the row', async () => {
    for (const row of some) expect(all[await placeOf(store, positionOf(row))]?.id).toBe(row.id)
  })

  test('that names nothing that is there is the last before it, whatever of it has gone', async () => {
    const lastWhere = (is: (row: Row) => boolean) => all.findLastIndex(is)
    for (const row of some) {
      const position = positionOf(row)
      const { indicator, region, end, start } = position
      const isSameRegion = (other: Row) => other.indicator === indicator && other.region === region
      const [thing, place] = [`${indicator}0`, `${region}0`]
      expect(await placeOf(store, { ...position, indicator: thing })).toBe(
        lastWhere((other) => other.indicator < thing),
      )
      expect(await placeOf(store, { ...position, region: place })).toBe(
        lastWhere(
          (other) => other.indicator < indicator || (other.indicator === indicator && other.region < place),
        ),
      )
      expect(await placeOf(store, { ...position, id: '' })).toBe(
        all.findIndex(
          (other) => isSameRegion(other) && other.end_month === end && other.start_month === start,
        ) - 1,
      )
      expect(await placeOf(store, { ...position, end: end + 1, start: -5 })).toBe(
        lastWhere(
          (other) =>
            other.indicator < indicator ||
            (other.indicator === indicator &&
              (other.region < region || (other.region === region && other.end_month <= end))),
        ),
      )
    }
  })
})

test('a number is found among those out by a day, and ranked among them', async () => {
  const day = '2024-06-30'
  const known = await findNumbers(store, { asOf: day })
  const facts = groupBy(await readWanted(store, { asOf: day }), (row) =>
    JSON.stringify([
      ...[row.indicator, row.region, row.is_moment, row.start_month, row.end_month, row.measure],
      ...[row.compilation, row.compared_to, row.share_of, row.status.replace('preliminary', 'actual')],
    ]),
  )
  expect(known.length).toBeLessThan(all.length)
  for (const rows of facts.values()) {
    expect(rows.map(({ rank }) => rank).sort()).toEqual(rows.map((_, at) => at + 1).sort())
    expect(new Set(rows.map(({ others }) => others))).toEqual(new Set([rows.length - 1]))
  }
})
