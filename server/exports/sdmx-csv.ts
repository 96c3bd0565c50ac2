import { stringify } from 'csv-stringify/sync'
import type { ExportRow } from '#server/tables/export-columns.ts'
import type { WriteFile } from './export-format.ts'
import { type Attribute, attributes } from './sdmx/attributes.ts'
import { dataflow, listSeparator } from './sdmx/dataflow.ts'
import { dimensions } from './sdmx/dimensions.ts'

/**
 * SDMX-CSV 2.0, for machines: the dataflow, the dimensions, the value, the attributes, as the field guide of the
 * standard orders them. Ids only, no mark of UTF-8, nothing guarded against spreadsheets.
 */
export const sdmxCsv: WriteFile = async function* ({ rows }) {
  let head = [header]
  for await (const batch of rows) {
    yield encode([...head, ...batch.map(toLine)])
    head = []
  }
  if (head.length > 0) yield encode(head)
}

const encoder = new TextEncoder()
const encode = (lines: readonly (readonly string[])[]) =>
  encoder.encode(stringify(lines as string[][], { record_delimiter: '\r\n' }))

const header = [
  `STRUCTURE[${listSeparator}]`,
  'STRUCTURE_ID',
  'ACTION',
  ...dimensions.map(({ id }) => id),
  'OBS_VALUE',
  ...attributes.map(({ id, isList }) => (isList ? `${id}[]` : id)),
]

const toLine = (row: ExportRow) => [
  'dataflow',
  dataflow.id,
  'I',
  ...dimensions.map(({ code }) => code(row)),
  row.value,
  ...attributes.map((attribute) => print(attribute, row)),
]

const print = ({ values }: Attribute, row: ExportRow) => values(row).join(listSeparator)
