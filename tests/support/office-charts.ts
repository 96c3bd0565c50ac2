import { crc32, deflateSync } from 'node:zlib'
import { type ChartData, type ChartKindId, type ChartSeries, chartKinds } from '#server/charts/index.ts'
import type { OfficeChart, OfficePicture } from '#server/office/office-chart.ts'
import { reportTable } from '#server/office/report-table.ts'
import { chartData, chartSeries } from './chart-series.ts'

const months = (year: number, first: number, last: number, step: number, preliminary = '') =>
  Array.from({ length: last - first + 1 }, (_, at) => {
    const month = String(first + at).padStart(2, '0')
    const when = first + at === 12 ? `${year}` : `${year}-01/${year}-${month}`
    return `${when} ${preliminary}${(first + at) * step}亿元`
  })

/** Over the change of 口径 of 2022, without April 2023. */
export const software = chartSeries({
  indicator: 'software_revenue',
  basis: 'cumulative',
  figures: [
    ...months(2021, 10, 12, 7900),
    ...months(2022, 2, 12, 9010),
    ...months(2023, 2, 3, 10270),
    ...months(2023, 5, 6, 10270, '初'),
  ],
})

/** Without 2020, the last but one preliminary. */
export const telecom = chartSeries({
  indicator: 'telecom_revenue',
  basis: 'year',
  figures: ['2018 1.3万亿元', '2019 1.31万亿元', '2021 1.47万亿元', '2022 初1.58万亿元', '2023 1.68万亿元'],
})

const provinces = ['110000', '310000', '320000', '330000', '370000', '440000', '510000']

export const regional: readonly ChartSeries[] = ['CN', ...provinces].map((region, at) =>
  chartSeries({
    indicator: 'software_revenue',
    region,
    basis: 'year',
    figures: [2022, 2023, 2024].map(
      (year, later) =>
        `${year} ${region === 'CN' ? 108126 + later * 14000 : at * 2900 + later * (1200 - at * 250)}亿元`,
    ),
  }),
)

const seriesOf: Readonly<Record<ChartKindId, readonly ChartSeries[]>> = {
  trend: [software],
  yearly: [software],
  columns: [telecom],
  ranking: regional,
  tiles: regional,
  slope: regional.slice(1),
  heatmap: regional,
  multiples: regional,
  coverage: regional,
}

export const kindIds = Object.keys(chartKinds) as ChartKindId[]
export const drawnByOffice: readonly ChartKindId[] = ['trend', 'yearly', 'columns', 'ranking', 'slope']

/** A chart of a kind with its words, and with a picture where Office cannot draw it. */
export function officeChart(
  kind: ChartKindId,
  data: ChartData = chartData(seriesOf[kind]),
  more: Partial<OfficeChart> = {},
): OfficeChart {
  const words = chartKinds[kind].describe(data)
  return {
    kind,
    data,
    words,
    sentence: words.sentence,
    table: reportTable(kind, data),
    address: 'https://youju.example/regions?kind=x&group=provinces',
    ...(drawnByOffice.includes(kind) ? {} : { picture }),
    ...more,
  }
}

export const about = { title: '数字经济运行图表', date: '2026-09-01T02:00:00Z', snapshot: '68245a6bf7672a9c' }

/** A picture of one colour. */
const picture: OfficePicture = { png: plainPng(96, 54), width: 96, height: 54 }

function plainPng(width: number, height: number): Uint8Array {
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x8f)])
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.set([8, 2, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', size),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
