import { basename } from 'node:path'
import type { Text } from '#data/model/language.ts'
import type { Format, Head } from './format.ts'
import { formats } from './index.ts'
import { ods } from './ods.ts'
import { badFile, problems, strangers, thisIs } from './problems.ts'
import { decode } from './text/decode.ts'
import { isCompoundFile } from './workbook/compound-file.ts'
import { xls } from './xls.ts'
import { openZip } from './zip.ts'

/**
 * The format of a file, by its content and then by the ending of its name.
 * @throws BadInput for what cannot be read, saying what it is and what to do.
 */
export function detectFormat(bytes: Uint8Array, name: string): Format {
  const entries = begins(bytes, 0x50, 0x4b, 0x03, 0x04) ? openZip(bytes, name)?.names : []
  if (!entries) throw badFile(name, problems.cutOff)
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const head: Head = { bytes, text: textOf(bytes), entries, name: basename(name), ending }
  const unread = unreadable.find(({ is }) => is(head))
  if (unread) throw badFile(name, thisIs(unread.what))
  const format = formats.find((each) => each.recognises(head))
  if (format) return format
  // Says why the content is no text.
  decode(bytes, name)
  throw badFile(name, problems.noText)
}

/** What people send that cannot be read, and what to do instead. */
const unreadable: readonly { readonly what: Text; is(head: Head): boolean }[] = [
  {
    what: strangers.lock,
    is: ({ name }) => name.startsWith('~$'),
  },
  { what: strangers.system, is: ({ name }) => systemFiles.test(name) },
  {
    what: strangers.locked,
    is: ({ bytes }) => isCompoundFile(bytes) && includesWide(bytes, 'EncryptedPackage'),
  },
  {
    what: strangers.oldOffice,
    is: (head) => isCompoundFile(head.bytes) && !xls.recognises(head),
  },
  { what: strangers.rtf, is: ({ text }) => text.startsWith('{\\rtf') },
  {
    what: strangers.mht,
    is: ({ text }) => /^multipart\/related|^Content-Type:\s*multipart\/related/im.test(text.slice(0, 2000)),
  },
  { what: strangers.ofd, is: ({ entries }) => entries.includes('OFD.xml') },
  { what: strangers.slides, is: ({ entries }) => entries.includes('ppt/presentation.xml') },
  { what: strangers.archive, is: isArchive },
  { what: strangers.picture, is: ({ bytes }) => pictures.some((magic) => begins(bytes, ...magic)) },
]

/** What macOS and Windows lay into folders. */
const systemFiles = /^(?:\.DS_Store|\._.*|Thumbs\.db|ehthumbs\.db|desktop\.ini)$/i

const archives = [
  [0x1f, 0x8b],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
]
const pictures = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x49, 0x49, 0x2a, 0x00],
]

function isArchive(head: Head): boolean {
  const { bytes, entries } = head
  const isOffice =
    entries.includes('word/document.xml') || entries.includes('xl/workbook.xml') || ods.recognises(head)
  return (entries.length > 0 && !isOffice) || archives.some((magic) => begins(bytes, ...magic))
}

/** Whether a name stands in the file in UTF-16, as the names in a compound file do. */
function includesWide(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))
}

function begins(bytes: Uint8Array, ...magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte)
}

/** How much of a file is looked at to tell what it is. */
const looked = 64 * 1024

/** The first characters, '' where the file is no text; the cut may go through a character. */
function textOf(bytes: Uint8Array): string {
  for (let less = 0; less < 4; less++) {
    try {
      return decode(bytes.subarray(0, Math.min(looked, bytes.length) - less), '')
    } catch {
      if (bytes.length <= looked) return ''
    }
  }
  return ''
}
