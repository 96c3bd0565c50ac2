import { type AddressedChart, chartKinds } from '#server/charts/index.ts'
import { nativeChartOf } from '#server/office/native/index.ts'
import type { OfficeChart } from '#server/office/office-chart.ts'
import { reportTable } from '#server/office/report-table.ts'
import type { PictureRequest } from './compose.ts'
import type { Rasterizer } from './rasterizer.ts'

interface Drawing {
  readonly rasterizer: Rasterizer
  /** Where the chart is found on the pages. */
  readonly address?: string | undefined
}

/** What Office draws a picture in, at 300 dots an inch on 16 cm; no wider than its words are read at. */
const picture = { width: 960, scale: 2, theme: 'light', isPlain: true } as const

/** A chart as Office files take it: with a picture where Office has no such kind of chart. */
export async function toOfficeChart(
  { kind, data }: AddressedChart,
  { rasterizer, address }: Drawing,
): Promise<OfficeChart> {
  const words = chartKinds[kind].describe(data)
  const { sentence } = words
  const drawn = nativeChartOf(kind, data)
    ? undefined
    : await drawPlain({ ...picture, kind, data }, rasterizer)
  return { kind, data, words, sentence, address, table: reportTable(kind, data), picture: drawn }
}

async function drawPlain(request: PictureRequest, rasterizer: Rasterizer) {
  const png = await rasterizer.png(request, { scale: picture.scale })
  const header = new DataView(png.buffer, png.byteOffset)
  return { png, width: header.getUint32(16), height: header.getUint32(20) }
}
