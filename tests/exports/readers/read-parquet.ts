import { parquetMetadata, parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { type Figure, ofColumns } from '../figure.ts'
import { queryFile } from './with-file.ts'

const bufferOf = (bytes: Uint8Array) => new Uint8Array(bytes).buffer

/** By hyparquet, which makes a decimal by multiplying doubles: what it has behind the 15th digit is its own. */
export async function readParquet(bytes: Uint8Array): Promise<Figure[]> {
  const rows = await parquetReadObjects({ file: bufferOf(bytes), compressors })
  return rows.map((row) =>
    ofColumns(Object.fromEntries(Object.entries(row).map(([id, cell]) => [id, toText(cell)]))),
  )
}

function toText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return typeof cell === 'number' ? String(Number(cell.toPrecision(15))) : String(cell)
}

/** By DuckDB, digit for digit. */
export const readParquetExactly = async (bytes: Uint8Array): Promise<Figure[]> =>
  (await queryFile(bytes, 'read_parquet(FILE)')).map(ofColumns)

/** What a file says of itself. */
export const parquetFacts = (bytes: Uint8Array) => {
  const { key_value_metadata, schema } = parquetMetadata(bufferOf(bytes))
  return {
    metadata: Object.fromEntries((key_value_metadata ?? []).map(({ key, value }) => [key, value ?? ''])),
    schema,
  }
}
