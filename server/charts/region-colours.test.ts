import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { contrast, themes } from './palette.ts'
import { colorVariableOf, ownColorOf, shapeOfRegion } from './region-colours.ts'

const { regions } = readCatalog('data/catalog')
const codesOf = (kind: string) =>
  [...regions.values()].filter((each) => each.kind === kind).map(({ code }) => code)
const provinces = codesOf('province')
const groups = ['CN', ...codesOf('zone')]

/** Provinces that are often seen beside one another: those that touch, and the largest. */
const neighbours: readonly (readonly string[])[] = [
  '北京 天津 河北',
  '上海 江苏 浙江 安徽',
  '广东 福建 海南 香港',
  '广东 广西 湖南 江西',
  '辽宁 吉林 黑龙江',
  '贵州 四川 重庆 云南',
  '贵州 广西 湖南',
  '湖北 湖南 河南 安徽 江西',
  '陕西 甘肃 宁夏',
  '甘肃 青海 新疆',
  '北京 江苏 广东 山东 上海 浙江 四川 福建 湖北 安徽 陕西 重庆',
  '内蒙古 贵州 甘肃 宁夏 四川 重庆 河北',
].map((names) => names.split(' '))
const codeOf = (name: string) => [...regions.values()].find((each) => each.name.zh === name)?.code ?? ''

type Triple = readonly [number, number, number]

const linear = (color: string): Triple => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return [red, green, blue]
}
const through = (rows: readonly Triple[], [r, g, b]: Triple): Triple => {
  const [x = 0, y = 0, z = 0] = rows.map((row) => row[0] * r + row[1] * g + row[2] * b)
  return [x, y, z]
}
/** OKLab (Ottosson 2020), in which equal distances look about equally large. */
const oklab = (rgb: Triple): Triple => {
  const cones = through(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map((each) => Math.cbrt(Math.max(0, each)))
  return through(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [cones[0] ?? 0, cones[1] ?? 0, cones[2] ?? 0],
  )
}
const distance = (one: Triple, other: Triple) =>
  Math.hypot(...one.map((each, index) => each - (other[index] ?? 0)))

/** What is seen with full colour vision, and without red or green cones (Machado et al. 2009). */
const visions: Readonly<Record<string, (color: string) => Triple>> = {
  'full colour vision': (color) => oklab(linear(color)),
  protanopia: (color) =>
    oklab(
      through(
        [
          [0.152286, 1.052583, -0.204868],
          [0.114503, 0.786281, 0.099216],
          [-0.003882, -0.048116, 1.051998],
        ],
        linear(color),
      ),
    ),
  deuteranopia: (color) =>
    oklab(
      through(
        [
          [0.367322, 0.860646, -0.227968],
          [0.280085, 0.672501, 0.047413],
          [-0.01182, 0.04294, 0.968881],
        ],
        linear(color),
      ),
    ),
}

describe.each(Object.entries(themes))('in the %s theme', (_, theme) => {
  test('every province stands out from the ground', () => {
    expect(provinces).toHaveLength(34)
    for (const code of provinces)
      expect(contrast(ownColorOf(code, theme), theme.ground)).toBeGreaterThanOrEqual(3)
  })

  test.each(neighbours)('%s and its usual neighbours have different colours', (...names) => {
    const colors = names.map((name) => ownColorOf(codeOf(name), theme))
    expect(new Set(colors).size).toBe(names.length)
  })

  test('no two provinces have both colour and shape in common', () => {
    const looks = provinces.map((code) => ownColorOf(code, theme) + shapeOfRegion(code))
    expect(new Set(looks).size).toBe(provinces.length)
  })

  test('nation, zones and provinces never share a colour', () => {
    const own = groups.map((code) => ownColorOf(code, theme))
    expect(new Set(own).size).toBe(groups.length)
    expect(provinces.filter((code) => own.includes(ownColorOf(code, theme)))).toEqual([])
  })

  test.each(Object.entries(visions))('with %s no two colours are the same to the eye', (_, seen) => {
    const all = [...new Set([...groups, ...provinces].map((code) => ownColorOf(code, theme)))].map(seen)
    const gaps = all.flatMap((one, index) => all.slice(0, index).map((other) => distance(one, other)))
    expect(Math.min(...gaps)).toBeGreaterThan(0.055)
  })

  test('the custom property of a region names its colour', () => {
    const [, list = '', at = ''] = /--(cat|prov)-(\d+)/.exec(colorVariableOf('520000')) ?? []
    const colors = { cat: theme.categorical, prov: theme.provincial }[list] as readonly string[]
    expect(colors[Number(at) - 1]).toBe(ownColorOf('520000', theme))
  })
})
