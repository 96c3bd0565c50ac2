import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { chartData, chartSeries, renderSvg, textsOf } from '../../../tests/support/chart-series.ts'
import { drawTiles } from '../drawings/tiles.ts'
import { hatchedLook } from '../marks/hatch.ts'
import { contrast, inkOn, themes } from '../palette.ts'
import { classesOf } from '../points/classes.ts'
import { tileLayout } from '../points/tile-layout.ts'
import { tiles } from './tiles.ts'

const figures = {
  '110000': '11070',
  '440000': '8513',
  '320000': '5685',
  '370000': '5374',
  '310000': '4576',
  '330000': '3400',
  '510000': '2200',
  '520000': '311',
}
const data = chartData(
  Object.entries(figures).map(([region, figure]) =>
    chartSeries({
      indicator: 'software_revenue',
      region,
      basis: 'cumulative',
      figures: [`2024-01/2024-05 ${figure}亿元`],
    }),
  ),
  { selected: '440000' },
)
const picture = drawTiles(data, { width: 340, theme: 'light' })
const svg = renderSvg(picture, 340)
const texts = textsOf(svg)

test('a number that was printed as more than it says keeps its 超', () => {
  const over = data.series.map((series) => ({
    ...series,
    points: series.points.map((point) => ({ ...point, qualifier: '>' as const })),
  }))
  const words = textsOf(renderSvg(drawTiles({ ...data, series: over }, { width: 980, theme: 'light' }), 980))
  expect(words).toEqual(expect.arrayContaining(['超11,070', '超311']))
})

test('the grid holds every province once, by the names of the catalogue', () => {
  const { regions } = readCatalog('data/catalog')
  const provinces = [...regions.values()].filter(({ kind }) => kind === 'province')
  expect(tileLayout).toHaveLength(34)
  for (const { code, name } of provinces)
    expect(tileLayout.find((tile) => tile.code === code)?.name).toEqual(name)
  expect(new Set(tileLayout.map(({ row, column }) => `${row}|${column}`)).size).toBe(34)
})

test('a province without a number is a dashed tile with a dash', () => {
  expect(texts.filter((text) => text === '—')).toHaveLength(26)
  expect(svg.match(/stroke-dasharray/g)).toHaveLength(26)
})

test('numbers stand in the tiles as printed, the unit once in the legend', () => {
  expect(texts).toEqual(expect.arrayContaining(['广东', '8,513', '北京', '11,070', '单位：亿元']))
})

test('the chosen province is outlined', () => {
  expect(svg).toContain(`stroke="${themes.light.ink}" stroke-width="2"`)
})

test('both ends of the scale are in the legend', () => {
  expect(texts.filter((text) => text === '311')).toHaveLength(2)
  expect(texts.filter((text) => text === '11,070')).toHaveLength(2)
})

test('with fewer than eight numbers there is no grid to draw', () => {
  expect(tiles.fits(data.series)).toBe(true)
  expect(tiles.fits(data.series.slice(1))).toBe(false)
})

test('the foot says that it is no map, lists who has nothing, and apart who is not counted', () => {
  const { foot, sentence, subtitle } = tiles.describe(data)
  expect(foot[0]).toBe('示意图，非地图')
  expect(foot[1]).toMatch(/^无数据（23）：黑龙江、内蒙古/)
  expect(foot[2]).toBe('未纳入统计：台湾、澳门、香港')
  expect(sentence).toMatch(/23个省级地区无数据。$/)
  expect(subtitle).toBe('2024年1—5月 · 亿元')
})

test('every tile can be pointed at, also one without a number', () => {
  const marks = picture.lanes.flat()
  expect(marks).toHaveLength(34)
  expect(marks.find(({ region }) => region === '540000')?.text).toBe('西藏，无数据')
  expect(marks.find(({ region }) => region === '810000')?.text).toBe('香港，未纳入统计')
})

describe('tiles of different periods', () => {
  const later = chartSeries({
    indicator: 'software_revenue',
    region: '120000',
    basis: 'cumulative',
    figures: ['2024-01/2024-12 3000亿元'],
  })
  const latest = { ...data, series: [...data.series, later], isLatest: true }
  const darkest = themes.light.sequential.at(-1)
  /** Lines in a shade of the scale. */
  const hatchedIn = (drawn: string) =>
    themes.light.sequential
      .map((shade) => hatchedLook(shade, themes.light).stroke)
      .reduce((sum, stroke) => sum + drawn.split(`stroke="${stroke}"`).length - 1, 0)
  test('words on a paler tile of any shade have a contrast of 4.5', () => {
    for (const theme of [themes.light, themes.dark])
      for (const shade of theme.sequential) {
        const { fill } = hatchedLook(shade, theme)
        expect(contrast(inkOn(fill, theme), fill)).toBeGreaterThanOrEqual(4.5)
      }
  })

  const mixed = drawTiles(latest, { width: 800, theme: 'light' })

  test('that are older than the newest are paler, hatched and dated', () => {
    const drawn = renderSvg(mixed, 800)
    expect(textsOf(drawn).filter((text) => text === '2024-05')).toHaveLength(8)
    expect(hatchedIn(drawn)).toBeGreaterThan(8 * 5)
    expect(hatchedIn(svg)).toBe(0)
    // The swatch of the legend is all that is left of the darkest shade; the largest number is of May.
    expect(drawn.split(`fill="${darkest}"`)).toHaveLength(2)
    expect(svg.split(`fill="${darkest}"`).length).toBeGreaterThan(2)
  })

  test('on a narrow screen are hatched too, and each says its period when pointed at', () => {
    const narrow = drawTiles(latest, { width: 340, theme: 'light' })
    expect(hatchedIn(renderSvg(narrow, 340))).toBeGreaterThan(8 * 5)
    const headings = narrow.lanes.flat().map(({ region, tip }) => [region, tip.heading])
    expect(headings).toContainEqual(['440000', '2024年1—5月'])
    expect(headings).toContainEqual(['120000', '2024年'])
  })

  test('say in the foot that they are, while those of one period do not', () => {
    expect(tiles.describe(latest).foot).toContain(
      '各地区时期不同，见方格提示与数据表；早于2024年的色浅并画斜线',
    )
    expect(tiles.describe(data).foot.join()).not.toContain('时期不同')
  })
})

describe('classes', () => {
  const { sequential } = themes.light

  test('hold about as many values each', () => {
    const values = Array.from({ length: 31 }, (_, index) => index * index)
    const { shades, shadeOf } = classesOf(values, sequential)
    const sizes = shades.map((shade) => values.filter((value) => shadeOf(value) === shade).length)
    expect(shades).toHaveLength(7)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
  })

  test('are few for few values, and then far apart', () => {
    expect(classesOf([1, 2, 3, 4, 5], sequential).shades).toEqual([
      sequential[0],
      sequential[3],
      sequential[6],
    ])
    expect(classesOf([7], sequential).bounds).toEqual([])
  })
})
