import type { Language } from '#data/model/language.ts'
import type { ChartData, ChartKindId, ChartWords } from '#server/charts/index.ts'
import type { ReportTable } from './report-table.ts'

/** A chart of an Office file, with all that is said of it. */
export interface OfficeChart {
  readonly kind: ChartKindId
  readonly data: ChartData
  readonly words: ChartWords
  /** What stands in the place of a chart that Office cannot draw itself. */
  readonly picture?: OfficePicture | undefined
  /** Where the chart is found on the pages. */
  readonly address?: string | undefined
  /** What it is called, where not as its title. */
  readonly caption?: string | undefined
  /** The text that leads to it; empty where none is wanted. */
  readonly sentence: string
  readonly table: ReportTable
}

export interface OfficePicture {
  readonly png: Uint8Array
  /** In pixels of the PNG. */
  readonly width: number
  readonly height: number
}

/** What a file says of itself. */
export interface OfficeAbout {
  readonly title: string
  /** When the data were published, as an instant in ISO 8601. Nothing else in the file tells a time. */
  readonly date: string
  /** The id of the version of the data. */
  readonly snapshot?: string | undefined
  /** What stands below the title on a slide of its own; left out, there is none. */
  readonly cover?: readonly string[] | undefined
}

/** What a chart is called. */
export const captionOf = ({ caption, words }: OfficeChart): string => caption ?? words.title

/** The language of a file: that of its first chart. */
export const languageOf = (charts: readonly OfficeChart[]): Language => charts[0]?.data.language ?? 'zh'
