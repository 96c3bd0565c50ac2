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
export const builtInFormats: ReadonlyMap<number, string> = new Map(
  Object.entries({
    General: [0],
    '0': [1],
    '0.00': [2],
    '#,##0': [3],
    '#,##0.00': [4],
    '0%': [9],
    '0.00%': [10],
    '0.00E+00': [11],
    '# ?/?': [12],
    '# ??/??': [13],
    'yyyy-mm-dd': [14, 15, 30],
    'm"月"d"日"': [16, 28, 29, 51, 53, 54, 58],
    'yyyy"年"m"月"': [17, 27, 36, 50, 52, 57],
    'h:mm AM/PM': [18],
    'h:mm:ss AM/PM': [19],
    'h:mm': [20],
    'h:mm:ss': [21],
    'yyyy-mm-dd h:mm': [22],
    'yyyy"年"m"月"d"日"': [31],
    'h"时"mm"分"': [32],
    'h"时"mm"分"ss"秒"': [33],
    '#,##0;-#,##0': [37, 38],
    '#,##0.00;-#,##0.00': [39, 40],
    '#,##0;-#,##0;"-"': [41, 42],
    '#,##0.00;-#,##0.00;"-"': [43, 44],
    'mm:ss': [45, 47],
    '[h]:mm:ss': [46],
    '##0.0E+0': [48],
    '@': [49],
  }).flatMap(([format, numbers]) => numbers.map((number) => [number, format] as const)),
)
