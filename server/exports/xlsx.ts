import type { Cell } from '#server/tables/column.ts'
import type { ExportRow } from '#server/tables/export-columns.ts'
import type { ExportTable, WriteFile } from './export-format.ts'
import { beginRows } from './pieces/begin-rows.ts'
import { spool } from './pieces/spool.ts'
import { type Entry, zipStream } from './pieces/zip-stream.ts'
import { losesDigits, rowXml } from './sheet/cells.ts'
import {
  firstSheet,
  fitWidth,
  layOutWorkbook,
  lettersOf,
  mostMeasured,
  type Told,
  type Workbook,
} from './sheet/workbook.ts'

/**
 * A workbook for Excel: 数据, 元数据, 来源. The rows are packed as they come and never held; the other sheets and the parts
 * that name them follow when it is known what the rows held.
 */
export const xlsx: WriteFile = (table) => spool(zipStream(parts(table), table.date))

async function* parts(table: ExportTable): AsyncGenerator<Entry> {
  const rows = await beginRows(table.rows)
  const widths = widthsOf(table, rows.first ?? [])
  const told = { rows: 0, units: new Set<string>(), losesDigits: false }
  const before = await layOutWorkbook(table, widths, told)
  yield { name: firstSheet, content: sheet(table, rows, before, told) }
  const { parts } = await layOutWorkbook(table, widths, told)
  for (const [name, content] of Object.entries(parts)) yield { name, content }
}

const widthsOf = ({ columns, language }: ExportTable, rows: readonly ExportRow[]) =>
  columns.map(({ heading, type, cell }) => {
    const cells = rows.slice(0, mostMeasured).map((row) => cell(row, language))
    return fitWidth([heading[language], ...(type === 'number' ? cells.map(inGroups) : cells)])
  })

/** A number as it is shown. */
const inGroups = (cell: Cell) => String(cell ?? '').replace(/\B(?<!\..*)(?=(\d{3})+(?!\d))/g, ',')

type Telling = { -readonly [Key in keyof Told]: Told[Key] } & { units: Set<string> }

async function* sheet(
  table: ExportTable,
  rows: AsyncIterable<readonly ExportRow[]>,
  { head, styles }: Workbook,
  told: Telling,
): AsyncGenerator<Uint8Array> {
  const { columns, language } = table
  const place = { letters: lettersOf(columns.length), styles }
  yield encoder.encode(head)
  for await (const batch of rows) {
    for (let start = 0; start < batch.length; start += atOnce) {
      const lines = batch.slice(start, start + atOnce).map((row) => {
        note(told, row)
        const cells = columns.map(({ type, cell }) => [type, cell(row, language)] as const)
        return rowXml(told.rows + 1, cells, place)
      })
      yield encoder.encode(lines.join(''))
    }
  }
  const { tail } = await layOutWorkbook(table, [], told)
  yield encoder.encode(tail)
}

const encoder = new TextEncoder()

/** Rows of one piece: large pieces would wait in every stage of the packing. */
const atOnce = 200

function note(told: Telling, { unit, value, low, high }: ExportRow): void {
  told.rows++
  told.units.add(unit)
  told.losesDigits ||= [value, low, high].some((text) => text !== null && losesDigits(text))
}
