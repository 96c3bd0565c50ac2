/** A workbook as any of its file formats has it. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
  /** The year from which dates are counted. */
  readonly epoch: 1900 | 1904
}

export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /** Rows with cells, by their number from 0. */
  readonly rows: ReadonlyMap<number, readonly SheetCell[]>
  readonly merges: readonly Merge[]
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  /** What is drawn on it and not read. */
  readonly drawn: { readonly pictures: number; readonly charts: number; readonly boxes: number }
}

export interface SheetCell {
  /** From 0. */
  readonly column: number
  /** A number, or text in stretches that look alike; undefined for a formula without a value. */
  readonly value: number | readonly TextRun[] | undefined
  readonly format: string
  /** Whether all of it is struck. */
  readonly struck: boolean
  /** Whether its letters are white on nothing, where the file format says so. */
  readonly white?: boolean
}

export interface TextRun {
  readonly text: string
  readonly struck: boolean
  readonly raised: boolean
}

/** The first and last row and column of cells that are merged, from 0. */
export interface Merge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export const plainText = (text: string): readonly TextRun[] => [{ text, struck: false, raised: false }]

/** The formats that have numbers instead of codes, as Excel in Chinese shows them; dates in one form. */
export const builtInFormats: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy-mm-dd',
  15: 'yyyy-mm-dd',
  16: 'm"月"d"日"',
  17: 'yyyy"年"m"月"',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy-mm-dd h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'yyyy-mm-dd',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0;"-"',
  42: '#,##0;-#,##0;"-"',
  43: '#,##0.00;-#,##0.00;"-"',
  44: '#,##0.00;-#,##0.00;"-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}
