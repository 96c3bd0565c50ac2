import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'
import { checkSize, countSigns } from './check-size.ts'
import type { Format } from './format.ts'
import { badFile, problems } from './problems.ts'
import { toCell } from './tables/make-table.ts'
import { sheetPieces } from './tables/sheet-pieces.ts'
import { decode } from './text/decode.ts'
import { placed } from './text/placed-text.ts'

interface CsvRecord {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** Tables with commas or tabs between the cells. A line is the last one of a record in the file, a column its field. */
export const csv: Format = {
  id: 'csv',
  endings: ['csv', 'tsv'],
  recognises: ({ ending, text }) => text !== '' && csv.endings.includes(ending),
  read: async (bytes, name) => {
    const text = decode(bytes, name)
    checkSize(countSigns(text, '\n\r,\t'), name)
    const rows = recordsOf(text, { name, delimiter: delimiterOf(text) }).map(({ record, info }) =>
      record.map((cell, i) => toCell({ content: placed(cell, info.lines, i + 1), header: false })),
    )
    const pieces = sheetPieces(rows)
    const title = titleOf(name)
    const isTitled = pieces[0]?.kind === 'text' || title === ''
    return [{ particulars: isTitled ? {} : { title, isNamedByFile: true }, pieces }]
  },
}

/** A tab or a comma, whichever more of the first lines have. */
function delimiterOf(text: string): string {
  const lines = text.split('\n', 20)
  const having = (sign: string) => lines.filter((line) => line.includes(sign)).length
  return having('\t') > having(',') ? '\t' : ','
}

/** The name of the file, where a person gave it words: such a file has no other place for a title. */
function titleOf(name: string): string {
  const words = basename(name).replace(/\.[^.]+$/, '')
  return /\p{Script=Han}{2}/u.test(words) ? words : ''
}

function recordsOf(
  text: string,
  { name, delimiter }: { name: string; delimiter: string },
): readonly CsvRecord[] {
  try {
    const options = {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
    }
    return parse(text, options) as unknown as readonly CsvRecord[]
  } catch (cause) {
    throw badFile(name, problems.brokenTable(cause instanceof Error ? cause.message : String(cause)))
  }
}
