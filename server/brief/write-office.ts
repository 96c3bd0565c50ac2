import { nativeChartOf } from '#server/office/native/index.ts'
import type { OfficeAbout, OfficeChart, OfficePicture } from '#server/office/office-chart.ts'
import type { Rasterizer } from '#server/pictures/rasterizer.ts'
import { type BriefAbout, titleOf } from './brief-page.ts'
import type { BriefChart, ReadBrief } from './read-brief.ts'

/** A brief as Word or PowerPoint takes it. */
export interface OfficeBrief {
  readonly charts: readonly OfficeChart[]
  readonly about: OfficeAbout
}

/** Numbers stand below a chart where it has a page of its own. What Office draws itself it gets as numbers; of the rest it gets a picture, drawn one after the other. */
export async function forOffice(
  { charts }: ReadBrief,
  brief: BriefAbout,
  rasterizer: Rasterizer,
): Promise<OfficeBrief> {
  const written: OfficeChart[] = []
  const hasTables = brief.brief.layout === 'each'
  for (const chart of charts) {
    const { kind, data, words, caption, sentence, page } = chart
    written.push({
      ...{ kind, data, words, caption, sentence },
      table: hasTables ? words.table : noTable,
      address: brief.site + page,
      picture: nativeChartOf(kind, data) ? undefined : await pictureOf(chart, rasterizer),
    })
  }
  return {
    charts: written,
    about: { title: titleOf(brief), date: brief.publishedAt, snapshot: brief.snapshot },
  }
}

const noTable = { columns: [], rows: [] }

/** In pixels: 16 cm of paper, or the body of a slide, at 300 dots an inch. */
const [width, scale] = [630, 3]

async function pictureOf({ kind, data }: BriefChart, rasterizer: Rasterizer): Promise<OfficePicture> {
  const png = await rasterizer.png({ kind, data, theme: 'light', width, isPlain: true }, { scale })
  return { png, ...sizeOf(png) }
}

/** As the header of a PNG says it (ISO/IEC 15948, 11.2.2). */
function sizeOf(png: Uint8Array): { readonly width: number; readonly height: number } {
  const header = new DataView(png.buffer, png.byteOffset, png.byteLength)
  return { width: header.getUint32(16), height: header.getUint32(20) }
}
