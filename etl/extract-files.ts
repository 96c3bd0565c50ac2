import { readFileSync } from 'node:fs'
import { stringify } from 'csv-stringify/sync'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { BadInput } from '#data/model/bad-input.ts'
import type { Unread } from './document.ts'
import {
  type ExtractedDocument,
  type ExtractedRefusal,
  type ExtractedRow,
  extractDocument,
  extractedColumns,
} from './extract/extract-document.ts'
import { toLexicon } from './extract/lexicon.ts'
import { type RefusedBecause, refusedBecause } from './extract/statement.ts'
import { readDocument } from './sources/read-document.ts'
import { writeText } from './write-rows.ts'

export interface ExtractOptions {
  readonly files: readonly string[]
  readonly catalogFolder: string
  /** Where the CSV goes; standard output when absent. */
  readonly out?: string | undefined
  /** The document's id when there is one file; its name without ending when absent. */
  readonly doc?: string | undefined
}

/**
 * Documents → rows as CSV, and a report of what gave none on standard error.
 * @throws BadInput for a file that cannot be read; nothing is written then.
 */
export async function extractFiles({ files, catalogFolder, out, doc }: ExtractOptions): Promise<void> {
  const lexicon = toLexicon(readCatalog(catalogFolder))
  const documents: ExtractedDocument[] = []
  const unread: string[] = []
  for (const file of files) {
    const document = await readDocument(readBytes(file), file)
    unread.push(...document.unread.map((each) => sayUnread(file, each)))
    documents.push(extractDocument(doc === undefined ? document : { ...document, id: doc }, lexicon))
  }
  writeText(toCsv(documents.flatMap(({ rows }) => rows)), out)
  process.stderr.write(unread.join(''))
  process.stderr.write(renderRefusals(documents.flatMap(({ refusals }) => refusals)))
}

const sayUnread = (file: string, { what, line }: Unread) =>
  `${file}${line === undefined ? '' : `:${line}`}: ${what}\n`

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new BadInput(`${file}: 无法读取文件（${codeOf(cause)}），请检查路径`, { cause })
  }
}

const codeOf = (cause: unknown) =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)

/** Rows as CSV with a header. */
export function toCsv(rows: readonly ExtractedRow[]): string {
  return stringify([...rows], { header: true, columns: [...extractedColumns] })
}

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
