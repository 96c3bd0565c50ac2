import { mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { openBulk } from '#data/store/bulk/open-bulk.ts'
import { publish } from '../publish/publish.ts'
import { holdingLock } from '../publish/publishing-lock.ts'
import { readRolledBack } from '../publish/rolled-back.ts'
import { type Filled, type Filling, fillDatabase } from './fill-database.ts'
import type { LoadReport } from './load-report.ts'
import { loadedInputs } from './loaded.ts'

export interface LoadOptions {
  /** Rows of the observation format: `.parquet` or `.csv`. */
  readonly file: string
  /** The folder with catalog/. */
  readonly dataFolder: string
  /** Where the database file goes. */
  readonly out: string
  readonly onStage?: (stage: string) => void
}

/**
 * A file of millions of rows in the observation format and the catalogue → one published database file. What rows have in
 * common is judged by the rules of the ordinary road, once for each combination there is; the rows themselves never leave
 * DuckDB. The figures are not held against each other.
 * @throws BadInput for a broken file, or one of which most rows are refused; the database that was there stays as it was.
 */
export function load({ file, dataFolder, out, onStage = () => {} }: LoadOptions): Promise<LoadReport> {
  return holdingLock(out, async () => {
    const catalog = readCatalog(join(dataFolder, 'catalog'))
    let filled: Filled | undefined
    const write = async (database: string) => {
      filled = await fillBeside({ file, database, catalog, onStage })
      onStage('封存')
      const { rows: read, published } = filled
      return { inputs: loadedInputs(basename(file)), read, published, refused: read - published, added: 0 }
    }
    const undone = await readRolledBack(out)
    const { id } = await publish({ out, write })
    if (!filled) throw new Error('published what was not written')
    return { ...filled, file, out, snapshot: id, undone }
  })
}

/** What is needed on the way lies in a folder beside the new file until it is written. */
async function fillBeside(filling: Omit<Filling, 'folder'>): Promise<Filled> {
  const folder = `${filling.database}.load`
  mkdirSync(folder)
  const bulk = await openBulk(folder)
  try {
    return await fillDatabase(bulk, { ...filling, folder })
  } finally {
    bulk.close()
  }
}
