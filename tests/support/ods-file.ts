import { zipFile } from './zip-file.ts'

const mediaType = 'application/vnd.oasis.opendocument.spreadsheet'
const namespaces = ['office', 'table', 'text', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  )
  .join(' ')

/** What stands in an OpenDocument spreadsheet, as XML. */
interface OdsXml {
  /** `<table:table>`s. */
  readonly tables: string
  /** `<style:style>`s. */
  readonly styles?: string
  /** What stands in the manifest. */
  readonly manifest?: string
}

/** An OpenDocument spreadsheet, made of XML as LibreOffice writes it. */
export const odsFile = ({ tables, styles = '', manifest = '' }: OdsXml): Uint8Array =>
  zipFile({
    mimetype: mediaType,
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${manifest}</manifest:manifest>`,
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  })

/** A sheet of rows; `attributes` of it. */
export const odsTable = (rows: readonly string[], name = '表', attributes = ''): string =>
  `<table:table table:name="${name}" ${attributes}>${rows.join('')}</table:table>`

/** A row of cells: a text is a cell of that text, or the XML of a cell. */
export const odsRow = (cells: readonly string[], attributes = ''): string =>
  `<table:table-row ${attributes}>${cells.map((cell) => (cell.startsWith('<') ? cell : odsCell(cell))).join('')}</table:table-row>`

/** A cell as it is shown, with attributes. */
export const odsCell = (shown: string, attributes = 'office:value-type="string"'): string =>
  `<table:table-cell ${attributes}><text:p>${shown}</text:p></table:table-cell>`
