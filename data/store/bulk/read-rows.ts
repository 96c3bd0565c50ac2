import { BadInput } from '#data/model/bad-input.ts'
import { loadedColumns } from '#data/model/observation.ts'
import { type Bulk, quoted, trimmed } from './open-bulk.ts'

export interface RowsFile {
  readonly file: string
  /** The names in the head of a CSV file; a Parquet file tells its own. */
  readonly head: readonly string[] | undefined
  /** A place for a copy of a CSV file that can be read quickly and again. */
  readonly copy: string
}

/** All columns of a row, and where it stands: in a CSV file its line, where each row has one, in a Parquet file its number. */
export const rawColumns = [...loadedColumns.required, ...loadedColumns.optional]

/**
 * Makes the view `raw` of a file of observations: its place and every column of `rawColumns` as text, '' where it is empty.
 * @returns the number of rows, and whether the periods were dates.
 * @throws BadInput where the file has other columns; what DuckDB says of a broken file is for `sayUnreadable`.
 */
export async function readRows(bulk: Bulk, { file, head, copy }: RowsFile) {
  if (/[*?[\]{}]/.test(file)) throw new BadInput(`${file} 的路径不能含 * ? [ ] { }，请改名`)
  if (head)
    await bulk.run(`copy (${readCsv(file, checkNames(file, head))}) to ${quoted(copy)} (format parquet)`)
  const relation = `read_parquet(${quoted(head ? copy : file)}, file_row_number = true, binary_as_string = true)`
  const described = await bulk.ask(`describe select * exclude (file_row_number) from ${relation}`)
  const types = new Map(described.map(([name, type]) => [String(name), String(type)]))
  checkNames(file, [...types.keys()])
  const columns = rawColumns.map((name) => `${asText(file, name, types.get(name))} as "${name}"`)
  const place = `cast(file_row_number as integer) + ${head ? 2 : 1} as place`
  await bulk.run(`create view raw as select ${[place, ...columns].join(', ')} from ${relation}`)
  await checkPlaces(bulk, file)
  const [counted] = await bulk.ask(`select count(*) from ${relation}`)
  return { count: Number(counted?.[0]), isDated: types.get('period') === 'DATE' }
}

async function checkPlaces(bulk: Bulk, file: string): Promise<void> {
  for (const name of ['line', 'column']) {
    const [wrong] = await bulk.ask(
      `select place, "${name}" from raw where "${name}" <> '' and try_cast("${name}" as integer) is null limit 1`,
    )
    if (wrong) throw new BadInput(`${file}:${wrong[0]} 的 ${name} 是「${wrong[1]}」，应为整数或空`)
  }
}

function readCsv(file: string, names: readonly string[]): string {
  const columns = names.map((name) => `'${name}': 'varchar'`).join(', ')
  return `from read_csv(${quoted(file)}, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"',
    columns = {${columns}}, max_line_size = 16000000)`
}

function checkNames(file: string, names: readonly string[]): readonly string[] {
  const known = [...loadedColumns.required, ...loadedColumns.optional]
  const missing = loadedColumns.required.filter((name) => !names.includes(name))
  const unknown = names.filter((name) => !known.includes(name))
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (missing.length > 0)
    throw new BadInput(`${file} 缺少列 ${missing.join('、')}；必须有 ${loadedColumns.required.join(',')}`)
  if (unknown.length > 0)
    throw new BadInput(`${file} 有未知的列 ${unknown.join('、')}；可用的列：${known.join(',')}`)
  if (twice !== undefined) throw new BadInput(`${file} 的列 ${twice} 出现两次，请删去其一`)
  return names
}

/** What a column is where the file leaves it out. */
const leftOut: Readonly<Record<string, string>> = { status: 'actual' }

function asText(file: string, name: string, type: string | undefined): string {
  if (type === undefined) return quoted(leftOut[name] ?? '')
  const write = spellings.find(([types]) => types.test(type))?.[1]
  if (!write) throw new BadInput(`${file} 的列 ${name} 是 ${type}，应为文本、整数、小数或日期`)
  return `coalesce(${write(`"${name}"`)}, '')`
}

/** Columns that nobody judges: what stands around their text is left out here. */
const trimmedHere = new Set(['line', 'column', 'rule', 'implied', 'quote'].map((name) => `"${name}"`))

/** How the values of each type are written as the format writes them. */
const spellings: readonly (readonly [RegExp, (column: string) => string])[] = [
  [/^VARCHAR$/, (column) => (trimmedHere.has(column) ? trimmed(column) : column)],
  [/^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|DECIMAL|DATE|ENUM)/, (column) => `cast(${column} as varchar)`],
  [/^(DOUBLE|FLOAT)$/, (column) => plainDecimal(`cast(${column} as varchar)`)],
]

/** The shortest decimal of a floating number, without an exponent: `137276.0` → 137276, `1.5e-07` → 0.00000015. */
const plainDecimal = (text: string) => {
  const digits = `replace(replace(split_part(${text}, 'e', 1), '.', ''), '-', '')`
  const fraction = `length(regexp_extract(${text}, '\\.(\\d+)', 1))`
  const power = `cast(split_part(${text}, 'e', 2) as integer)`
  const sign = `if(${text} like '-%', '-', '')`
  return `case
    when ${text} like '%e+%' then ${sign} || ${digits} || repeat('0', ${power} - ${fraction})
    when ${text} like '%e-%' then ${sign} || '0.' || repeat('0', -${power} - 1) || ${digits}
    else regexp_replace(${text}, '\\.0$', '') end`
}

/** What DuckDB says of a broken file, in one line; anything else as it is. */
export function sayUnreadable(file: string, cause: unknown): unknown {
  if (cause instanceof BadInput) return cause
  const message = cause instanceof Error ? cause.message : String(cause)
  const where = `${file}${/CSV Error on Line: (\d+)/.exec(message)?.[0].replace(/\D+/, ':') ?? ''}`
  const said = complaints.find(([words]) => words.test(message))?.[1]
  return said === undefined ? cause : new BadInput(`${where} ${said}`, { cause })
}

const complaints: readonly (readonly [RegExp, string])[] = [
  [/not utf-8 encoded/, '不是 UTF-8 编码，请先转换（例如 iconv -f GB18030 -t UTF-8）'],
  [/Expected Number of Columns/, '这一行的列数与表头不同'],
  [/unterminated quote|invalid state/, '这一行的引号、分隔或换行有误（换行须全文一致）'],
  [/Maximum line size/, '这一行太长，请检查引号是否成对'],
  [
    /too small to be a Parquet|magic bytes|thrift|TProtocol|decompress|snappy|zstd|footer/i,
    '不是完整的 Parquet 文件，请重新导出',
  ],
  [/CSV (Error|Parser)/, '不是合乎 RFC 4180 的 CSV'],
]
