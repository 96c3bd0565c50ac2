import readSheets from 'read-excel-file/node'
import { exportColumns } from '#server/tables/export-columns.ts'
import { type Figure, ofColumns } from '../figure.ts'

const idByHeading = new Map(exportColumns.map(({ id, heading }) => [heading.zh, id]))

/** By read-excel-file. */
export async function readWorkbook(bytes: Uint8Array) {
  const sheets = await readSheets(Buffer.from(bytes))
  return new Map(sheets.map(({ sheet, data }) => [sheet, data]))
}

export async function readXlsx(bytes: Uint8Array): Promise<Figure[]> {
  const [head = [], ...rows] = (await readWorkbook(bytes)).get('数据') ?? []
  const ids = head.map((heading) => idByHeading.get(String(heading)) ?? '')
  return rows.map((row) =>
    ofColumns(
      Object.fromEntries(
        ids.map((id, at) => [id, row[at] === null || row[at] === undefined ? '' : String(row[at])]),
      ),
    ),
  )
}
