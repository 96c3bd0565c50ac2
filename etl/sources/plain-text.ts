import type { Format } from './format.ts'
import { decode } from './text/decode.ts'
import { readLineMarks } from './text/read-line-marks.ts'
import { readLines } from './text/read-lines.ts'
import { splitLines } from './text/split-lines.ts'

/** Plain text, with the marks for bold and links that text made from pages often carries. Lines are those of the file. */
export const plainText: Format = {
  id: 'text',
  endings: ['txt', 'text', 'log', ''],
  recognises: ({ text }) => text !== '',
  read: async (bytes, name) => {
    const lines = splitLines(decode(bytes, name))
    return [{ particulars: {}, pieces: readLines(lines.map((line) => readLineMarks(line, 'plain'))) }]
  },
}
