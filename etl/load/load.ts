import { mkdirSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import type { Catalog } from '#data/catalog/catalog.ts'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { BadInput } from '#data/model/bad-input.ts'
import { makeVerdict } from '#data/store/bulk/judged-rows.ts'
import { type Bulk, openBulk } from '#data/store/bulk/open-bulk.ts'
import { readRows, sayUnreadable } from '#data/store/bulk/read-rows.ts'
import { type Counted, countVerdicts, finishNumbers, writeNumbers } from '#data/store/bulk/write-numbers.ts'
import * as schema from '#data/store/schema.ts'
import { type TableRows, writeDatabase } from '#data/store/write-database.ts'
import { findBreaks } from '../check/find-breaks.ts'
import { publish } from '../publish/publish.ts'
import { loadedInputs, readRolledBack } from '../publish/published.ts'
import { holdingLock } from '../publish/publishing-lock.ts'
import { toTables } from '../publish/to-tables.ts'
import { orderForms } from './judge-combinations.ts'
import { type Judging, judgeFile } from './judge-file.ts'
import { judgeOdd, keepRefusals, refusedByReason, repeatedRows } from './judge-rows.ts'
import { type LoadReport, stopWhereMostAreRefused } from './load-report.ts'
import { type OpenedFile, openFile } from './open-file.ts'
import { settleCells } from './settle-cells.ts'

interface LoadOptions {
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

interface Filling {
  readonly file: string
  readonly catalog: Catalog
  /** The new database. */
  readonly database: string
  /** Where anything may lie until it is written. */
  readonly folder: string
  readonly onStage: (stage: string) => void
}

type Filled = Omit<LoadReport, 'file' | 'out' | 'snapshot' | 'undone'>

/**
 * Fills a new database file with the rows of a file.
 * @throws BadInput where the file is broken, or is changed meanwhile.
 */
async function fillDatabase(bulk: Bulk, filling: Filling): Promise<Filled> {
  const opened = openFile(filling.file)
  try {
    return await fillFrom(opened, bulk, filling)
  } catch (cause) {
    opened.checkUnchanged()
    throw sayUnreadable(filling.file, cause)
  }
}

async function fillFrom(opened: OpenedFile, bulk: Bulk, filling: Filling): Promise<Filled> {
  const { file, catalog: known, database, folder, onStage } = filling
  onStage(`读取 ${file}`)
  const copy = join(folder, 'rows.parquet')
  const { count: rows, isDated } = await readRows(bulk, { file, head: opened.head, copy })
  if (rows === 0) throw new BadInput(`${file} 没有数据行`)
  onStage(`判定 ${rows.toLocaleString('en-US')} 行`)
  const name = basename(file, extname(file))
  const judging = await judgeFile(bulk, { file, name, isDated, known })
  const refused = await refusedByReason(bulk, judging, await reachVerdicts(bulk, judging))
  stopWhereMostAreRefused(file, rows, refused)
  onStage('排序，写入数值')
  const forms = orderForms(judging.forms)
  await writeDatabase(database, tablesOf(judging, forms.rows))
  await bulk.attach(database)
  await writeNumbers(bulk, forms.ids)
  onStage('排列同一事实的多种说法')
  const { repeats, first } = await settleCells(bulk, judging, forms.ids)
  const repeated = await repeatedRows(bulk, judging, first)
  const all = [...refused, ...repeated.asReason(repeats)]
  stopWhereMostAreRefused(file, rows, all)
  const kept = await keepRefusals(bulk, judging, repeated.refusals)
  onStage('写入出处')
  const published = await finishNumbers(bulk)
  opened.checkUnchanged()
  return { rows, sources: judging.sources, published, refused: all, kept }
}

/** What becomes of the rows; where there are odd numbers, after these have been judged one by one. */
async function reachVerdicts(bulk: Bulk, judging: Judging): Promise<readonly Counted[]> {
  await makeVerdict(bulk, false)
  const counted = await countVerdicts(bulk)
  if (counted.every(({ odd }) => odd === 0)) return counted
  await judgeOdd(bulk, judging)
  await makeVerdict(bulk, true)
  return countVerdicts(bulk)
}

/** Every table; those of the numbers are filled afterwards. */
function tablesOf({ catalog }: Judging, forms: TableRows['rows']) {
  const { tables } = toTables({
    catalog,
    observations: [],
    refusals: [],
    checked: { claims: 0, findings: [], breaks: findBreaks([], catalog), stale: [] },
    inbox: { files: [], held: [], stale: [] },
    counts: { read: 0, added: 0 },
    inputs: '',
  })
  return tables.map((each) => (each.table === schema.form ? { ...each, rows: forms } : each))
}
