import { type BiffRecord, BiffText, recordsOf } from './biff-records.ts'
import {
  builtInFormats,
  type Merge,
  plainText,
  type Sheet,
  type SheetCell,
  type TextRun,
  type Workbook,
} from './sheet.ts'

/** Why a workbook of Excel 97 to 2003 cannot be read. */
export class BiffError extends Error {
  readonly because: 'locked' | 'too old' | 'broken'
  constructor(because: BiffError['because']) {
    super(because)
    this.because = because
  }
}

const ids = {
  bof: 0x809,
  eof: 0x0a,
  locked: 0x2f,
  epoch: 0x22,
  font: 0x31,
  format: 0x41e,
  look: 0xe0,
  sheet: 0x85,
  strings: 0xfc,
  more: 0x3c,
  row: 0x208,
  columns: 0x7d,
  merges: 0xe5,
  formula: 0x06,
  formulaText: 0x207,
  object: 0x5d,
} as const

/** What all sheets share. */
interface Shared {
  readonly looks: readonly { readonly format: string; readonly struck: boolean }[]
  readonly strings: readonly (readonly TextRun[])[]
}

/**
 * The workbook in the stream «Workbook» of an .xls file (MS-XLS, BIFF8).
 * @throws BiffError
 */
export function readBiff(stream: Uint8Array): Workbook {
  const records = recordsOf(stream)
  const [first] = records
  if (first?.id !== ids.bof) throw new BiffError('broken')
  if (first.u16(0) !== 0x600) throw new BiffError('too old')
  const globals = records.slice(0, records.findIndex(({ id }) => id === ids.eof) + 1)
  const all = (id: number) => globals.filter((record) => record.id === id)
  if (all(ids.locked).length > 0) throw new BiffError('locked')
  const shared = readShared(all, globals)
  const starts = new Map(records.map(({ offset }, i) => [offset, i]))
  const sheets = all(ids.sheet).flatMap((record): Sheet[] => {
    const start = starts.get(record.u32(0))
    // Charts and macros stand in sheets of other types.
    if (start === undefined || record.u8(5) !== 0) return []
    const name = stringAt(record, 6, 'short')
    return [readSheet(sheetRecords(records, start), { name, hidden: (record.u8(4) & 3) !== 0, shared })]
  })
  return { sheets, epoch: all(ids.epoch)[0]?.u16(0) === 1 ? 1904 : 1900 }
}

/** The records of a sheet; charts in it are sheets within. */
function sheetRecords(records: readonly BiffRecord[], start: number): BiffRecord[] {
  let depth = 0
  const own: BiffRecord[] = []
  for (const record of records.slice(start)) {
    if (record.id === ids.bof) depth++
    if (depth === 1) own.push(record)
    if (record.id === ids.eof && --depth === 0) break
  }
  return own
}

function readShared(all: (id: number) => readonly BiffRecord[], globals: readonly BiffRecord[]): Shared {
  const fonts = all(ids.font).map((font) => ({ struck: (font.u16(2) & 8) !== 0, raised: font.u16(8) === 1 }))
  // There is no font 4.
  const fontAt = (index: number) => fonts[index > 4 ? index - 1 : index] ?? { struck: false, raised: false }
  const formats = new Map(all(ids.format).map((record) => [record.u16(0), stringAt(record, 2)] as const))
  const looks = all(ids.look).map((look) => ({
    format: formats.get(look.u16(2)) ?? builtInFormats.get(look.u16(2)) ?? 'General',
    struck: fontAt(look.u16(0)).struck,
  }))
  const at = globals.findIndex(({ id }) => id === ids.strings)
  const table = globals[at]
  if (!table) return { looks, strings: [] }
  const end = globals.findIndex(({ id }, i) => i > at && id !== ids.more)
  const blocks = globals.slice(at, end).map(({ data }) => data)
  const text = new BiffText([blocks[0]?.subarray(8) ?? new Uint8Array(), ...blocks.slice(1)])
  const strings = Array.from({ length: Math.min(table.u32(4), stringsIn(blocks)) }, () =>
    text.text('long').map(({ text, font }) => ({ text, ...(font === undefined ? plain : fontAt(font)) })),
  )
  return { looks, strings }
}

const plain = { struck: false, raised: false }

/** A string takes three bytes at least, whatever their number is said to be. */
const stringsIn = (blocks: readonly Uint8Array[]) => blocks.reduce((sum, { length }) => sum + length, 0) / 3

interface Named {
  readonly name: string
  readonly hidden: boolean
  readonly shared: Shared
}

