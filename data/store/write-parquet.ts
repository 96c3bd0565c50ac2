import { join } from 'node:path'
import { type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, VARCHAR } from '@duckdb/node-api'

export interface ParquetColumn {
  readonly id: string
  /** A type of DuckDB, into which its text is cast: `DECIMAL(38,8)`. */
  readonly type: string
}

interface ParquetFile {
  readonly columns: readonly ParquetColumn[]
  /** Rows some at a time; each as its columns' texts, null where there is nothing. Read once. */
  readonly rows: AsyncIterable<readonly (readonly (string | null)[])[]>
  /** What the file says of itself, asked for when all rows have been read. */
  metadata(): Readonly<Record<string, string>>
  /** Where it is written. */
  readonly file: string
  /** A folder for what is needed meanwhile; the caller removes it. */
  readonly folder: string
}

/** Writes a Parquet file packed with zstd. The rows go through a database on the disk, so that memory stays flat. */
export async function writeParquet(parquet: ParquetFile): Promise<void> {
  const { columns, folder } = parquet
  const instance = await DuckDBInstance.create(join(folder, 'rows.duckdb'), {
    threads: '1',
    memory_limit: '128MB',
    temp_directory: folder,
  })
  try {
    const connection = await instance.connect()
    try {
      await connection.run(
        `create table row_text (${columns.map(({ id }) => `${name(id)} varchar`).join(', ')})`,
      )
      await append(connection, parquet)
      await connection.run(copyStatement(parquet))
    } finally {
      connection.closeSync()
    }
  } finally {
    instance.closeSync()
  }
}

/** As many rows as DuckDB takes at once. */
const mostInChunk = 2048

async function append(connection: DuckDBConnection, { columns, rows }: ParquetFile): Promise<void> {
  const appender = await connection.createAppender('row_text')
  // One chunk for all: what a chunk holds is no memory that the collector of garbage knows of.
  const chunk = DuckDBDataChunk.create(columns.map(() => VARCHAR))
  for await (const batch of rows) {
    for (let start = 0; start < batch.length; start += mostInChunk) {
      chunk.reset()
      const part = batch.slice(start, start + mostInChunk)
      chunk.setColumns(columns.map((_, at) => part.map((row) => row[at] ?? null)))
      appender.appendDataChunk(chunk)
    }
    appender.flushSync()
  }
  appender.closeSync()
}

function copyStatement({ columns, metadata, file }: ParquetFile): string {
  const cast = columns.map(({ id, type }) => `cast(${name(id)} as ${type}) as ${name(id)}`).join(', ')
  const pairs = Object.entries(metadata()).map(([key, value]) => `${name(key)}: ${literal(value)}`)
  return `copy (select ${cast} from row_text) to ${literal(file)}
    (format parquet, compression zstd, row_group_size 32768, kv_metadata {${pairs.join(', ')}})`
}

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`
const name = (id: string) => `"${id.replaceAll('"', '""')}"`
