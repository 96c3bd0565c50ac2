import type { OfficeAbout, OfficeChart } from '#server/office/office-chart.ts'
import type { Rasterizer } from '#server/pictures/rasterizer.ts'
import { toOfficeChart } from '#server/pictures/to-office-chart.ts'
import { type BriefAbout, titleOf } from './brief-about.ts'
import { briefWords } from './brief-words.ts'
import type { ReadBrief } from './read-brief.ts'

const noTable = { columns: [], rows: [], unit: '' }

/** A brief as Word and PowerPoint take it: numbers stand below a chart where it has a page of its own. */
export async function forOffice(
  { charts }: ReadBrief,
  { brief, language, day, site, snapshot, publishedAt }: BriefAbout,
  rasterizer: Rasterizer,
): Promise<readonly [charts: readonly OfficeChart[], about: OfficeAbout]> {
  const written: OfficeChart[] = []
  for (const chart of charts) {
    const { caption, sentence, page } = chart
    const office = await toOfficeChart(chart, { rasterizer, address: site + page })
    const table = brief.layout === 'each' ? office.table : noTable
    written.push({ ...office, caption, sentence, table })
  }
  const { date, brand, charts: count } = briefWords[language]
  const cover = brief.title === '' ? undefined : [date(day), `${brand} · ${count(written.length)}`]
  return [written, { title: titleOf({ brief, language }), date: publishedAt, snapshot, cover }]
}
