import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas, GlobalFonts, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { pictures } from '../../tests/support/pictures.ts'
import { compose } from './compose.ts'
import { fontFile, weights } from './font/font-files.ts'
import { openFont } from './font/open-font.ts'
import type { LaidText, Layout } from './layout.ts'
import { toPng } from './to-png.ts'

const ranking = compose({ ...pictures.ranking, height: undefined })

/** What another reader of PNG sees. */
async function pixelsOf(png: Uint8Array) {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  canvas.getContext('2d').drawImage(image, 0, 0)
  const data = canvas.data()
  return {
    width: image.width,
    height: image.height,
    data,
    at: (x: number, y: number) =>
      `#${Buffer.from(data.subarray(4 * (y * image.width + x), 4 * (y * image.width + x) + 3)).toString('hex')}`,
  }
}

test('a picture has the pixels that its scale asks for, and its colours where they belong', async () => {
  const { option, x, y } = ranking.chart
  const [bar] = option['series'] as { data: { itemStyle: { color: string } }[] }[]
  const color = bar?.data[0]?.itemStyle.color
  for (const scale of [1, 1.575, 4]) {
    const { width, height, at } = await pixelsOf(toPng(ranking, { scale }))
    expect([width, height]).toEqual([Math.round(1200 * scale), Math.round(ranking.height * scale)])
    expect(at(width - 1, height - 1)).toBe(ranking.background)
    expect(at(Math.round((x + 200) * scale), Math.round((y + 12) * scale))).toBe(color)
  }
})

test('what was drawn before is gone', () => {
  const before = toPng(ranking, { scale: 1 })
  toPng(compose(pictures.heatmap), { scale: 1 })
  expect(Buffer.compare(toPng(ranking, { scale: 1 }), before)).toBe(0)
})

test('a picture for print says how many of its pixels an inch takes', () => {
  const png = Buffer.from(toPng(ranking, { scale: 1.575, dpi: 300 }))
  const at = png.indexOf('pHYs') + 4
  expect([png.readUInt32BE(at), png.readUInt32BE(at + 4), png[at + 8]]).toEqual([11_811, 11_811, 1])
  expect(Buffer.from(toPng(ranking, { scale: 1 })).includes('pHYs')).toBe(false)
})

/** A picture of nothing but texts. */
const textsOnly = (texts: readonly LaidText[]): Layout => ({
  ...ranking,
  width: 600,
  height: 100,
  chart: { option: {}, x: 0, y: 0, width: 600, height: 100 },
  texts,
})
const line = { x: 300, y: 70, size: 48, weight: 400, color: '#0f1c2e' } as const

test('a text stands on its line and begins, is centred or ends at its place', async () => {
  const boxOf = async (anchor: LaidText['anchor']) => {
    const { data, width } = await pixelsOf(
      toPng(textsOnly([{ ...line, text: '口口', anchor }]), { scale: 1 }),
    )
    const inked = [...data.keys()].filter((at) => at % 4 === 0 && (data[at] ?? 0) < 100).map((at) => at / 4)
    const columns = inked.map((at) => at % width)
    return { left: Math.min(...columns), right: Math.max(...columns), foot: Math.max(...inked) / width }
  }
  const [start, middle, end] = [await boxOf('start'), await boxOf('middle'), await boxOf('end')]
  expect(start.left).toBeGreaterThan(299)
  expect(start.left).toBeLessThan(310)
  expect(start.left - middle.left).toBe(48)
  expect(middle.left - end.left).toBe(48)
  expect(Math.abs(start.foot - 72)).toBeLessThan(5)
})

test.each(weights)(
  'letters look as Skia itself writes them with the same font, in the weight %i',
  async (weight) => {
    GlobalFonts.registerFromPath(fontFile(weight), `test ${weight}`)
    const text = '㛃䶮数字经济2025年'
    const { data } = await pixelsOf(
      toPng(textsOnly([{ ...line, text, x: 10, weight, anchor: 'start' }]), { scale: 1 }),
    )
    const canvas = createCanvas(600, 100)
    const pen = canvas.getContext('2d')
    pen.fillStyle = ranking.background
    pen.fillRect(0, 0, 600, 100)
    pen.fillStyle = line.color
    pen.font = `${weight} 48px "test ${weight}"`
    pen.fontKerning = 'none'
    pen.fillText(text, 10, 70)
    const other = canvas.data()
    const off = data.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) / data.length
    expect(off).toBeLessThan(2)
  },
)

test('no character of the catalogue, of the words of charts or of rare names is missing from the font', () => {
  const folders = [
    'data/catalog',
    'data/wording',
    ...['kinds', 'marks', 'words'].map((each) => `server/charts/${each}`),
  ]
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(json|csv|ts)$/.test(file))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  )
  const characters = new Set([...`${files.join('')}㛃䶮〇䲟𫖯𬭚㙍`].filter((each) => each > '\x1f'))
  expect(characters.size).toBeGreaterThan(900)
  for (const font of weights.map(openFont))
    expect(
      [...characters].filter((each) => !font.hasGlyphForCodePoint(each.codePointAt(0) ?? 0)).join(''),
    ).toBe('')
})
