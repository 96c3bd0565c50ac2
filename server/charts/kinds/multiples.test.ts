import { expect, test } from 'vitest'
import { chartData, chartSeries, renderSvg, textsOf } from '../../../tests/support/chart-series.ts'
import { textBoxesIn } from '../../../tests/support/text-boxes.ts'
import { drawMultiples } from '../drawings/multiples.ts'
import { tileLayout } from '../points/tile-layout.ts'
import { multiples } from './multiples.ts'

const users = (region: string, figures: readonly string[]) =>
  chartSeries({ indicator: 'broadband_users', region, basis: 'stock', figures })
const provinces = tileLayout
  .slice(0, 31)
  .map(({ code }, index) =>
    users(code, [
      `2022-12 ${100 + index * 10}.5万户`,
      `2023-12 ${110 + index * 10}.5万户`,
      `2024-12 ${120 + index * 10}.5万户`,
    ]),
  )
const data = chartData([users('CN', ['2022-12 9999.0万户']), ...provinces])

test.each([
  [358, 3],
  [980, 8],
])('31 lines have room at %i px, in %i columns', (width, columns) => {
  const { lanes } = drawMultiples(data, { width, theme: 'light' })
  const lefts = new Set(lanes.map((lane) => Math.round(lane[0]?.at[0] ?? 0)))
  expect(lanes).toHaveLength(31)
  expect(lefts.size).toBe(columns)
})

test.each([
  ['rises', ['100.0', '200.0', '290.0'], 'left'],
  ['falls', ['290.0', '200.0', '100.0'], 'right'],
])('the greatest value of the scale stands where a line that %s leaves room', (_, figures, side) => {
  const years = figures.map((figure, at) => `${2022 + at}-12 ${figure}万户`)
  const others = ['120000', '130000'].map((region) =>
    users(region, ['2022-12 1.0万户', '2023-12 1.0万户', '2024-12 1.0万户']),
  )
  const picture = drawMultiples(chartData([users('110000', years), ...others]), {
    width: 980,
    theme: 'light',
  })
  const top = textBoxesIn(picture, 980).find(({ text }) => text === '300万户')
  const first = picture.lanes.find((lane) => lane.some(({ at }) => at[1] < 40)) ?? []
  const [left = 0, right = 0] = [first[0]?.at[0], first.at(-1)?.at[0]]
  const middle = ((top?.left ?? 0) + (top?.right ?? 0)) / 2
  expect(Math.abs(middle - left) < Math.abs(middle - right) ? 'left' : 'right').toBe(side)
})

test('all stand on one scale from zero: twice the value is twice the height', () => {
  const two = chartData([
    users('110000', ['2022-12 100.0万户', '2023-12 200.0万户', '2024-12 400.0万户']),
    users('120000', ['2022-12 50.0万户', '2023-12 100.0万户', '2024-12 200.0万户']),
    users('130000', ['2022-12 50.0万户', '2023-12 100.0万户', '2024-12 0.0万户']),
  ])
  const { lanes } = drawMultiples(two, { width: 980, theme: 'light' })
  const [high, low] = lanes
  const zero = lanes[2]?.[2]?.at[1] ?? 0
  expect(zero - (high?.[2]?.at[1] ?? 0)).toBeCloseTo(2 * (zero - (low?.[2]?.at[1] ?? 0)))
  expect(high?.[1]?.at[1]).toBeCloseTo(low?.[2]?.at[1] ?? 0)
})

test('each is named with its last number, an older one with its year', () => {
  const older = users('540000', ['2022-12 130.5万户', '2023-12 145.1万户'])
  const some = chartData([...provinces.slice(0, 4), older])
  const texts = textsOf(renderSvg(drawMultiples(some, { width: 640, theme: 'light' }), 640))
  expect(texts).toEqual(expect.arrayContaining(['西藏', '145.1 (2023)', '黑龙江', '120.5']))
})

test('the subtitle says that there is one scale', () => {
  expect(multiples.describe(data).subtitle).toBe('2022—2024年各年12月末 · 万户 · 各图同一刻度')
})

test('two years are no line', () => {
  expect(multiples.fits(data.series)).toBe(true)
  expect(multiples.fits(data.series.map((each) => ({ ...each, points: each.points.slice(0, 2) })))).toBe(
    false,
  )
})
