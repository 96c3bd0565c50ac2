import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { BadInput } from '#data/model/bad-input.ts'
import type { Format } from './format.ts'
import { layOutPage, type PageLine } from './pdf/lay-out-page.ts'
import { toLines } from './pdf/to-lines.ts'
import { readLines } from './text/read-lines.ts'

/**
 * PDF with text in it. A line is a line of text, counted from 1 over all pages, page numbers and running heads included;
 * a column is a character of that line, its gaps counted as the spaces that would fill them.
 */
export const pdf: Format = {
  id: 'pdf',
  endings: ['pdf'],
  recognises: ({ bytes }) => asLatin(bytes.subarray(0, 1024)).includes('%PDF-'),
  read: async (bytes, name) => {
    const pages = await pagesOf(bytes, name)
    const text = pages.flatMap((page) => page.map((line) => line.text.replace(/\s+/g, ''))).join('')
    checkText(text, { name, pages: pages.length })
    return [{ particulars: {}, pieces: readLines(toLines(pages)) }]
  },
}

async function pagesOf(bytes: Uint8Array, name: string): Promise<PageLine[][]> {
  if (!asLatin(bytes.subarray(-2048)).includes('%%EOF')) throw incomplete(name)
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  // The reader takes the bytes it is given away from us, so it gets a copy.
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: join(folder, 'cmaps/'),
    standardFontDataUrl: join(folder, 'standard_fonts/'),
    disableFontFace: true,
    isEvalSupported: false,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    const pages: PageLine[][] = []
    for (let i = 1; i <= document.numPages; i++) {
      const page = await document.getPage(i)
      const { items } = await page.getTextContent()
      pages.push(layOutPage(items.filter((item) => 'str' in item)))
      page.cleanup()
    }
    return pages
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === 'PasswordException'
    throw isLocked ? new BadInput(`${name}: 文件有密码，请先去掉密码再读`) : incomplete(name)
  } finally {
    await task.destroy()
  }
}

function incomplete(name: string): BadInput {
  return new BadInput(`${name}: 不是完整的 pdf 文件，请重新下载`)
}

interface Checked {
  readonly name: string
  readonly pages: number
}

/** @throws BadInput for a scan, and for text whose fonts do not say which characters they show. */
function checkText(text: string, { name, pages }: Checked): void {
  if (text.length < Math.min(20, 5 * pages))
    throw new BadInput(`${name}: 这份 pdf 里没有文字（可能是扫描件），请先做文字识别或提供文字版`)
  const unknown = text.match(/[\p{Co}\p{Cn}\p{Cc}\ufffd]/gu)?.length ?? 0
  if (unknown > 0.2 * text.length)
    throw new BadInput(`${name}: 这份 pdf 的文字无法还原（字体缺少字符对照），请提供其他格式`)
}

function asLatin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
