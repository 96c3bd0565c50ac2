import type { FileState } from '#data/model/inbox.ts'
import { markedDigest, markedTable, markedTexts } from './marked-documents.ts'
import { type Told, toldBy, unmark } from './marked-text.ts'
import { pdfFile } from './pdf-file.ts'
import { proseFiles } from './prose-files.ts'
import { tableFiles } from './table-files.ts'
import { wordFile, wordParagraph } from './word-file.ts'
import { xlsFile } from './xls-file.ts'
import { zipFile } from './zip-file.ts'

/** A file of the folder, and what must become of it and of each number in it. */
export interface Laid {
  readonly file: string
  readonly bytes: Uint8Array
  readonly state: FileState
  /** Why it is not read, or which file has the same content; '' where it is read. */
  readonly reason: string
  readonly told: readonly Told[]
  /** What stands beside it of what is known of it. */
  readonly sidecar?: string
}

/** Some hundred documents as people lay them down: readable, broken, doubled. */
export async function mixedFolder(): Promise<Laid[]> {
  return [...(await prose()), ...(await tables()), ...notes(), ...doubled(), ...unreadable()]
}

const encode = (text: string) => new TextEncoder().encode(text)

const read = (file: string, bytes: Uint8Array, told: readonly Told[]): Laid => ({
  file,
  bytes,
  state: 'read',
  reason: '',
  told,
})

/** A file of a marked text. */
export const readable = (file: string, text: string): Laid => read(file, encode(unmark(text)), toldBy(text))

/** Every text as a file of every kind, in a folder with a name in Chinese. */
async function prose(): Promise<Laid[]> {
  const laid = Object.entries(markedTexts).flatMap(([name, lines]) =>
    Object.entries(proseFiles).map(async ([ending, make]) =>
      read(`正文/${name}.${ending}`, await make(lines.map(unmark)), lines.flatMap(toldBy)),
    ),
  )
  return Promise.all(laid)
}

async function tables(): Promise<Laid[]> {
  const rows = markedTable.rows.map((row) => row.map(unmark))
  const told = markedTable.rows.flat().flatMap(toldBy)
  const laid = Object.entries(tableFiles).map(async ([file, make]) =>
    read(`tables/2024/${file}`, await make({ ...markedTable, rows }), told),
  )
  return Promise.all(laid)
}

const undated = '软件业运行简况\n\n1—4月，软件业务收入{38027}亿元。\n'

/** A digest, a text that its sidecar dates, and one that its name dates. */
const notes = (): Laid[] => [
  readable('digest.txt', markedDigest),
  { ...readable('dated/简况.txt', undated), sidecar: '{"date": "2024-05-30"}' },
  readable('dated/2024-05-30 简况.txt', `${undated}\n`),
]

const statement = '2024年，我国软件业务收入{137276}亿元。'

/** Two of one name, and two of one content. */
const doubled = (): Laid[] => [
  readable('report.txt', statement),
  readable('report.md', '2024年，我国软件业利润总额{16953}亿元。'),
  { file: 'same.txt', bytes: encode(unmark(statement)), state: 'same', reason: 'report.txt', told: [] },
]

const printed = unmark(statement)
const word = wordFile(wordParagraph([printed]))
const noise = Uint8Array.from({ length: 20_000 }, (_, i) => (i * i * 31 + (i >> 3) * 17 + i) % 256)
const zeros = '00'.repeat(32)
const locked = pdfFile(
  [[{ text: printed, x: 50, y: 700 }]],
  `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${zeros}>/U<${zeros}>>>`,
)
const noText = '不是文本文件（含二进制内容），请提供 txt、md、html、docx、xlsx 或文字版 pdf'
const workbook = xlsFile({ sheets: [{ name: '表', rows: [[printed]] }] })
const compound = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600))

/** What cannot be read, each with the one line that says why. */
const broken: Readonly<Record<string, readonly [bytes: Uint8Array, reason: string]>> = {
  '截断.docx': [word.subarray(0, word.length / 2), '文件不完整（可能没有下载完），请重新下载'],
  '不是.docx': [encode('PK\x03\x04 and so on'), '文件不完整（可能没有下载完），请重新下载'],
  '空.txt': [new Uint8Array(), '文件为空'],
  '另一空.txt': [new Uint8Array(), '文件为空'],
  '空白.txt': [encode(' \n\n　\n'), '没有可读的文字'],
  '噪声.bin': [noise, noText],
  '噪声.docx': [noise, noText],
  '加密.pdf': [locked, '文件有密码，请先去掉密码再读'],
  '截断.pdf': [
    pdfFile([[{ text: printed, x: 50, y: 700 }]]).subarray(0, 900),
    '不是完整的 pdf 文件，请重新下载',
  ],
  '旧.doc': [compound, '这是旧版 Word、Excel 或 WPS 文件，请另存为 docx 或 xlsx'],
  '截断.xls': [workbook.subarray(0, workbook.length / 2), '不是完整的 xls 文件，请重新下载或另存为 xlsx'],
  '图.png': [Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), '这是图片，请先做文字识别'],
  '包.zip': [zipFile({ 'a.txt': printed }), '这是压缩包，请解压后再读其中的文件'],
  '富文本.rtf': [encode(`{\\rtf1 ${printed}}`), '这是 RTF 文件，请另存为 docx'],
  '~$月报.docx': [noise.subarray(0, 162), '这是 Office 打开文件时的临时文件，不是文档'],
  '孤.docx.json': [encode('{"date": "2024-05-20"}'), '附注文件，旁边没有它所说明的 孤.docx'],
}

function unreadable(): Laid[] {
  return Object.entries(broken).map(([file, [bytes, reason]]) => ({
    file,
    bytes,
    state: 'unreadable',
    reason,
    told: [],
  }))
}
