import { BadInput } from '#data/model/bad-input.ts'
import type { Text } from '#data/model/language.ts'

const say = (zh: string, en: string): Text => ({ zh, en })

/** Why a file cannot be read, and what to do, for a person. */
export const problems = {
  empty: say('文件为空', 'The file is empty'),
  noText: say('没有可读的文字', 'There is no text in it that can be read'),
  noTextBut: (unread: Text) =>
    say(`没有可读的文字（${unread.zh}）`, `There is no text in it that can be read (${unread.en})`),
  noFile: say('不是文件，或无权打开', 'It is no file, or may not be opened'),
  notOpened: (code: string) =>
    say(`无法读取文件（${code}），请检查路径`, `It cannot be opened (${code}); check the path`),
  tooLarge: (megabytes: string, limit: number) =>
    say(
      `文件 ${megabytes} MB，超过上限 ${limit} MB，请拆分后再读`,
      `It has ${megabytes} MB, more than the limit of ${limit} MB; split it`,
    ),
  tooMuch: (count: number, most: number) =>
    say(
      `有 ${count} 个段落、单元格或标记，本机内存只够读 ${most} 个，请拆分后再读`,
      `It has ${count} paragraphs, cells or marks; the memory of this machine holds ${most}; split it`,
    ),
  tooLong: (length: number) =>
    say(
      `有一段长达 ${length} 字，不像文章，请分段或拆分后再读`,
      `One paragraph has ${length} characters, as no text has; part or split it`,
    ),
  sheetTooLarge: (sheet: string) =>
    say(`工作表「${sheet}」过大，请拆分后再读`, `The sheet “${sheet}” is too large; split it`),
  workbookTooLarge: (limit: number) =>
    say(
      `文件超过 ${limit} MB，请另存为 xlsx 或拆分后再读`,
      `It has more than ${limit} MB; save it as xlsx or split it`,
    ),
  unpacksTooLarge: (limit: number) =>
    say(`解压后超过 ${limit} MB，请拆分后再读`, `Unpacked it has more than ${limit} MB; split it`),
  tooManyFiles: (count: number) =>
    say(`压缩包里有 ${count} 个文件，不是文档`, `The archive holds ${count} files: it is no document`),
  cutOff: say(
    '文件不完整（可能没有下载完），请重新下载',
    'It is not whole (perhaps cut off in the download); download it again',
  ),
  damaged: say(
    '文件不完整（压缩内容已损坏），请重新下载',
    'It is not whole (what is packed in it is damaged); download it again',
  ),
  incomplete: (format: string, instead: Text) =>
    say(
      `不是完整的 ${format} 文件，请重新下载${instead.zh}`,
      `It is no whole ${format} file; download it again${instead.en}`,
    ),
  brokenTable: (why: string) => say(`不是完整的表格文件（${why}）`, `It is no whole table (${why})`),
  locked: say('文件有密码，请先去掉密码再读', 'It has a password; take the password off first'),
  binary: say(
    '不是文本文件（含二进制内容），请提供 txt、md、html、docx、xlsx 或文字版 pdf',
    'It is no text (it holds binary content); bring txt, md, html, docx, xlsx or a pdf with text',
  ),
  unknownEncoding: say(
    '文字编码无法判断（不是 UTF-8、UTF-16、GB18030 或 Big5），请另存为 UTF-8 后再读',
    'Its encoding cannot be told (it is not UTF-8, UTF-16, GB18030 or Big5); save it as UTF-8',
  ),
  otherEncoding: (name: string) =>
    say(
      `文字编码是 ${name}，读不了，请另存为 UTF-8 后再读`,
      `Its encoding is ${name}, which cannot be read; save it as UTF-8`,
    ),
  scan: say(
    '这份 pdf 里没有文字（可能是扫描件），请先做文字识别或提供文字版',
    'There is no text in this pdf (perhaps a scan); have its text recognised first',
  ),
  garbled: say(
    '这份 pdf 的文字无法还原（字体缺少字符对照），请提供 Word、网页等其他格式，或做文字识别',
    'The text of this pdf cannot be told (its fonts do not say their characters); bring another format',
  ),
  tooOld: say('这是 Excel 95 或更早的文件，请另存为 xlsx', 'It is of Excel 95 or before; save it as xlsx'),
  loneSidecar: (document: string) =>
    say(
      `附注文件，旁边没有它所说明的 ${document}`,
      `A sidecar file without ${document}, which it speaks of, beside it`,
    ),
} as const

/** Kinds of files that people send and that cannot be read. */
export const strangers = {
  lock: say(' Office 打开文件时的临时文件，不是文档', 'what Office leaves beside an open file, no document'),
  system: say('系统自己的文件，不是文档', 'a file of the operating system, no document'),
  locked: say('有密码的文件，请先去掉密码再读', 'a file with a password; take the password off first'),
  oldOffice: say(
    '旧版 Word、Excel 或 WPS 文件，请另存为 docx 或 xlsx',
    'a file of an old Word, Excel or WPS; save it as docx or xlsx',
  ),
  rtf: say(' RTF 文件，请另存为 docx', 'an RTF file; save it as docx'),
  mht: say('网页存档（mht），请另存为 html', 'a web archive (mht); save it as html'),
  ofd: say(' OFD 文件，请转成文字版 pdf', 'an OFD file; turn it into a pdf with text'),
  slides: say('演示文稿，请另存为文字版 pdf', 'a set of slides; save it as a pdf with text'),
  archive: say('压缩包，请解压后再读其中的文件', 'an archive; unpack it and bring the files in it'),
  picture: say('图片，请先做文字识别', 'a picture; have its text recognised first'),
} as const

/** That a file is such a stranger. */
export const thisIs = ({ zh, en }: Text): Text => say(`这是${zh}`, `This is ${en}`)

/** The complaint that a file cannot be read. */
export function badFile(name: string, { zh, en }: Text, cause?: unknown): BadInput {
  return new BadInput(`${name}: ${zh}`, { en, cause })
}
