import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Catalog } from '#data/catalog/catalog.ts'
import { entryNamed } from '#data/catalog/entry-named.ts'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { BadInput } from '#data/model/bad-input.ts'
import type { Indicator } from '#data/model/indicator.ts'
import { type ObservationRow, observationColumns } from '#data/model/observation.ts'
import type { Region } from '#data/model/region.ts'
import type { Cell, Table } from './document.ts'
import { toObservation } from './normalize/to-observation.ts'
import { readBytes } from './sources/read-bytes.ts'
import { readDocument } from './sources/read-document.ts'
import { writeRows } from './write-rows.ts'

/** What a field of the format takes: a word for every row, or the cell of a column. */
const Field = z.union([z.string(), z.strictObject({ column: z.string() })])
const Fields = z.partialRecord(z.enum(observationColumns), Field)

/**
 * How a table is read: the fields of the format, each a fixed word or a column, and for a wide table the columns of
 * values, each with the fields that it alone has: `{"column": "2023年", "period": "2023"}`.
 */
const Mapping = z.strictObject({
  /** The row of the column names, from 1. */
  header: z.int().min(1).default(1),
  fields: Fields,
  values: z.array(z.looseObject({ column: z.string() })).min(1),
})
type Mapping = z.infer<typeof Mapping>

export interface ImportOptions {
  readonly table: string
  readonly mapping: string
  readonly catalogFolder: string
  readonly out?: string | undefined
}

/**
 * A table (CSV, XLSX, HTML …) and a mapping file → rows of the observation format.
 * @throws BadInput naming file, row and column for what does not fit; nothing is written then.
 */
export async function importTable({ table, mapping, catalogFolder, out }: ImportOptions): Promise<void> {
  const catalog = readCatalog(catalogFolder)
  const how = readMapping(mapping)
  const document = await readDocument(readBytes(table), table)
  const tables = document.articles.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))
  const [first] = tables
  if (!first) throw new BadInput(`${table}: 没有找到表格`)
  writeRows(readTable(first, how, { file: table, catalog }), [...observationColumns, 'line'], out)
}

function readMapping(file: string): Mapping {
  const parsed = Mapping.safeParse(parseJson(file))
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || '整体'}: ${message}`)
  throw new BadInput(`${file}: ${problems.join('；')}`)
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new BadInput(`${file}: 读不出对照文件（${cause instanceof Error ? cause.message : cause}）`, {
      cause,
    })
  }
}

interface Context {
  readonly file: string
  readonly catalog: Catalog
}

/** The rows of a table in reading order; a cell without a number (—, 空) gives none. */
function readTable({ rows }: Table, mapping: Mapping, context: Context): ObservationRow[] {
  const names = rows[mapping.header - 1]?.map(({ text }) => text.trim()) ?? []
  const place = (column: string) => {
    const found = names.indexOf(column)
    if (found < 0) throw new BadInput(`${context.file}: 没有列「${column}」，有：${names.join('、')}`)
    return found
  }
  return rows.slice(mapping.header).flatMap((cells) =>
    mapping.values.flatMap(({ column, ...own }) => {
      const cell = cells[place(column)]
      const value = cell?.text.replace(/[,，\s]/g, '') ?? ''
      if (!cell || !/\d/.test(value)) return []
      const fields = { ...mapping.fields, ...Fields.parse(own) }
      return [toRow({ fields, cells, cell, value, place }, context)]
    }),
  )
}

interface Reading {
  readonly fields: z.infer<typeof Fields>
  readonly cells: readonly Cell[]
  readonly cell: Cell
  readonly value: string
  readonly place: (column: string) => number
}

function toRow({ fields, cells, cell, value, place }: Reading, { file, catalog }: Context): ObservationRow {
  const said = (name: (typeof observationColumns)[number]) => {
    const field = fields[name] ?? ''
    return typeof field === 'string' ? field : (cells[place(field.column)]?.text.trim() ?? '')
  }
  const row: ObservationRow = {
    indicator: inCode(said('indicator'), catalog.indicators),
    region: inCode(said('region') || 'CN', catalog.regions),
    period: said('period'),
    measure: said('measure') || 'level',
    value,
    unit: said('unit'),
    compared_to: said('compared_to'),
    of: said('of'),
    status: said('status') || 'actual',
    qualifier: said('qualifier'),
    line: String(cell.line),
  }
  const result = toObservation({ id: '', source: '', file, line: cell.line, row }, catalog)
  if ('reason' in result) throw new BadInput(`${file}:${cell.line} ${result.reason}：${result.detail}`)
  return row
}

/** What is neither code nor name stays, and is refused by the checks. */
const inCode = (word: string, entries: Catalog['indicators'] | Catalog['regions']) =>
  entryNamed<Indicator | Region>(entries, word)?.code ?? word
