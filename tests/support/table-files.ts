import { writeXlsx } from 'hucre'
import { odsFile, odsRow, odsTable } from './ods-file.ts'
import { type PdfText, pdfFile } from './pdf-file.ts'
import { wordFile, wordParagraph, wordTable } from './word-file.ts'

/** A table with what stands above it. */
export interface Printed {
  readonly title: string
  readonly published: string
  readonly unit: string
  readonly rows: readonly (readonly string[])[]
}

/** The same table as a file of every kind, by file name. */
export const tableFiles: Readonly<Record<string, (table: Printed) => Uint8Array | Promise<Uint8Array>>> = {
  'a.xlsx': ({ title, published, unit, rows }) =>
    writeXlsx({
      sheets: [{ name: '表', rows: [[title], [published], [unit], ...rows.map((row) => row.map(toValue))] }],
    }),
  'a.ods': ({ title, published, unit, rows }) =>
    odsFile({ tables: odsTable([[title], [published], [unit], ...rows].map((row) => odsRow(row))) }),
  'a.csv': ({ title, published, unit, rows }) => encode([[title], [published], [unit], ...rows].map(toCsv)),
  'a.tsv': ({ title, published, unit, rows }) =>
    encode([[title], [published], [unit], ...rows].map((row) => row.join('\t'))),
  'a.md': ({ title, published, unit, rows: [head = [], ...body] }) =>
    encode([
      `# ${title}\n\n${published}\n\n${unit}\n`,
      toPipes(head),
      toPipes(head.map(() => '---')),
      ...body.map(toPipes),
    ]),
  'a.html': ({ title, published, unit, rows }) =>
    encode([
      `<html><head><meta charset="utf-8"></head><body><h1>${title}</h1><p>${published}</p><p>${unit}</p><table>`,
      ...rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`),
      '</table></body></html>',
    ]),
  'a.txt': ({ title, published, unit, rows }) =>
    encode([title, '', published, '', unit, ...rows.map((row) => row.map(toWidth).join('').trimEnd())]),
  'a.docx': ({ title, published, unit, rows }) =>
    wordFile(
      wordParagraph([title], '1') + wordParagraph([published]) + wordParagraph([unit]) + wordTable(rows),
    ),
  'a.pdf': (table) => pdfFile([toPage(table)]),
}

const encode = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'))
const toValue = (text: string) => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text)
const toCsv = (row: readonly string[]) =>
  row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(',')
const toPipes = (row: readonly string[]) => `| ${row.join(' | ')} |`

const widthOf = (text: string) => [...text].reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0)
const columnWidth = 44

const toWidth = (text: string) =>
  (text === '' ? '—' : text).padEnd(columnWidth - widthOf(text) + [...text].length)

function toPage({ title, published, unit, rows }: Printed): PdfText[] {
  const lines: PdfText[] = [title, published, unit].map((text, at) => ({
    text,
    x: 60,
    y: 780 - 24 * at,
    size: at === 0 ? 16 : 8,
  }))
  const cells = rows.flatMap((row, at) =>
    row.flatMap((text, column): PdfText[] =>
      text === ''
        ? []
        : [{ text, x: column === 0 ? 30 : 130 + 78 * (column - 1), y: 690 - 16 * at, size: 6 }],
    ),
  )
  return [...lines, ...cells]
}
