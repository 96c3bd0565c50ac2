import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Catalog } from '#data/catalog/catalog.ts'
import { readCsv } from '#data/csv/read-csv.ts'
import { BadInput } from '#data/model/bad-input.ts'
import {
  compilationColumn,
  type ObservationRow,
  observationColumns,
  readingColumns,
} from '#data/model/observation.ts'

/** A row of an observation file and where it stands. */
export interface ReadRow {
  readonly id: string
  readonly source: string
  readonly file: string
  readonly line: number
  readonly row: ObservationRow
  /** Set on rows that a person added, with the reason. */
  readonly correction?: string
}

/**
 * Reads `<source>.csv` files of observations, in the order of their names.
 * @throws BadInput for a broken row or a file whose name is no source of the catalogue.
 */
export function readObservations(folder: string, { sources }: Catalog): ReadRow[] {
  return csvFilesIn(folder).flatMap(({ file, source }) => {
    if (!sources.has(source))
      throw new BadInput(`${file}: 来源 ${source} 不在 data/catalog/sources 中，请先登记`)
    return readCsv(file, observationColumns, [...readingColumns, compilationColumn]).map(({ line, row }) => ({
      id: `${source}:${line}`,
      source,
      file,
      line,
      row: row as ObservationRow,
    }))
  })
}

/** The CSV files of a folder with the source each is named after. */
export function csvFilesIn(folder: string): { file: string; source: string }[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'))
  return names.sort().map((name) => ({ file: join(folder, name), source: basename(name, '.csv') }))
}
