import { isSamePeriod } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import { type AddressedChart, type ChartPoint, chartKinds } from '#server/charts/index.ts'
import { cite, citeInBibtex } from '#server/exports/about/cite.ts'
import type { OfficeAbout } from '#server/office/office-chart.ts'
import { officeFormats } from '#server/office/office-formats.ts'
import { nameSources } from '#server/queries/name-sources.ts'
import type { PictureRequest } from './compose.ts'
import type { PictureQuestion } from './picture-question.ts'
import type { Rasterizer } from './rasterizer.ts'
import { toOfficeChart } from './to-office-chart.ts'
import type { PngSize } from './to-png.ts'

/** A chart, how it is to look, and what it is made with. */
interface Writing {
  readonly chart: AddressedChart
  readonly picture: PictureRequest
  readonly size: PngSize
  readonly store: Store
  readonly rasterizer: Rasterizer
}

type Look = keyof PictureQuestion['look'] | 'theme'
const ofDrawing: readonly Look[] = ['theme', 'preset', 'width', 'height']

/** One kind of file that a chart can be. */
export interface ChartFormat {
  readonly mediaType: string
  /** Whether a browser shows it or keeps it. */
  readonly disposition: 'inline' | 'attachment'
  /** What its address may say of how it looks. */
  readonly takes: readonly Look[]
  write(writing: Writing): Promise<string | Uint8Array>
}

/** Every kind of file that a chart can be, by what its name ends in. */
export const chartFormats: Readonly<Record<string, ChartFormat>> = {
  svg: {
    mediaType: 'image/svg+xml; charset=utf-8',
    disposition: 'inline',
    takes: ofDrawing,
    write: ({ picture, rasterizer }) => rasterizer.svg(picture),
  },
  png: {
    mediaType: 'image/png',
    disposition: 'inline',
    takes: [...ofDrawing, 'scale'],
    write: ({ picture, size, rasterizer }) => rasterizer.png(picture, size),
  },
  pptx: ofOffice('pptx'),
  docx: ofOffice('docx'),
  txt: {
    mediaType: 'text/plain; charset=utf-8',
    disposition: 'inline',
    takes: [],
    write: async (writing) => `${cite(...citedBy(writing)).join('\n')}\n`,
  },
  bib: {
    mediaType: 'application/x-bibtex; charset=utf-8',
    disposition: 'attachment',
    takes: [],
    write: async (writing) => citeInBibtex(...citedBy(writing)),
  },
}

function ofOffice(ending: keyof typeof officeFormats): ChartFormat {
  const { mediaType, write } = officeFormats[ending]
  return {
    mediaType,
    disposition: 'attachment',
    takes: [],
    write: async (writing) => {
      const { chart, picture, rasterizer } = writing
      const drawn = await toOfficeChart(chart, { rasterizer, address: picture.address })
      return write([drawn], aboutOf(writing))
    },
  }
}

const aboutOf = ({ chart, store: { snapshot } }: Writing): OfficeAbout => ({
  title: chartKinds[chart.kind].describe(chart.data).title,
  date: snapshot.published_at,
  snapshot: snapshot.id,
})

/** The numbers that the picture shows, and what those are made of that nobody printed. */
function shownPoints({ kind, data }: AddressedChart): ChartPoint[] {
  const { periods, isLatest = false } = data
  const isOfPeriods = kind === 'ranking' || kind === 'tiles' || kind === 'slope'
  const points = data.series.flatMap((series) => {
    if (!isOfPeriods) return series.points
    if (isLatest || !periods) return series.points.slice(-1)
    return series.points.filter(({ period }) => periods.some((each) => isSamePeriod(each, period)))
  })
  return points.flatMap((point) => [point, ...(point.derived?.parents.map((parent) => parent.point) ?? [])])
}

/** The chart as a data set, and the documents of its numbers, the newest first. */
function citedBy({ chart, picture, store }: Writing): Parameters<typeof cite> {
  const { language } = chart.data
  const { title, subtitle } = chartKinds[chart.kind].describe(chart.data)
  const name = language === 'zh' ? `${title}（${subtitle}）` : `${title} (${subtitle})`
  const points = shownPoints(chart)
  const sources = nameSources(
    store.catalog,
    points.toSorted((a, b) => b.period.end - a.period.end),
  )
  const { id, published_at } = store.snapshot
  return [
    {
      title: { zh: name, en: name },
      address: picture.address ?? chart.page,
      snapshot: id,
      date: published_at,
      language,
    },
    sources,
  ]
}
