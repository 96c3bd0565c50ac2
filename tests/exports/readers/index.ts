import type { FileFormatId } from '#server/tables/file-formats.ts'
import type { Figure } from '../figure.ts'
import { readCsv, readSdmxCsv } from './read-csv.ts'
import { readJsonStat } from './read-json-stat.ts'
import { readParquet } from './read-parquet.ts'
import { readSdmxJson } from './read-sdmx-json.ts'
import { readXlsx } from './read-xlsx.ts'
import { readZip } from './read-zip.ts'

/** Of every format a reader that has nothing in common with what writes it. */
export const readers: Readonly<Record<FileFormatId, (bytes: Uint8Array) => Promise<Figure[]>>> = {
  xlsx: readXlsx,
  csv: readCsv,
  zip: readZip,
  parquet: readParquet,
  'sdmx-csv': readSdmxCsv,
  'sdmx-json': readSdmxJson,
  'json-stat': readJsonStat,
}
