/** What stands in a sheet of an .xls file. */
export interface OldSheet {
  readonly name: string
  readonly hidden?: boolean
  readonly rows: readonly (readonly OldCell[])[]
  readonly merges?: readonly (readonly [top: number, bottom: number, left: number, right: number])[]
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
}

/** A number, shared text, text in stretches, or a number with the place of its format; struck ones too. */
type OldCell =
  | number
  | string
  | null
  | {
      readonly value: number | string
      readonly format?: number
      readonly struck?: true
      readonly how?: 'small' | 'formula'
    }
  | { readonly runs: readonly (readonly [text: string, font: 'plain' | 'struck' | 'raised'])[] }

interface OldBook {
  readonly sheets: readonly OldSheet[]
  readonly formats?: readonly string[]
  /** The version in the first record: 0x500 for Excel 95. */
  readonly version?: number
  readonly locked?: boolean
  /** Where the table of strings is cut into records; strings go on over the cut. */
  readonly cut?: number
}

/** A workbook of Excel 97 to 2003 (BIFF8 in a compound file). */
export function xlsFile(
  { sheets, formats = [], version = 0x600, locked = false, cut = 8000 }: OldBook,
  stream = 'Workbook',
): Uint8Array {
  const strings: Buffer[] = []
  const bodies = sheets.map((sheet) => sheetBody(sheet, strings, version))
  const head = [
    record(0x809, u16(version), u16(5), Buffer.alloc(12)),
    ...(locked ? [record(0x2f, Buffer.alloc(6))] : []),
    ...['plain', 'struck', 'raised'].map((look) =>
      record(
        0x31,
        u16(200),
        u16(look === 'struck' ? 8 : 0),
        u16(0),
        u16(400),
        u16(look === 'raised' ? 1 : 0),
        Buffer.alloc(4),
        Buffer.from([1, 0, 65]),
      ),
    ),
    ...formats.map((code, i) => record(0x41e, u16(164 + i), string(code, 'long'))),
    ...[0, 1].flatMap((font) =>
      [0, 10, ...formats.map((_, i) => 164 + i)].map((format) =>
        record(0xe0, u16(font), u16(format), Buffer.alloc(16)),
      ),
    ),
  ]
  const table = sharedStrings(strings, cut)
  const places = (starts: readonly number[]) =>
    sheets.map(({ name, hidden }, i) =>
      record(0x85, u32(starts[i] ?? 0), Buffer.from([hidden ? 1 : 0, 0]), string(name, 'short')),
    )
  const length = Buffer.concat([...head, ...places([]), ...table, record(0x0a)]).length
  const starts = bodies.map((_, i) => length + bodies.slice(0, i).reduce((sum, body) => sum + body.length, 0))
  return compound(stream, Buffer.concat([...head, ...places(starts), ...table, record(0x0a), ...bodies]))
}

const u16 = (value: number) => Buffer.from(Uint16Array.of(value).buffer)
const u32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer)
const f64 = (value: number) => Buffer.from(Float64Array.of(value).buffer)
const record = (id: number, ...parts: readonly Buffer[]) => {
  const data = Buffer.concat(parts)
  return Buffer.concat([u16(id), u16(data.length), data])
}

/** Length, width of the characters, characters. */
function string(text: string, length: 'short' | 'long'): Buffer {
  const count = length === 'short' ? Buffer.from([text.length]) : u16(text.length)
  return Buffer.concat([count, Buffer.from([1]), Buffer.from(text, 'utf16le')])
}

function sheetBody(
  { rows, merges = [], hiddenRows = [], hiddenColumns = [] }: OldSheet,
  strings: Buffer[],
  version: number,
): Buffer {
  const cells = rows.flatMap((row, i) =>
    row.map((cell, j) => cellRecord(cell, { row: i, column: j, strings })),
  )
  return Buffer.concat([
    record(0x809, u16(version), u16(16), Buffer.alloc(12)),
    ...hiddenColumns.map((column) =>
      record(0x7d, u16(column), u16(column), u16(2000), u16(0), u16(1), u16(0)),
    ),
    ...rows.map((row, i) =>
      record(
        0x208,
        u16(i),
        u16(0),
        u16(row.length),
        u16(255),
        u32(0),
        u16(hiddenRows.includes(i) ? 0x20 : 0),
        u16(0),
      ),
    ),
    ...cells,
    ...(merges.length > 0
      ? [record(0xe5, u16(merges.length), ...merges.flatMap((merge) => merge.map(u16)))]
      : []),
    record(0x0a),
  ])
}

interface Place {
  readonly row: number
  readonly column: number
  readonly strings: Buffer[]
}

/** The looks: plain and percent and the given formats, then the same struck. */
const lookOf = (format = -2, struck = false, formats = 0) => format + 2 + (struck ? 2 + formats : 0)

function cellRecord(cell: OldCell, { row, column, strings }: Place): Buffer {
  const at = (look: number) => [u16(row), u16(column), u16(look)]
  if (cell === null) return record(0x201, ...at(0))
  if (typeof cell === 'object' && 'runs' in cell) return shared(richString(cell.runs), strings, at(0))
  const { value, format, struck, how } =
    typeof cell === 'object' ? cell : { value: cell, format: undefined, struck: undefined, how: undefined }
  const place = at(lookOf(format, struck))
  if (how === 'formula') return formula(value, place)
  if (typeof value === 'string') return shared(string(value, 'long'), strings, place)
  if (how === 'small') return record(0xbd, ...place, u32((Math.round(value * 100) << 2) | 3), u16(column))
  return record(0x203, ...place, f64(value))
}

