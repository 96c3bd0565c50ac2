import { checkSize, countSigns } from './check-size.ts'
import type { Format } from './format.ts'
import { findPipeTables } from './tables/find-pipe-tables.ts'
import { findStackedTables } from './tables/find-stacked-tables.ts'
import { blankUnseen } from './text/blank-unseen.ts'
import { decode } from './text/decode.ts'
import { readLines } from './text/read-lines.ts'
import { splitLines } from './text/split-lines.ts'
import { readLineMarks } from './text/strip-marks.ts'

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

const drawn = /[│┃║├┠╠─━═]/
const border = /^[\s─━═┄┌┬┐└┴┘┏┳┓┗┻┛╔╦╗╚╩╝╒╤╕╘╧╛]{3,}$/
const rule = /^\s*[├┠╠┣╞|]/

/** Tables drawn with ┌─┬─┐ and │ as `|` and `-`, every sign in its place; their outer borders are blank. */
function plainBoxDrawing(text: string): string {
  if (!drawn.test(text)) return text
  return text
    .split('\n')
    .map((line) => {
      if (border.test(line) && /[┌┬┐└┴┘┏┳┓┗┻┛╔╦╗╚╩╝╒╤╕╘╧╛]/.test(line)) return ' '.repeat(line.length)
      const isRule = rule.test(line) && /[─━═]/.test(line)
      const barred = line.replace(/[│┃║├┠╠┣╞┼╋╬┿┤┨╣┫╡]/g, '|')
      return isRule ? barred.replace(/[─━═]/g, '-') : barred
    })
    .join('\n')
}
