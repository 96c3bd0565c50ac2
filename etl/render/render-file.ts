import { statSync } from 'node:fs'
import type { Catalog } from '#data/catalog/catalog.ts'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { readCsv } from '#data/csv/read-csv.ts'
import { render } from '#data/language/render/render.ts'
import { BadInput } from '#data/model/bad-input.ts'
import { type ObservationRow, observationColumns, refusalReasons } from '#data/model/observation.ts'
import { extractedColumns } from '../extract/extract-document.ts'
import { toObservation } from '../normalize/to-observation.ts'

/**
 * Rows of observations → a sentence each, in their order.
 * @param file columns of an observation file; those that extraction adds may stand beside them.
 * @throws BadInput for a file that is not there, and for the first row that says nothing.
 */
export function renderFile(file: string, catalogFolder: string): string[] {
  const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false
  if (!isFile) throw new BadInput(`${file}: 无法读取文件，请检查路径`)
  const catalog = readCatalog(catalogFolder)
  const besides = extractedColumns.filter((column) => !observationColumns.some((own) => own === column))
  return readCsv(file, observationColumns, [...besides, 'source', 'tier']).map(({ line, row }) =>
    renderRow(row as ObservationRow, `${file}:${line}`, catalog),
  )
}

function renderRow(row: ObservationRow, place: string, catalog: Catalog): string {
  const read = toObservation({ id: place, source: '', file: place, line: 0, row }, catalog)
  if ('reason' in read)
    throw new BadInput(`${place} ${refusalReasons[read.reason]}：${read.detail}，请改正这一行`)
  return render([read], catalog)
}