function shared(text: Buffer, strings: Buffer[], place: readonly Buffer[]): Buffer {
  strings.push(text)
  return record(0xfd, ...place, u32(strings.length - 1))
}

/** A formula with its last value; text of one stands in a record of its own. */
function formula(value: number | string, place: readonly Buffer[]): Buffer {
  if (typeof value === 'number') return record(0x06, ...place, f64(value), Buffer.alloc(8))
  const marker = Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff])
  return Buffer.concat([
    record(0x06, ...place, marker, Buffer.alloc(8)),
    record(0x207, string(value, 'long')),
  ])
}

function richString(runs: readonly (readonly [string, string])[]): Buffer {
  const text = runs.map(([part]) => part).join('')
  let from = 0
  const changes = runs.flatMap(([part, font]) => {
    const change = [u16(from), u16(['plain', 'struck', 'raised'].indexOf(font))]
    from += part.length
    return change
  })
  return Buffer.concat([
    u16(text.length),
    Buffer.from([9]),
    u16(runs.length),
    Buffer.from(text, 'utf16le'),
    ...changes,
  ])
}

/** The table of strings in records of so many bytes at most; where a string is cut, its width is said again. */
function sharedStrings(strings: readonly Buffer[], cut: number): Buffer[] {
  const blocks: Buffer[] = [Buffer.concat([u32(strings.length), u32(strings.length)])]
  const add = (part: Buffer) => {
    blocks[blocks.length - 1] = Buffer.concat([blocks.at(-1) ?? part, part])
  }
  for (const each of strings) {
    const isPlain = each[2] === 1
    if ((blocks.at(-1)?.length ?? 0) + 5 > cut) blocks.push(Buffer.alloc(0))
    const room = Math.max(5, 3 + 2 * Math.floor((cut - (blocks.at(-1)?.length ?? 0) - 3) / 2))
    if (!isPlain || each.length <= room) add(each)
    else {
      add(each.subarray(0, room))
      for (let at = room; at < each.length; at += 2 * Math.floor((cut - 1) / 2))
        blocks.push(Buffer.concat([Buffer.from([1]), each.subarray(at, at + 2 * Math.floor((cut - 1) / 2))]))
    }
  }
  return blocks.map((block, i) => record(i === 0 ? 0xfc : 0x3c, block))
}

/** A compound file with one stream. */
function compound(name: string, content: Buffer): Uint8Array {
  const isSmall = content.length < 4096
  const sector = 512
  const padded = (part: Buffer, size = sector) =>
    Buffer.concat([part, Buffer.alloc((size - (part.length % size)) % size)])
  const chain = (count: number, from: number) =>
    Array.from({ length: count }, (_, i) => (i === count - 1 ? 0xfffffffe : from + i + 1))
  const body = padded(content)
  const count = body.length / sector
  const tables = Math.ceil((count + 4) / 126)
  const directoryAt = tables
  const smallAt = tables + 1
  const bodyAt = tables + 2
  const table = [
    ...Array.from({ length: tables }, () => 0xfffffffd),
    0xfffffffe,
    0xfffffffe,
    ...chain(count, bodyAt),
  ]
  const smallTable = chain(Math.ceil(content.length / 64), 0)
  const entry = (title: string, type: number, child: number, start: number, size: number) => {
    const bytes = Buffer.alloc(128)
    bytes.write(title, 0, 'utf16le')
    bytes.writeUInt16LE(2 * title.length + 2, 64)
    bytes.writeUInt8(type, 66)
    for (const at of [68, 72]) bytes.writeUInt32LE(0xffffffff, at)
    bytes.writeUInt32LE(child, 76)
    bytes.writeUInt32LE(start, 116)
    bytes.writeUInt32LE(size, 120)
    return bytes
  }
  const head = Buffer.alloc(512, 0xff)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head)
  head.fill(0, 8, 76)
  for (const [at, value] of [
    [24, 0x3e],
    [26, 3],
    [28, 0xfffe],
    [30, 9],
    [32, 6],
  ] as const)
    head.writeUInt16LE(value, at)
  for (const [at, value] of [
    [44, tables],
    [48, directoryAt],
    [56, 4096],
    [60, smallAt],
    [64, 1],
    [68, 0xfffffffe],
  ] as const)
    head.writeUInt32LE(value, at)
  for (let i = 0; i < tables; i++) head.writeUInt32LE(i, 76 + 4 * i)
  const words = (values: readonly number[], length: number) =>
    Buffer.concat([...values.map(u32), Buffer.alloc(Math.max(0, length - 4 * values.length), 0xff)])
  const directory = [
    entry('Root Entry', 5, 1, isSmall ? bodyAt : 0xfffffffe, isSmall ? body.length : 0),
    entry(name, 2, 0xffffffff, isSmall ? 0 : bodyAt, content.length),
  ]
  return new Uint8Array(
    Buffer.concat([
      head,
      words(table, tables * sector),
      padded(Buffer.concat(directory)),
      words(isSmall ? smallTable : [], sector),
      body,
    ]),
  )
}
