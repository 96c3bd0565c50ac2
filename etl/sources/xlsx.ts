import { checkSize } from './check-size.ts'
import type { Format } from './format.ts'
import { badFile, problems } from './problems.ts'
import { readWorkbook } from './workbook/read-sheet.ts'
import { readXlsx } from './workbook/read-xlsx.ts'
import { XmlError } from './xml/read-xml.ts'
import { openZip } from './zip.ts'

/** Excel workbooks; every visible sheet is read by itself. A line is a row of the sheet, a column one of its columns. */
export const xlsx: Format = {
  id: 'xlsx',
  endings: ['xlsx', 'xlsm'],
  recognises: ({ entries }) => entries.includes('xl/workbook.xml'),
  read: async (bytes, name) => {
    const zip = openZip(bytes, name)
    try {
      const workbook = readXlsx(
        (path) => zip?.text(path),
        (cells) => checkSize(cells, name),
      )
      return readWorkbook(workbook, name)
    } catch (cause) {
      if (!(cause instanceof XmlError)) throw cause
      throw badFile(name, problems.incomplete('xlsx', { zh: '或另存', en: ' or save it anew' }))
    }
  },
}
