import type { Text } from '#data/model/language.ts'

/** The dataflow of which every SDMX file of ours is a part; another set of dimensions is another version. */
export const dataflow = {
  id: 'YOUJU:DF_FIGURES(1.0.0)',
  urn: 'urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=YOUJU:DF_FIGURES(1.0.0)',
  name: {
    zh: '中国数字经济官方统计数字',
    en: 'Official statistics of China’s digital economy',
  } satisfies Text,
}

/** What separates the values of an attribute that has several. */
export const listSeparator = ';'
