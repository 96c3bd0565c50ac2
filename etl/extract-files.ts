import { basename, join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { Catalog } from '#data/catalog/catalog.ts'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { readIdentities } from '#data/catalog/read-identities.ts'
import { type Lexicon, toLexicon } from '#data/language/lexicon.ts'
import type { DocumentFacts } from '#data/model/document-facts.ts'
import { compilationColumn } from '#data/model/observation.ts'
import type { Document } from './document.ts'
import { type ExtractedRefusal, type ExtractedRow, extractedColumns } from './extract/extract-document.ts'
import { type RefusedBecause, refusedBecause } from './extract/refusal.ts'
import { factsOfName } from './facts/facts-of-name.ts'
import { type KnownFigures, openKnownFigures } from './facts/known-figures.ts'
import {
  type FactualReading,
  type ReadingOfDocument,
  readWithFacts,
  type WaitingRow,
} from './facts/read-with-facts.ts'
import { type FactOptions, factsOfOptions, factsOfSidecar } from './facts/told-facts.ts'
import { readCurated } from './read-curated.ts'
import { readBytes } from './sources/read-bytes.ts'
import { readDocument } from './sources/read-document.ts'
import { writeParts, writeText } from './write-rows.ts'

export interface ExtractOptions {
  readonly files: readonly string[]
  readonly dataFolder: string
  /** Where the CSV goes; standard output when absent. */
  readonly out?: string | undefined
  /** The document's id when there is one file; its name without ending when absent. */
  readonly doc?: string | undefined
  /** What is known of the documents beside their text. */
  readonly facts?: FactOptions
  /** Say of each number how it was read instead of writing rows. */
  readonly explain?: boolean
}

/** A document as it was read, with what of the file was not. */
interface ReadFile {
  readonly name: string
  readonly document: Document
  readonly reading: ReadingOfDocument
}

/**
 * Documents → rows as CSV, and a report of what gave none on standard error; or, to explain, one text of both.
 * @throws BadInput for a file that cannot be read; nothing is written then.
 */
export async function extractFiles(options: ExtractOptions): Promise<void> {
  const { files, dataFolder, out, doc, facts = {}, explain = false } = options
  const catalog = readCatalog(join(dataFolder, 'catalog'))
  const curated = once(() => readCurated(dataFolder, catalog).observations)
  const known = once(() => openKnownFigures(curated()))
  const given = factsOfOptions(facts, catalog)
  const reading: Reading = { doc, given, lexicon: toLexicon(catalog), known }
  const read: ReadFile[] = []
  for (const file of files) read.push(await readFile(file, reading))
  if (explain) {
    const { explainReading } = await import('./explain/explain-reading.ts')
    const knowledge = {
      catalog,
      identities: readIdentities(join(dataFolder, 'catalog'), catalog),
      curated: curated(),
      known: known(),
    }
    writeText(read.map((each) => explainReading(each, knowledge)).join('\n'), out)
    return
  }
  const articles = read.flatMap(({ reading }) => reading.articles)
  writeParts(csvParts(read.map((each) => withCompilation(each.reading, catalog))), out)
  process.stderr.write([...read.map(renderUnread), renderRefusals(articles.flatMap(refusalsOf))].join(''))
}

/** Opened at most once, and only where asked for. */
function once<Thing>(open: () => Thing): () => Thing {
  let thing: Thing | undefined
  return () => {
    thing ??= open()
    return thing
  }
}

interface Reading {
  readonly doc: string | undefined
  readonly given: DocumentFacts
  readonly lexicon: Lexicon
  readonly known: () => KnownFigures
}

async function readFile(file: string, { doc, given, lexicon, known }: Reading): Promise<ReadFile> {
  const read = await readDocument(readBytes(file), file)
  const document = doc === undefined ? read : { ...read, id: doc }
  const facts = { ...factsOfName(basename(file)), ...factsOfSidecar(file, lexicon.catalog), ...given }
  return { name: file, document, reading: readWithFacts(document, facts, { lexicon, known }) }
}

/** Rows as CSV with a header. */
export function toCsv(rows: readonly ExtractedRow[]): string {
  return [...csvParts([{ rows }])].join('')
}

/** A row as it is written, with its compilation where that of its document is known and sets its series apart. */
type WrittenRow = ExtractedRow & { readonly [compilationColumn]?: string }

function withCompilation(
  { facts: { compilation }, articles }: ReadingOfDocument,
  { indicators }: Catalog,
): { readonly rows: readonly WrittenRow[] } {
  const rows = articles.flatMap((article) => article.rows)
  if (!compilation) return { rows }
  const differs = ({ indicator }: ExtractedRow) => (indicators.get(indicator)?.compilations ?? []).length > 0
  return {
    rows: rows.map((row) => (differs(row) ? { ...row, [compilationColumn]: compilation.value } : row)),
  }
}

/** So many rows are written at once. */
const batch = 5000

/** The column of the compilation stands only where a row has one. */
function* csvParts(readings: readonly { readonly rows: readonly WrittenRow[] }[]): Generator<string> {
  const isCompiled = readings.some(({ rows }) => rows.some((row) => row[compilationColumn] !== undefined))
  const columns = [...extractedColumns, ...(isCompiled ? [compilationColumn] : [])]
  yield stringify([columns])
  for (const { rows } of readings)
    for (let at = 0; at < rows.length; at += batch) yield stringify(rows.slice(at, at + batch), { columns })
}

const renderUnread = ({ name, document: { unread } }: ReadFile) =>
  unread.map(({ what, line }) => `${name}${line === undefined ? '' : `:${line}`}: ${what}\n`).join('')

/** What waits for a fact gave no row either. */
function refusalsOf({ refusals, waiting }: FactualReading): ExtractedRefusal[] {
  const undated = waiting.map(
    (each): ExtractedRefusal => ('refusal' in each ? each.refusal : asUndated(each)),
  )
  return [...refusals, ...undated]
}

const asUndated = ({ row: { doc, line, quote } }: WaitingRow): ExtractedRefusal => ({
  doc,
  line: Number(line),
  because: 'no-period',
  quote,
})

/** What gave no row: counted by reason, the indicators the catalogue may lack, then line by line. */
function renderRefusals(refusals: readonly ExtractedRefusal[]): string {
  const counts = new Map<RefusedBecause, number>()
  for (const { because } of refusals) counts.set(because, (counts.get(because) ?? 0) + 1)
  const summary = [...counts].map(([because, count]) => `${because} ${count}（${refusedBecause[because]}）`)
  const candidates = refusals.flatMap(({ doc, line, candidate }) =>
    candidate ? [`候选指标 ${doc}:${line} ${candidate.phrase} ${candidate.value}${candidate.unit}`] : [],
  )
  const lines = refusals.map(({ doc, line, because, quote }) => `${doc}:${line} ${because} ${quote}`)
  return [...summary, ...candidates, ...lines].map((line) => `${line}\n`).join('')
}
