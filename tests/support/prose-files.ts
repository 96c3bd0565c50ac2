import { writeXlsx } from 'hucre'
import { pdfFile } from './pdf-file.ts'
import { wordFile, wordParagraph } from './word-file.ts'
import { xlsFile } from './xls-file.ts'

const encode = (text: string) => new TextEncoder().encode(text)

/** A paragraph in lines as they fit on a page. */
const wrapped = (paragraph: string, width = 38) =>
  Array.from({ length: Math.ceil(paragraph.length / width) }, (_, i) =>
    paragraph.slice(i * width, (i + 1) * width),
  )

const asCells = (paragraphs: readonly string[]) => paragraphs.map((paragraph) => [paragraph])

/** The same paragraphs, the title first, as a file of every kind, by its ending. */
export const proseFiles: Readonly<
  Record<string, (paragraphs: readonly string[]) => Uint8Array | Promise<Uint8Array>>
> = {
  txt: (paragraphs) => encode(paragraphs.join('\n\n')),
  md: ([title, ...paragraphs]) => encode([`# ${title}`, ...paragraphs].join('\n\n')),
  html: ([title, ...paragraphs]) =>
    encode(
      `<html><head><meta charset="utf-8"></head><body><h1>${title}</h1>${paragraphs.map((each) => `<p>${each}</p>`).join('')}</body></html>`,
    ),
  docx: ([title = '', ...paragraphs]) =>
    wordFile(wordParagraph([title], '1') + paragraphs.map((each) => wordParagraph([each])).join('')),
  pdf: ([title = '', ...paragraphs]) => {
    const lines = [title, '', ...paragraphs.flatMap((each) => [...wrapped(each), ''])]
    const placed = lines.map((text, at) => ({ text, x: 60, y: 780 - 20 * at, size: at === 0 ? 18 : 12 }))
    return pdfFile([placed.filter(({ text }) => text !== '')])
  },
  xlsx: (paragraphs) => writeXlsx({ sheets: [{ name: '正文', rows: asCells(paragraphs) }] }),
  xls: (paragraphs) => xlsFile({ sheets: [{ name: '正文', rows: asCells(paragraphs) }] }),
  csv: (paragraphs) => encode(paragraphs.map((each) => `"${each}"`).join('\n')),
}
