import { checkSize } from './check-size.ts'
import type { Format } from './format.ts'
import { readWorkbook } from './workbook/read-sheet.ts'
import { readXlsx } from './workbook/read-xlsx.ts'
import { readPackage } from './xml/read-package.ts'
import { openZip } from './zip.ts'

/** Excel workbooks; every visible sheet is read by itself. A line is a row of the sheet, a column one of its columns. */
export const xlsx: Format = {
  id: 'xlsx',
  endings: ['xlsx', 'xlsm'],
  recognises: ({ entries }) => entries.includes('xl/workbook.xml'),
  read: async (bytes, name) => {
    const zip = openZip(bytes, name)
    const count = (cells: number) => checkSize(cells, name)
    return readPackage(name, 'xlsx', () =>
      readWorkbook(
        readXlsx((path) => zip?.text(path), count),
        name,
      ),
    )
  },
}
