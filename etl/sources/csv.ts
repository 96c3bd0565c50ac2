import { parse } from 'csv-parse/sync'
import { BadInput } from '#data/model/bad-input.ts'
import type { Format } from './format.ts'
import { makeTable, toCell } from './tables/make-table.ts'
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
    const [head = ''] = text.split('\n', 1)
    const rows = recordsOf(text, { name, delimiter: head.includes('\t') ? '\t' : ',' }).map(
      ({ record, info }) =>
        record.map((cell, i) => toCell({ content: placed(cell, info.lines, i + 1), header: false })),
    )
    return [{ particulars: {}, pieces: rows.length > 0 ? [makeTable(rows)] : [] }]
  },
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
      skip_empty_lines: true,
    }
    return parse(text, options) as unknown as readonly CsvRecord[]
  } catch (cause) {
    throw new BadInput(
      `${name}: 不是完整的表格文件（${cause instanceof Error ? cause.message : String(cause)}）`,
    )
  }
}
