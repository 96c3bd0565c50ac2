import { BadInput } from '#data/model/bad-input.ts'
import type { Text } from '#data/model/language.ts'
import type { Format } from './format.ts'
import { badFile, problems, strangers, thisIs } from './problems.ts'
import { isCompoundFile, readStream } from './workbook/compound-file.ts'
import { BiffError, readBiff } from './workbook/read-biff.ts'
import { readWorkbook } from './workbook/read-sheet.ts'

/** Workbooks of Excel 97 to 2003. Lines and columns are those of the sheet, as in xlsx. */
export const xls: Format = {
  id: 'xls',
  endings: ['xls', 'et'],
  recognises: ({ bytes }) =>
    isCompoundFile(bytes) && (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')),
  read: async (bytes, name) => {
    if (bytes.length > mostBytes) throw badFile(name, problems.workbookTooLarge(mostBytes / 1e6))
    const stream = streamOf(bytes, name, 'Workbook')
    if (!stream) throw badFile(name, messages['too old'])
    try {
      return readWorkbook(readBiff(stream), name)
    } catch (cause) {
      if (cause instanceof BadInput) throw cause
      const because = cause instanceof BiffError ? cause.because : 'broken'
      if (!(cause instanceof BiffError || cause instanceof RangeError)) throw cause
      throw badFile(name, messages[because])
    }
  },
}

/** A sheet of these workbooks has 65,536 rows at most. */
const mostBytes = 30e6

const messages: Readonly<Record<BiffError['because'], Text>> = {
  locked: thisIs(strangers.locked),
  'too old': problems.tooOld,
  broken: problems.incomplete('xls', { zh: '或另存为 xlsx', en: ' or save it as xlsx' }),
}

function streamOf(bytes: Uint8Array, name: string, stream: string): Uint8Array | undefined {
  try {
    return readStream(bytes, stream)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw badFile(name, messages.broken)
  }
}

/** Whether the name of a stream stands in the file, as the directory has it: in UTF-16, with its end. */
function hasStream(bytes: Uint8Array, stream: string): boolean {
  const wide = Buffer.from(`${stream}\0`, 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(wide)
}
