import { basename } from 'node:path'
import { BadInput } from '#data/model/bad-input.ts'
import type { Format, Head } from './format.ts'
import { formats } from './index.ts'
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
  if (!entries) throw new BadInput(`${name}: 文件不完整（可能没有下载完），请重新下载`)
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const head: Head = { bytes, text: textOf(bytes), entries, name: basename(name), ending }
  const unread = unreadable.find(({ is }) => is(head))
  if (unread) throw new BadInput(`${name}: 这是${unread.what}`)
  const format = formats.find((each) => each.recognises(head))
  if (format) return format
  // Says why the content is no text.
  decode(bytes, name)
  throw new BadInput(`${name}: 没有可读的文字`)
}

/** What people send that cannot be read, and what to do instead. */
const unreadable: readonly { readonly what: string; is(head: Head): boolean }[] = [
  {
    what: ' Office 打开文件时的临时文件，不是文档',
    is: ({ name }) => name.startsWith('~$'),
  },
  { what: '系统自己的文件，不是文档', is: ({ name }) => systemFiles.test(name) },
  {
    what: '有密码的文件，请先去掉密码再读',
    is: ({ bytes }) => isCompoundFile(bytes) && includesWide(bytes, 'EncryptedPackage'),
  },
  {
    what: '旧版 Word、Excel 或 WPS 文件，请另存为 docx 或 xlsx',
    is: (head) => isCompoundFile(head.bytes) && !xls.recognises(head),
  },
  { what: ' RTF 文件，请另存为 docx', is: ({ text }) => text.startsWith('{\\rtf') },
  {
    what: '网页存档（mht），请另存为 html',
    is: ({ text }) => /^multipart\/related|^Content-Type:\s*multipart\/related/im.test(text.slice(0, 2000)),
  },
  { what: ' OFD 文件，请转成文字版 pdf', is: ({ entries }) => entries.includes('OFD.xml') },
  { what: '演示文稿，请另存为文字版 pdf', is: ({ entries }) => entries.includes('ppt/presentation.xml') },
  { what: '压缩包，请解压后再读其中的文件', is: isArchive },
  { what: '图片，请先做文字识别', is: ({ bytes }) => pictures.some((magic) => begins(bytes, ...magic)) },
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

function isArchive({ bytes, entries }: Head): boolean {
  const isOffice = entries.includes('word/document.xml') || entries.includes('xl/workbook.xml')
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
