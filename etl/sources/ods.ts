import { checkSize, countSigns } from './check-size.ts'
import type { Format } from './format.ts'
import { badFile, problems } from './problems.ts'
import { readOds } from './workbook/read-ods.ts'
import { readWorkbook } from './workbook/read-sheet.ts'
import { readPackage } from './xml/read-package.ts'
import { openZip, type Zip } from './zip.ts'

/** The media type that stands unpacked in the first file of the archive. */
const mediaType = 'application/vnd.oasis.opendocument.spreadsheet'

/** So many tags a cell with text has: its own, that of its paragraph, and their ends. */
const tagsOfCell = 4

/** OpenDocument spreadsheets of WPS and LibreOffice; every visible sheet is read by itself, as those of Excel are. */
export const ods: Format = {
  id: 'ods',
  endings: ['ods'],
  recognises: ({ bytes, entries, ending }) =>
    entries.includes('META-INF/manifest.xml') &&
    (ending === 'ods' || Buffer.from(bytes.subarray(0, 200)).includes(mediaType)),
  read: async (bytes, name) => {
    const zip = openZip(bytes, name)
    if (isLocked(zip)) throw badFile(name, problems.locked)
    const content = zip?.text('content.xml')
    if (content !== undefined) checkSize(Math.ceil(countSigns(content, '<') / tagsOfCell), name)
    return readPackage(name, 'ods', () => {
      const count = (cells: number) => checkSize(cells, name)
      const workbook =
        content === undefined ? undefined : readOds(content, zip?.text('styles.xml') ?? '', count)
      return workbook && readWorkbook(workbook, name)
    })
  },
}

/** Whether parts of it are encrypted, or all of it as one package. */
const isLocked = (zip: Zip | undefined) => zip?.text('META-INF/manifest.xml')?.includes('encryption-data>')
