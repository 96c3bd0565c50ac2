import { readFileSync } from 'node:fs'
import { CsvError, parse } from 'csv-parse/sync'
import { BadInput } from '#data/model/bad-input.ts'

export interface CsvRow {
  /** 1-based line in the file on which the row ends. */
  readonly line: number
  readonly row: Readonly<Record<string, string>>
}

/**
 * Reads a CSV file with a header row (UTF-8, RFC 4180).
 * @param columns the columns it must have, in any order.
 * @param optional columns it may have besides.
 * @throws BadInput with file and line when a row is broken or the header differs.
 */
export function readCsv(
  file: string,
  columns: readonly string[],
  optional: readonly string[] = [],
): CsvRow[] {
  const records = parseRecords(file)
  const [header, ...body] = records
  if (!header) throw new BadInput(`${file}:1 是空文件，应有表头 ${columns.join(',')}`)
  const missing = columns.filter((column) => !header.cells.includes(column))
  const unknown = header.cells.filter((column) => !columns.includes(column) && !optional.includes(column))
  if (missing.length > 0) throw new BadInput(`${file}:1 缺少列 ${missing.join('、')}`)
  if (unknown.length > 0) {
    const known = [...columns, ...optional].join(',')
    throw new BadInput(`${file}:1 有未知的列 ${unknown.join('、')}；可用的列：${known}`)
  }
  return body.map(({ line, cells }) => {
    if (cells.length !== header.cells.length) {
      throw new BadInput(`${file}:${line} 有 ${cells.length} 列，应为 ${header.cells.length} 列`)
    }
    return { line, row: Object.fromEntries(header.cells.map((name, at) => [name, cells[at]?.trim() ?? ''])) }
  })
}

interface RecordWithInfo {
  readonly info: { readonly lines: number }
  readonly record: string[]
}

function parseRecords(file: string): { line: number; cells: string[] }[] {
  const options = { bom: true, info: true, relax_column_count: true, skip_empty_lines: true } as const
  try {
    const records = parse(readFileSync(file, 'utf8'), options) as unknown as RecordWithInfo[]
    return records.map(({ info, record }) => ({ line: info.lines, cells: record }))
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    throw new BadInput(`${file}:${cause['lines'] ?? '?'} 这一行的引号或分隔有误（${cause.code}）`, { cause })
  }
}
