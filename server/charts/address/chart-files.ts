import type { Language, Text } from '#data/model/language.ts'
import { embedFields, pictureFields } from './chart-fields.ts'
import { addressOf } from './embed-address.ts'
import { readState } from './parameters.ts'

/** A file that a chart can be had as. */
export interface ChartFile {
  readonly name: Text
  /** Whom it is for, in a few words. */
  readonly use: Text
  /** What its name ends in, and its address. */
  readonly ending: string
  /** What its address says of how it looks. */
  readonly look: Readonly<Record<string, string>>
}

/** In the order in which pages offer them. */
export const chartFiles = {
  pptx: {
    name: { zh: 'PowerPoint', en: 'PowerPoint' },
    use: { zh: '一页幻灯片，图表可改', en: 'a slide with a chart that can be edited' },
    ending: 'pptx',
    look: {},
  },
  docx: {
    name: { zh: 'Word', en: 'Word' },
    use: { zh: '图、数据表、来源注，公文格式', en: 'figure, table and source note' },
    ending: 'docx',
    look: {},
  },
  'png-2': {
    name: { zh: 'PNG 图片（2 倍）', en: 'PNG picture (2×)' },
    use: { zh: '放进文档、网页、公众号', en: 'for documents and pages' },
    ending: 'png',
    look: { scale: '2' },
  },
  'png-1': {
    name: { zh: 'PNG 图片（1 倍）', en: 'PNG picture (1×)' },
    use: { zh: '文件小，屏幕上看', en: 'small, for screens' },
    ending: 'png',
    look: { scale: '1' },
  },
  svg: {
    name: { zh: 'SVG', en: 'SVG' },
    use: { zh: '矢量图，排版印刷', en: 'drawn in vectors, for print' },
    ending: 'svg',
    look: {},
  },
} as const satisfies Record<string, ChartFile>

export type ChartFileId = keyof typeof chartFiles
export const chartFileIds = Object.keys(chartFiles) as ChartFileId[]

/**
 * The address of a chart as a file.
 * @param query the address of the chart as frames take it, with its `view`.
 */
export function chartFileAddress(
  { ending, look }: Pick<ChartFile, 'ending' | 'look'>,
  query: string,
  language: Language,
): string {
  const { view = 'trend', bg: _, ...state } = readState(embedFields, query).state
  const lang = language === 'en' ? language : undefined
  const address = addressOf(`/charts/${view}.${ending}`, pictureFields, { ...state, lang })
  const looks = new URLSearchParams(look).toString()
  return looks === '' ? address : `${address}&${looks}`
}
