import type { Language, Text } from '#data/model/language.ts'
import type { Store } from '#data/store/open-store.ts'
import type { SourceAnswer } from '#server/answers.ts'
import { Problem } from '#server/errors.ts'
import type { Question } from '#server/input.ts'
import { type ExportRow, exportColumns } from '#server/tables/export-columns.ts'
import { type FileFormat, type FileFormatId, fileFormats } from '#server/tables/file-formats.ts'
import type { ExportTable } from './export-format.ts'
import { questionNames } from './file-name.ts'
import { filtersOf } from './filters.ts'
import type { Asked, Part } from './questions.ts'
import { wordsOf } from './subject.ts'

interface FileAsked {
  readonly question: Question
  readonly format: FileFormatId
  readonly store: Store
  /** Of the request for the file. */
  readonly address: string
  /** Under which address readers come; '' where the operator has not said. */
  readonly publicUrl: string
  readonly language: Language
  readonly bom: boolean
}

/** A question with its numbers and all that is to be said of them, as the formats take it. */
export function exportTable({ route, query, subject, parts }: Asked, file: FileAsked): ExportTable {
  const { question, store, language, bom } = file
  const { catalog, snapshot } = store
  const { asOf } = query
  const used = new Map<string, SourceAnswer>()
  return {
    question,
    address: jsonAddress(file, route, asOf === undefined ? snapshot.id : undefined),
    title: join([questionNames[question], ...wordsOf(subject, catalog)]),
    filters: filtersOf({ ...query }, catalog),
    language,
    columns: exportColumns,
    rows: rowsOf(parts(store), used, file.format),
    sources: () => [...used.values()],
    catalog,
    snapshot: asOf === undefined ? snapshot.id : null,
    asOf,
    date: asOf === undefined ? snapshot.published_at : `${asOf}T23:59:59+08:00`,
    bom,
  }
}

const join = (words: readonly Text[]): Text => ({
  zh: words.map(({ zh }) => zh).join(' · '),
  en: words.map(({ en }) => en).join(' · '),
})

/** The address of the same question as JSON, of that version: without what is asked of the file, and whatever the request calls this host. */
function jsonAddress(
  { address, publicUrl }: Pick<FileAsked, 'address' | 'publicUrl'>,
  route: string,
  snapshot: string | undefined,
): string {
  const { searchParams } = new URL(address)
  for (const name of ['question', 'lang', 'bom']) searchParams.delete(name)
  if (snapshot !== undefined) searchParams.set('snapshot', snapshot)
  const query = searchParams.size > 0 ? `?${searchParams}`.replaceAll('%2C', ',') : ''
  return `${publicUrl}/api/v1/${route}${query}`
}

/**
 * The rows part by part; their documents are put into `used`.
 * @throws Problem 422 where there are more than the format can hold.
 */
async function* rowsOf(
  parts: AsyncIterable<Part>,
  used: Map<string, SourceAnswer>,
  format: FileFormatId,
): AsyncGenerator<readonly ExportRow[]> {
  const { mostRows = Number.POSITIVE_INFINITY }: FileFormat = fileFormats[format]
  let count = 0
  for await (const { rows, sources } of parts) {
    for (const source of sources) used.set(source.id, source)
    count += rows.length
    if (count > mostRows) throw tooLong(format, mostRows)
    yield rows
  }
}

const tooLong = (format: FileFormatId, most: number) =>
  new Problem(422, 'too_large', `${format} 最多装 ${most} 行；请缩小范围，或改用 csv、parquet`)
