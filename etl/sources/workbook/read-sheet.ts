import type { Cell, Unread } from '#etl/document.ts'
import type { Reading } from '../format.ts'
import { badFile, problems } from '../problems.ts'
import { toCell } from '../tables/make-table.ts'
import { sheetPieces } from '../tables/sheet-pieces.ts'
import { raise } from '../text/note-marks.ts'
import { concatTexts, placed } from '../text/placed-text.ts'
import { isTold, type LeftOut, notRead, sayLeftOut, type UnreadKind } from '../unread.ts'
import { printNumber, printText } from './number-format.ts'
import { type Merge, plainText, type Sheet, type SheetCell, type TextRun, type Workbook } from './sheet.ts'

/** The sheets of a workbook that a reader sees, each by itself, and what of them is not read. */
export function readWorkbook({ sheets, epoch }: Workbook, name: string): Reading[] {
  const hidden = sheets.filter((sheet) => sheet.hidden && sheet.rows.size > 0)
  const unread = hidden.map((sheet) => ({
    what: `隐藏的工作表「${sheet.name}」未读`,
    en: `Not read: the hidden sheet “${sheet.name}”`,
  }))
  return [
    ...sheets.filter((sheet) => !sheet.hidden).map((sheet) => new SheetReader(sheet, epoch, name).read()),
    { particulars: {}, pieces: [], unread },
  ]
}

/** So many cells, empty ones between others included, no table has that people look at. */
const mostCells = 5_000_000

/** Merged cells wider than this are read as wide. */
const widest = 500

class SheetReader {
  private readonly sheet: Sheet
  private readonly epoch: Workbook['epoch']
  private readonly name: string
  private readonly leftOut: LeftOut[] = []
  private readonly withoutValue: number[] = []

  constructor(sheet: Sheet, epoch: Workbook['epoch'], name: string) {
    this.sheet = sheet
    this.epoch = epoch
    this.name = name
  }

  read(): Reading {
    const { sheet } = this
    const pieces = sheetPieces(this.grid())
    const isNamed = !/^(?:sheet|工作表)\s?\d*$/i.test(sheet.name)
    const isTitled = pieces[0]?.kind === 'text'
    return { particulars: isNamed && !isTitled ? { title: sheet.name } : {}, pieces, unread: this.unread() }
  }

  /** The cells as they are printed; a merged cell repeats its text wherever it reaches; empty rows count once. */
  private grid(): Cell[][] {
    const cells = this.merged()
    const grid: Cell[][] = []
    let before = -1
    let count = 0
    for (const row of [...cells.keys()].sort((a, b) => a - b)) {
      if (row > before + 1) grid.push([])
      before = row
      const own = cells.get(row) ?? new Map()
      const columns = this.shownColumns(Math.max(...own.keys()) + 1)
      count += columns.length
      if (count > mostCells) throw badFile(this.name, problems.sheetTooLarge(this.sheet.name))
      grid.push(columns.map((column) => own.get(column) ?? emptyCell(row, column)))
    }
    return grid
  }

  private shownColumns(count: number): number[] {
    const all = Array.from({ length: count }, (_, column) => column)
    return all.filter((column) => !this.sheet.hiddenColumns.has(column))
  }

  /** The cells of the rows that are shown, by row and column. */
  private merged(): Map<number, Map<number, Cell>> {
    const { rows, merges, hiddenRows } = this.sheet
    const cells = new Map<number, Map<number, Cell>>()
    for (const [row, own] of rows)
      if (!hiddenRows.has(row))
        cells.set(row, new Map(own.map((cell) => [cell.column, this.cellAt(row, cell)])))
    for (const merge of merges) this.spread(merge, cells)
    return cells
  }

  private spread({ top, bottom, left, right }: Merge, cells: Map<number, Map<number, Cell>>): void {
    // Where the first row is hidden, Excel shows its text in the next.
    const source = this.sheet.rows.get(top)?.find(({ column }) => column === left)
    const cell = cells.get(top)?.get(left) ?? (source && this.cellAt(top, source))
    if (!cell) return
    for (const [row, own] of cells) {
      if (row < top || row > bottom) continue
      for (let column = left; column <= Math.min(right, left + widest); column++) own.set(column, cell)
    }
  }

  private cellAt(row: number, cell: SheetCell): Cell {
    const place = { line: row + 1, column: cell.column + 1 }
    const parts = this.printed(row, cell).map(({ text, raised }) => {
      const part = placed(text, place.line, place.column)
      return raised ? raise(part) : part
    })
    const content = parts.length > 0 ? concatTexts(parts, () => '') : placed('', 1)
    return { ...toCell({ content, header: false }), ...place }
  }

  /** What a reader sees of a cell, in the stretches that look alike. */
  private printed(row: number, cell: SheetCell): readonly TextRun[] {
    const { value, struck, column } = cell
    if (value === undefined) this.withoutValue.push(row + 1)
    if (value === undefined || this.sheet.hiddenColumns.has(column)) return []
    const runs = typeof value === 'number' ? this.printedNumber(row, value, cell) : value
    const kept = runs.filter((run) => !run.struck && !struck)
    for (const run of runs) if (run.struck || struck) this.leave('struck', run.text, row)
    const shown = typeof value === 'object' ? this.printedText(row, kept, cell) : kept
    if (!cell.white) return shown
    for (const { text } of shown) this.leave('hidden', text, row)
    return []
  }

  /** A format may show nothing of a number; that of a zero nobody misses. */
  private printedNumber(row: number, value: number, { format }: SheetCell): readonly TextRun[] {
    const text = printNumber(value, format, this.epoch)
    if (text === '' && value !== 0) this.leave('hidden', String(value), row)
    return plainText(text)
  }

  private printedText(row: number, runs: readonly TextRun[], { format }: SheetCell): readonly TextRun[] {
    const [only, ...more] = runs
    if (only === undefined || more.length > 0) return runs
    const text = printText(only.text, format)
    if (text === '') this.leave('hidden', only.text, row)
    return [{ ...only, text }]
  }

  private leave(kind: LeftOut['kind'], text: string, row: number): void {
    if (isTold(kind, text)) this.leftOut.push({ kind, text, line: row + 1 })
  }

  private unread(): Unread[] {
    const { drawn, hiddenRows, hiddenColumns, rows } = this.sheet
    const at = this.sheet.name
    const filledRows = [...hiddenRows].filter((row) => (rows.get(row)?.length ?? 0) > 0).length
    const filled = new Set([...rows.values()].flatMap((row) => row.map(({ column }) => column)))
    const filledColumns = [...hiddenColumns].filter((column) => filled.has(column)).length
    const [first] = this.withoutValue
    const counts: readonly (readonly [number, UnreadKind])[] = [
      [filledRows, 'row'],
      [filledColumns, 'column'],
      [drawn.pictures, 'picture'],
      [drawn.charts, 'chart'],
      [drawn.boxes, 'box'],
    ]
    return [
      ...sayLeftOut(this.leftOut),
      ...(first === undefined
        ? []
        : [
            {
              what: `${this.withoutValue.length} 个公式没有存下结果，未读；请在 Excel 中打开并保存后再读`,
              en: `Not read: formulas without a stored result, ${this.withoutValue.length}; open and save it in Excel`,
              line: first,
            },
          ]),
      ...counts.filter(([count]) => count > 0).map(([count, kind]) => notRead(count, kind, at)),
    ]
  }
}

const emptyCell = (row: number, column: number): Cell => ({
  text: '',
  line: row + 1,
  column: column + 1,
  header: false,
})
