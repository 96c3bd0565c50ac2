import { zipFile } from './zip-file.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (...targets: readonly (readonly [string, string])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="r${i + 1}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** What stands in an Excel file of one sheet, as XML. */
interface SheetXml {
  /** `<row>`s. */
  readonly rows: string
  /** `<cols>` and what else stands before the rows; what stands behind them. */
  readonly before?: string
  readonly after?: string
  /** `<si>`s. */
  readonly shared?: string
  /** Codes of number formats; a cell with s="1" has the first. The style after the last is struck. */
  readonly formats?: readonly string[]
  readonly parts?: Readonly<Record<string, string>>
}

/** An Excel file of one sheet. */
export function sheetFile({
  rows,
  before = '',
  after = '',
  shared = '',
  formats = [],
  parts = {},
}: SheetXml): Uint8Array {
  const codes = formats.map(
    (code, i) =>
      `<numFmt numFmtId="${164 + i}" formatCode="${code.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('>', '&gt;').replaceAll('<', '&lt;')}"/>`,
  )
  const styles = formats.map((_, i) => `<xf numFmtId="${164 + i}" fontId="0"/>`)
  return zipFile({
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ),
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts>${codes.join('')}</numFmts><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId="0" fontId="0"/>${styles.join('')}<xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${shared}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    ...parts,
  })
}

/** A row with its cells from A on: text, a number, or a cell as XML. */
export function sheetRow(number: number, cells: readonly (string | number)[], attributes = ''): string {
  const all = cells.map((cell, i) => {
    if (typeof cell === 'string' && cell.startsWith('<c')) return cell
    const place = `${String.fromCharCode(65 + i)}${number}`
    return typeof cell === 'number'
      ? `<c r="${place}"><v>${cell}</v></c>`
      : `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`
  })
  return `<row r="${number}" ${attributes}>${all.join('')}</row>`
}
