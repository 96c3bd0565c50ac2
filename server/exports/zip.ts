import type { Text } from '#data/model/language.ts'
import type { ExportRow } from '#server/tables/export-columns.ts'
import { fileNames } from './about/archive-names.ts'
import { cite, citeInBibtex } from './about/cite.ts'
import { describeTable, explainUnits, type Remark } from './about/describe-table.ts'
import { codeWords } from './about/explain-codes.ts'
import { readMe } from './about/read-me.ts'
import { sourceColumns } from './about/source-columns.ts'
import { csv } from './csv.ts'
import type { ExportTable, WriteFile } from './export-format.ts'
import { type Begun, beginRows } from './pieces/begin-rows.ts'
import { type Entry, zipStream } from './pieces/zip-stream.ts'

/** An archive that explains itself: the numbers, what they are, where they come from, how to cite them. */
export const zip: WriteFile = async function* (table) {
  const rows = await beginRows(table.rows)
  try {
    yield* zipStream(entries(table, rows), table.date)
  } finally {
    await rows.close()
  }
}

/** The mark of UTF-8, for what people open in Excel and Notepad. */
const mark = '\uFEFF'

async function* entries(table: ExportTable, rows: Begun<readonly ExportRow[]>): AsyncGenerator<Entry> {
  const { language } = table
  const told = { rows: 0, units: new Set<string>() }
  const data = csv({ ...table, rows: noting(rows, told), bom: true })
  yield { name: fileNames.data[language], content: data }
  const sources = table.sources()
  const sourceList = csv({ columns: sourceColumns, rows: once(sources), language, bom: true })
  yield { name: fileNames.sources[language], content: sourceList }
  const metadata = JSON.stringify(metadataOf(table, told), null, 2)
  yield { name: fileNames.metadata[language], content: `${metadata}\n` }
  yield { name: fileNames.citation[language], content: mark + toText(cite(table, sources)) }
  yield { name: fileNames.bibtex[language], content: citeInBibtex(table, sources) }
  yield { name: fileNames.readMe[language], content: mark + toText(readMe(table, told)) }
}

async function* noting(rows: AsyncIterable<readonly ExportRow[]>, told: Told) {
  for await (const batch of rows) {
    told.rows += batch.length
    for (const { unit } of batch) told.units.add(unit)
    yield batch
  }
}

interface Told {
  rows: number
  readonly units: Set<string>
}

async function* once<Item>(items: Item) {
  yield items
}

/** Lines as Windows ends them. */
const toText = (lines: readonly string[]) => lines.map((line) => `${line}\r\n`).join('')

/** What the readme says, for programs: in the language of the file. */
function metadataOf(table: ExportTable, { rows, units }: Told) {
  const { title, question, address, snapshot, asOf, language, catalog } = table
  const say = (text: Text) => text[language]
  const inWords = ({ id, name, value }: Remark) => ({ id, name: say(name), value: say(value) })
  const codesOf = (id: string) =>
    Object.fromEntries(Object.entries(codeWords[id] ?? {}).map(([code, words]) => [code, say(words)]))
  return {
    title: say(title),
    language,
    question,
    filters: table.filters.map(inWords),
    address,
    snapshot,
    asOf: asOf ?? null,
    rows,
    remarks: describeTable(table).map(inWords),
    columns: table.columns.map(({ id, heading, type, unit }) => ({
      id,
      heading: say(heading),
      type,
      unit: unit ?? null,
      codes: codeWords[id] ? codesOf(id) : null,
    })),
    units: explainUnits(units, catalog).map(inWords),
    sources: table.sources().map((source) => ({ ...source, issuers: source.issuers.map(say) })),
  }
}
