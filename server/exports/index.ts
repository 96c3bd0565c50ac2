import type { FileFormatId } from '#server/tables/file-formats.ts'
import { csv } from './csv.ts'
import type { WriteFile } from './export-format.ts'
import { jsonStat } from './json-stat.ts'
import { parquet } from './parquet.ts'
import { sdmxCsv } from './sdmx-csv.ts'
import { sdmxJson } from './sdmx-json.ts'
import { xlsx } from './xlsx.ts'
import { zip } from './zip.ts'

/** How every kind of file is written; what it is called and what for, `server/tables/file-formats.ts` says. */
export const writers: Readonly<Record<FileFormatId, WriteFile>> = {
  xlsx,
  csv,
  zip,
  parquet,
  'sdmx-csv': sdmxCsv,
  'sdmx-json': sdmxJson,
  'json-stat': jsonStat,
}
