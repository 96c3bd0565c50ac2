import type { CellStyle } from 'hucre/xlsx'

/** How cells look, by name; a file carries them all, and a cell names one. */
const font = { name: '微软雅黑', size: 10 }

const number = (numFmt: string): CellStyle => ({ font, numFmt })

/** Decimals that a number format shows; beyond them it shows as many as there are. */
export const mostDecimals = 8

const decimalLooks = Object.fromEntries(
  Array.from({ length: mostDecimals + 1 }, (_, decimals) => [
    `decimals${decimals}`,
    number(decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`),
  ]),
)

export const looks: Readonly<Record<string, CellStyle>> = {
  text: { font },
  date: number('yyyy-mm-dd'),
  integer: number('0'),
  ...decimalLooks,
}

export const headLook: CellStyle = {
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF4' } },
  alignment: { vertical: 'center', wrapText: true },
}

export const linkLook: CellStyle = { font: { ...font, underline: true, color: { rgb: '0563C1' } } }

export const wrappedLook: CellStyle = { font, alignment: { wrapText: true, vertical: 'top' } }

export const defaultFont = font
