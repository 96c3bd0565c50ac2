import { readFileSync } from 'node:fs'
import { type Canvas, createCanvas, GlobalFonts } from 'canvas'
import { Chart, type ChartConfiguration, registerables } from 'chart.js'
import { init } from 'echarts'
import { parse, type Spec, View } from 'vega'
import type { ChartSeries } from '#server/charts/index.ts'
import { compose } from '#server/pictures/compose.ts'
import { fontFile } from '#server/pictures/font/font-files.ts'
import type { Layout } from '#server/pictures/layout.ts'
import { createRasterizer } from '#server/pictures/rasterizer.ts'
import { toSvg } from '#server/pictures/to-svg.ts'
import { pictures } from '../support/pictures.ts'

/**
 * Pictures against yardsticks of the same run, taken in turn: SVG against ECharts alone with the same option, PNG, asked
 * of the process that draws, against chart.js with a canvas of Skia in this one. vega stands beside them.
 */
const most = { svg: 1.25, png: 1.7, memory: 1.25 }
const rounds = 30

const rasterizer = createRasterizer({ workers: 1, queue: 32, recycleAfter: 10_000 })
const { trend, ranking } = pictures
const family = 'Noto Sans SC'
for (const weight of [400, 600] as const) GlobalFonts.registerFromPath(fontFile(weight), family)
Chart.register(...registerables)
Chart.defaults.font.family = family

const layouts = Object.values(pictures).map(compose)
const lines = trend.data.series.map((series) => ({ name: series.region.name.zh, points: pointsOf(series) }))
const bars = ranking.data.series.map(({ region, points: [point] }) => ({
  name: region.name.zh,
  value: point?.value ?? 0,
}))
const configurations = [lineChart(), barChart()]
const specs = [lineSpec(), barSpec()]

const svg = await inTurn({
  bare: () => layouts.map(bareSvg),
  ours: () => layouts.map(toSvg),
})
const png = await inTurn({
  chartjs: () => configurations.map(chartJsPng),
  vega: async () => [await vegaPng(specs[0]), await vegaPng(specs[1])],
  ours: async () => [await rasterizer.png(trend, { scale: 1 }), await rasterizer.png(ranking, { scale: 1 })],
})
const wanted = Array.from({ length: 32 }, (_, index) => (index % 2 ? trend : ranking))
const drawn = await Promise.all(wanted.map((request) => rasterizer.png(request, { scale: 1 })))
const memory = await memoryOf(500)
await rasterizer.close()

say('SVG, four charts', svg.ours, svg.bare, 'ECharts alone', most.svg)
say('PNG 1200×675, two charts', png.ours, png.chartjs, 'chart.js', most.png)
process.stdout.write(`  (vega takes ${png.vega.toFixed(1)} ms: ${(png.ours / png.vega).toFixed(2)})\n`)
process.stdout.write(`32 PNGs at once: ${drawn.length} drawn\n`)
const [middle = 1, last = 0] = [memory.at(2), memory.at(-1)]
const growth = last / middle
if (growth > most.memory) process.exitCode = 1
process.stdout.write(
  `500 PNGs in a row, memory of their process after each hundred: ${memory.join(' ')} MB: ${growth.toFixed(2)} times what it was after 200 (at most ${most.memory})\n`,
)

function say(what: string, ours: number, yardstick: number, name: string, bar: number): void {
  const ratio = ours / yardstick
  if (ratio > bar) process.exitCode = 1
  const verdict = ratio <= bar ? '' : `  above ${bar}`
  process.stdout.write(
    `\n${what}: ${ours.toFixed(1)} ms, ${name} ${yardstick.toFixed(1)} ms: ${ratio.toFixed(2)} (at most ${bar})${verdict}\n`,
  )
}

/** The medians of what is timed in turn, in milliseconds. */
async function inTurn<Name extends string>(
  works: Record<Name, () => unknown>,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[]
  const times = new Map(names.map((name) => [name, [] as number[]]))
  for (let round = -5; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now()
      await works[name]()
      if (round >= 0) times.get(name)?.push(performance.now() - start)
      await new Promise(setImmediate)
    }
  }
  const medians = names.map((name) => [name, median(times.get(name) ?? [])])
  return Object.fromEntries(medians)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}

/** The memory of the process that draws, in megabytes, after the first picture and then after each hundred. */
async function memoryOf(count: number): Promise<number[]> {
  const found: number[] = []
  for (let index = 0; index <= count; index++) {
    await rasterizer.png(index % 2 ? trend : ranking, { scale: 1 })
    if (index % 100 === 0) found.push(residentOf(rasterizer.pids()[0] ?? 0))
  }
  return found
}

