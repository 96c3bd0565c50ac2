import { expect, test } from 'vitest'
import { catalog, contradictionsAmong } from '../../../tests/support/figures-ledger.ts'

const provinces = [...catalog.regions.values()].filter(({ kind }) => kind === 'province').slice(0, 12)
const years = [2019, 2020, 2021, 2022]

/** Annual software revenue of twelve provinces that grow by a tenth a year, but for what is said of the last. */
function figures(last: readonly number[]): string[] {
  return provinces.flatMap(({ code }, place) =>
    years.map((year, at) => {
      const value = place === provinces.length - 1 ? last[at] : Math.round(1000 * 1.1 ** at)
      return `reg-001 software_revenue,${code},${year},level,${value},亿元,,,actual,`
    }),
  )
}

const found = (last: readonly number[]) =>
  contradictionsAmong(figures(last))
    .filter(({ rule }) => rule.code === 'yearly_course')
    .map(({ claim }) => claim.period.end)
const endOf = (year: number) => year * 12 + 11

test('a province that moves with the others is on its course, also where it moves a little faster', () => {
  expect(found([500, 550, 605, 665])).toEqual([])
  expect(found([500, 700, 980, 1300])).toEqual([])
})

test('a jump that comes back is one finding, at the figure that jumped', () => {
  expect(found([14, 15, 278, 19])).toEqual([endOf(2021)])
})

test('a level that leaves its course and stays is one finding, where it left', () => {
  expect(found([2000, 600, 660, 730])).toEqual([endOf(2020)])
  expect(found([2000, 2200, 2420, 641])).toEqual([endOf(2022)])
})
