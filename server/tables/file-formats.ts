import type { Text } from '#data/model/language.ts'

/** What a page says of a kind of file, and what its address and its name end in. */
export interface FileFormat {
  readonly name: Text
  /** Whom it is for, in a few words. */
  readonly use: Text
  readonly mediaType: string
  /** The ending of the file's name, without the dot. */
  readonly extension: string
  /** The most rows such a file can hold; none when left out. A longer answer is refused. */
  readonly mostRows?: number
  /** Whether `bom=true` means something for it. */
  readonly takesBom?: boolean
}

/** Every kind of file, by the word that stands in the address, in the order in which pages offer them. */
export const fileFormats = {
  xlsx: {
    name: { zh: 'Excel', en: 'Excel' },
    use: {
      zh: 'Excel、WPS 里直接看，含元数据和来源',
      en: 'to look at in Excel or WPS, with metadata and sources',
    },
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    // A sheet of Excel, less the row of headings.
    mostRows: 1_048_575,
  },
  csv: {
    name: { zh: 'CSV', en: 'CSV' },
    use: { zh: 'Excel、R、Python 等任何工具', en: 'for Excel, R, Python and any other tool' },
    mediaType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    takesBom: true,
  },
  zip: {
    name: { zh: '数据包', en: 'Archive' },
    use: {
      zh: '存档与引用：数据、来源、说明、引用格式',
      en: 'to keep and cite: data, sources, explanation, citations',
    },
    mediaType: 'application/zip',
    extension: 'zip',
  },
  parquet: {
    name: { zh: 'Parquet', en: 'Parquet' },
    use: { zh: '大批数据：DuckDB、pandas、Spark', en: 'for much data: DuckDB, pandas, Spark' },
    mediaType: 'application/vnd.apache.parquet',
    extension: 'parquet',
  },
  'sdmx-csv': {
    name: { zh: 'SDMX-CSV', en: 'SDMX-CSV' },
    use: { zh: '统计机构之间交换，2.0 版', en: 'to exchange between statistical offices, version 2.0' },
    mediaType: 'application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8',
    extension: 'sdmx.csv',
  },
  'sdmx-json': {
    name: { zh: 'SDMX-JSON', en: 'SDMX-JSON' },
    use: {
      zh: 'SDMX 工具，带结构和双语名称，2.0 版',
      en: 'for SDMX tools, with structure and names in both languages, version 2.0',
    },
    mediaType: 'application/vnd.sdmx.data+json; version=2.0.0; charset=utf-8',
    extension: 'sdmx.json',
    // Its lists of codes and attributes are held in memory, here and by whoever reads it.
    mostRows: 200_000,
  },
  'json-stat': {
    name: { zh: 'JSON-stat', en: 'JSON-stat' },
    use: { zh: '网页与 R 里的数据立方体，2.0 版', en: 'a cube for web pages and R, version 2.0' },
    mediaType: 'application/json; charset=utf-8',
    extension: 'json-stat.json',
    // The cube is held in memory, here and by whoever reads it.
    mostRows: 100_000,
  },
} as const satisfies Record<string, FileFormat>

export type FileFormatId = keyof typeof fileFormats
export const fileFormatIds = Object.keys(fileFormats) as [FileFormatId, ...FileFormatId[]]
