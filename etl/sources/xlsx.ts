import type { Sheet } from 'hucre'
import { BadInput } from '#data/model/bad-input.ts'
import type { Cell } from '#etl/document.ts'
import type { Format, Reading } from './format.ts'
import { toCell } from './tables/make-table.ts'
import { sheetPieces } from './tables/sheet-pieces.ts'
import { placed } from './text/placed-text.ts'

/** Excel workbooks; every visible sheet is read by itself. A line is a row of the sheet, a column one of its columns. */
export const xlsx: Format = {
  id: 'xlsx',
  endings: ['xlsx', 'xlsm'],
  recognises: ({ entries }) => entries.includes('xl/workbook.xml'),
  read: async (bytes, name) => {
    const { sheets } = await open(bytes, name)
    const { formatValue } = await import('hucre')
    return sheets
      .filter(({ hidden, veryHidden }) => !hidden && !veryHidden)
      .map((sheet) => readSheet(sheet, formatValue))
  },
}

/** Writes a number or a day as a number format of Excel prints it. */
type Print = (value: number | Date, format: string) => string

async function open(bytes: Uint8Array, name: string) {
  const { EncryptedFileError, readXlsx } = await import('hucre')
  try {
    return await readXlsx(bytes, { readStyles: true })
  } catch (cause) {
    if (cause instanceof EncryptedFileError) throw new BadInput(`${name}: 文件有密码，请先去掉密码再读`)
    throw new BadInput(`${name}: 不是完整的 xlsx 文件，请重新下载或另存`)
  }
}

function readSheet(sheet: Sheet, print: Print): Reading {
  const pieces = sheetPieces(gridOf(sheet, print))
  const isNamed = !/^(?:sheet|工作表)\s?\d*$/i.test(sheet.name)
  const titled = pieces[0]?.kind === 'text'
  return { particulars: isNamed && !titled ? { title: sheet.name } : {}, pieces }
}

/** The cells as they are printed; a merged cell repeats its text wherever it reaches. */
function gridOf(sheet: Sheet, print: Print): Cell[][] {
  const grid = sheet.rows.map((row, i) => row.map((_, j) => cellAt(printed(sheet, print, i, j), i, j)))
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const cell = grid[startRow]?.[startCol]
    for (const row of grid.slice(startRow, endRow + 1)) if (cell) row.fill(cell, startCol, endCol + 1)
  }
  return grid
}

function cellAt(text: string, row: number, column: number): Cell {
  return toCell({ content: placed(text, row + 1, column + 1), header: false })
}

function printed(sheet: Sheet, print: Print, row: number, column: number): string {
  const cell = sheet.cells?.get(`${row},${column}`)
  const value = cell?.formulaResult ?? sheet.rows[row]?.[column] ?? ''
  const format = cell?.style?.numFmt ?? 'General'
  if (typeof value === 'number') return printedNumber(value, format, print)
  if (value instanceof Date) return print(value, format === 'General' ? 'yyyy-mm-dd' : format)
  return String(value)
}

/** Without colours and locales that stand in brackets; a negative number in brackets gets its sign. */
function printedNumber(value: number, format: string, print: Print): string {
  const plain = format.replace(/\[[^\]]*\]/g, '')
  const exact = Number(value.toPrecision(15))
  const text = plain === 'General' || plain === '@' ? String(exact) : print(exact, plain).trim()
  return value < 0 && !text.includes('-') ? `-${text.replace(/[()]/g, '')}` : text
}