function residentOf(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}

function bareSvg({ chart: { option, width, height } }: Layout): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption(option)
    return chart.renderToSVGString()
  } finally {
    chart.dispose()
  }
}

function pointsOf({ points }: ChartSeries) {
  return points.map(({ period, value }) => ({
    x: `${Math.floor(period.end / 12)}年${(period.end % 12) + 1}月`,
    y: value,
  }))
}

function chartJsPng(configuration: ChartConfiguration): Uint8Array {
  const canvas = createCanvas(1200, 675)
  const chart = new Chart(canvas as unknown as HTMLCanvasElement, configuration)
  try {
    return canvas.encodeSync('png')
  } finally {
    chart.destroy()
  }
}

function chartJsOptions(
  title: string,
  subtitle: string,
  indexAxis: 'x' | 'y',
): ChartConfiguration['options'] {
  return {
    animation: false,
    responsive: false,
    devicePixelRatio: 1,
    indexAxis,
    plugins: {
      title: { display: true, text: title, font: { size: 26, weight: 600 } },
      subtitle: { display: true, text: subtitle },
    },
  }
}

function lineChart(): ChartConfiguration {
  const datasets = lines.map(({ name, points }) => ({ label: name, data: points.map(({ y }) => y) }))
  const labels = lines[0]?.points.map(({ x }) => x) ?? []
  const options = chartJsOptions('软件业务收入同比增长', '全国、东部、中部和西部 · 累计 · %', 'x')
  return { type: 'line', data: { labels, datasets }, ...(options && { options }) }
}

function barChart(): ChartConfiguration {
  const datasets = [{ label: '亿元', data: bars.map(({ value }) => value) }]
  const options = chartJsOptions('各地区软件业务收入', '2025年1—5月 · 亿元', 'y')
  return {
    type: 'bar',
    data: { labels: bars.map(({ name }) => name), datasets },
    ...(options && { options }),
  }
}

async function vegaPng(spec: Spec | undefined): Promise<Uint8Array> {
  const view = new View(parse(spec ?? {}), { renderer: 'none' })
  try {
    const canvas: unknown = await view.toCanvas()
    return (canvas as Canvas).encodeSync('png')
  } finally {
    view.finalize()
  }
}

function plainSpec(title: string): Spec {
  return {
    width: 1120,
    height: 600,
    title,
    background: '#fbfbf9',
    config: { axis: { labelFont: family }, title: { font: family }, legend: { labelFont: family } },
    axes: [
      { orient: 'bottom', scale: 'x' },
      { orient: 'left', scale: 'y' },
    ],
  }
}

function lineSpec(): Spec {
  const values = lines.flatMap(({ name, points }) => points.map((point) => ({ ...point, name })))
  return {
    ...plainSpec('软件业务收入同比增长'),
    data: [{ name: 'table', values }],
    scales: [
      { name: 'x', type: 'point', range: 'width', domain: { data: 'table', field: 'x' } },
      { name: 'y', range: 'height', nice: true, domain: { data: 'table', field: 'y' } },
      { name: 'color', type: 'ordinal', range: 'category', domain: { data: 'table', field: 'name' } },
    ],
    legends: [{ stroke: 'color' }],
    marks: [
      {
        type: 'group',
        from: { facet: { name: 'line', data: 'table', groupby: 'name' } },
        marks: (['line', 'symbol'] as const).map((type) => ({
          type,
          from: { data: 'line' },
          encode: {
            enter: {
              x: { scale: 'x', field: 'x' },
              y: { scale: 'y', field: 'y' },
              stroke: { scale: 'color', field: 'name' },
            },
          },
        })),
      },
    ],
  }
}

function barSpec(): Spec {
  return {
    ...plainSpec('各地区软件业务收入'),
    data: [{ name: 'table', values: bars }],
    scales: [
      { name: 'y', type: 'band', range: 'height', padding: 0.3, domain: { data: 'table', field: 'name' } },
      { name: 'x', range: 'width', nice: true, domain: { data: 'table', field: 'value' } },
    ],
    marks: [
      {
        type: 'rect',
        from: { data: 'table' },
        encode: {
          enter: {
            y: { scale: 'y', field: 'name' },
            height: { scale: 'y', band: 1 },
            x: { scale: 'x', value: 0 },
            x2: { scale: 'x', field: 'value' },
          },
        },
      },
    ],
  }
}
