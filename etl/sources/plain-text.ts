import { checkSize, countSigns } from './check-size.ts'
import type { Format } from './format.ts'
import { findPipeTables } from './tables/find-pipe-tables.ts'
import { findStackedTables } from './tables/find-stacked-tables.ts'
import { blankUnseen } from './text/blank-unseen.ts'
import { decode } from './text/decode.ts'
import { plainBoxDrawing } from './text/plain-box-drawing.ts'
import { readLineMarks } from './text/read-line-marks.ts'
import { readLines } from './text/read-lines.ts'
import { splitLines } from './text/split-lines.ts'

/** Plain text, with the marks for bold and links that text made from pages often carries. Lines are those of the file. */
export const plainText: Format = {
  id: 'text',
  endings: ['txt', 'text', 'log', ''],
  recognises: ({ text }) => text !== '',
  read: async (bytes, name) => {
    const { text, unread } = blankUnseen(plainBoxDrawing(decode(bytes, name)))
    checkSize(countSigns(text, '\n\r|'), name)
    const lines = findStackedTables(findPipeTables(splitLines(text)))
    const read = lines.map((line) => ('kind' in line ? line : readLineMarks(line, 'plain')))
    return [{ particulars: {}, pieces: readLines(read), unread }]
  },
}