function readSheet(records: readonly BiffRecord[], { name, hidden, shared }: Named): Sheet {
  const rows = new Map<number, SheetCell[]>()
  const all = (id: number) => records.filter((record) => record.id === id)
  for (const [i, record] of records.entries())
    for (const { row, column, look, value } of cellsOf(record, records.slice(i + 1, i + 4), shared)) {
      const own = rows.get(row) ?? []
      rows.set(row, own)
      own.push({ column, value, ...(shared.looks[look] ?? { format: 'General', struck: false }) })
    }
  const kinds = all(ids.object).map((record) => record.u16(4))
  const count = (kind: number) => kinds.filter((each) => each === kind).length
  return {
    name,
    hidden,
    rows,
    merges: all(ids.merges).flatMap(mergesOf),
    hiddenRows: new Set(all(ids.row).flatMap((row) => ((row.u16(12) & 0x20) === 0 ? [] : [row.u16(0)]))),
    hiddenColumns: new Set(all(ids.columns).flatMap(hiddenColumnsOf)),
    drawn: { pictures: count(8), charts: count(5), boxes: count(6) },
  }
}

function mergesOf(record: BiffRecord): Merge[] {
  return Array.from({ length: record.u16(0) }, (_, i) => {
    const [top = 0, bottom = 0, left = 0, right = 0] = [2, 4, 6, 8].map((at) => record.u16(at + 8 * i))
    return { top, bottom, left, right }
  })
}

function hiddenColumnsOf(record: BiffRecord): number[] {
  const [first, last] = [record.u16(0), record.u16(2)]
  if ((record.u16(8) & 1) === 0) return []
  return Array.from({ length: Math.max(0, Math.min(last, 255) - first + 1) }, (_, i) => first + i)
}

interface Found {
  readonly row: number
  readonly column: number
  readonly look: number
  readonly value: SheetCell['value']
}

function cellsOf(record: BiffRecord, following: readonly BiffRecord[], { strings }: Shared): Found[] {
  const read = cellReaders[record.id]
  if (!read) return []
  const place = { row: record.u16(0), column: record.u16(2), look: record.u16(4) }
  return read({ record, place, following, strings })
}

interface Asked {
  readonly record: BiffRecord
  readonly place: Omit<Found, 'value'>
  readonly following: readonly BiffRecord[]
  readonly strings: Shared['strings']
}

/** The records that hold cells: one, or in a row of small numbers several. */
const cellReaders: Readonly<Record<number, (asked: Asked) => Found[]>> = {
  253: ({ record, place, strings }) => [{ ...place, value: strings[record.u32(6)] }],
  516: ({ record, place }) => [{ ...place, value: textAt(record, 6) }],
  214: ({ record, place }) => [{ ...place, value: textAt(record, 6) }],
  515: ({ record, place }) => [{ ...place, value: record.f64(6) }],
  638: ({ record, place }) => [{ ...place, value: smallNumber(record.u32(6)) }],
  189: ({ record, place }) =>
    Array.from({ length: Math.floor((record.data.length - 6) / 6) }, (_, i) => ({
      row: place.row,
      column: place.column + i,
      look: record.u16(4 + 6 * i),
      value: smallNumber(record.u32(6 + 6 * i)),
    })),
  517: ({ record, place }) => [{ ...place, value: flag(record.u8(6), record.u8(7) === 1) }],
  [ids.formula]: ({ record, place, following }) => [{ ...place, value: formulaValue(record, following) }],
}

const stringAt = (record: BiffRecord, at: number, length: 'short' | 'long' = 'long'): string => {
  const stretches = new BiffText([record.data.subarray(at)]).text(length)
  return stretches.map(({ text }) => text).join('')
}

const textAt = (record: BiffRecord, at: number) => plainText(stringAt(record, at))

/** A formula keeps its last value; text of one stands in a record behind it. */
function formulaValue(record: BiffRecord, following: readonly BiffRecord[]): SheetCell['value'] {
  if (record.u16(12) !== 0xffff) return record.f64(6)
  const kind = record.u8(6)
  if (kind === 1 || kind === 2) return flag(record.u8(8), kind === 2)
  const text = kind === 0 ? following.find(({ id }) => id === ids.formulaText) : undefined
  return text ? textAt(text, 0) : plainText('')
}

const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

const flag = (code: number, isError: boolean) =>
  plainText(isError ? (errors[code] ?? '#ERR!') : code === 0 ? 'FALSE' : 'TRUE')

/** Thirty bits of a number, whole or the upper half of a long one, perhaps times a hundred. */
function smallNumber(bits: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setUint32(4, bits & ~3, true)
  const number = (bits & 2) === 0 ? view.getFloat64(0, true) : bits >> 2
  return (bits & 1) === 0 ? number : number / 100
}
