import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { BadInput } from '#data/model/bad-input.ts'
import type { Text } from '#data/model/language.ts'
import type { Unread } from '#etl/document.ts'
import type { Format } from './format.ts'
import { countPictures } from './pdf/count-pictures.ts'
import { type Area, boxUnder, turnBy } from './pdf/geometry.ts'
import { layOutPage, type PageLine } from './pdf/lay-out-page.ts'
import { seePage } from './pdf/see-page.ts'
import { toLines } from './pdf/to-lines.ts'
import { tracePage } from './pdf/trace-page.ts'
import { badFile, problems } from './problems.ts'
import { isGarbled } from './text/plausible-text.ts'
import { readLines } from './text/read-lines.ts'
import { type LeftOut, notRead, sayLeftOut } from './unread.ts'

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
    checkPages(pages, name)
    const lines = pages.map((page) => (page.isGarbled ? [] : page.lines))
    return [
      { particulars: {}, pieces: readLines(toLines(lines)), unread: sayUnread(pages, countPictures(bytes)) },
    ]
  },
}

interface Page {
  readonly lines: readonly PageLine[]
  readonly leftOut: readonly LeftOut[]
  /** Whether its text is what a program made of a picture. */
  readonly isScan: boolean
  /** Whether its fonts do not say which characters they show. */
  readonly isGarbled: boolean
  /** Notes that readers laid on it. */
  readonly notes: number
}

async function pagesOf(bytes: Uint8Array, name: string): Promise<Page[]> {
  if (!asLatin(bytes.subarray(-2048)).includes('%%EOF')) throw incomplete(name)
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  // The reader takes the bytes it is given away from us, so it gets a copy.
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: join(folder, 'cmaps/'),
    standardFontDataUrl: join(folder, 'standard_fonts/'),
    disableFontFace: true,
    isEvalSupported: false,
    // Pictures are not read, so none is unpacked.
    maxImageSize: 1,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    const pages: Page[] = []
    for (let i = 1; i <= document.numPages; i++) pages.push(await readPage(document, i, OPS))
    return pages
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === 'PasswordException'
    throw isLocked ? badFile(name, problems.locked) : incomplete(name)
  } finally {
    await task.destroy()
  }
}

async function readPage(
  document: PDFDocumentProxy,
  number: number,
  names: typeof import('pdfjs-dist').OPS,
): Promise<Page> {
  const page = await document.getPage(number)
  const operations = await page.getOperatorList()
  const layers = await document.getOptionalContentConfig()
  const annotations: readonly Annotation[] = await page.getAnnotations()
  const turn = turnBy(page.rotate, page.view)
  const trace = tracePage(operations, {
    names,
    turn,
    fontScale: (font) => fontScale(page, font),
    isShown: (layer) => layers.isVisible(layer) !== false,
  })
  const strikes = annotations.flatMap(strikesOf).map((area) => boxUnder(turn, area))
  const { items, leftOut, isScan } = seePage({ trace, page: boxUnder(turn, areaOf(page.view)), strikes })
  page.cleanup()
  const lines = layOutPage(items)
  const isUnreadable = isGarbled(lines.map(({ text }) => text).join(''))
  const notes = annotations.filter(
    ({ subtype, contentsObj }) => subtype === 'FreeText' && contentsObj?.str?.trim(),
  ).length
  return { lines, leftOut, isScan, isGarbled: isUnreadable, notes }
}

interface Annotation {
  readonly subtype?: string
  readonly quadPoints?: ArrayLike<number> | null
  readonly rect?: readonly number[]
  readonly contentsObj?: { readonly str?: string }
}

/** Eight numbers for each line of text that is struck: the corners around it. */
function strikesOf({ subtype, quadPoints, rect = [] }: Annotation): Area[] {
  if (subtype !== 'StrikeOut') return []
  const numbers = quadPoints && quadPoints.length >= 8 ? Array.from(quadPoints) : []
  const quads = Array.from({ length: numbers.length >> 3 }, (_, i) => numbers.slice(8 * i, 8 * i + 8))
  return (quads.length > 0 ? quads : [rect]).map((quad) => {
    const xs = quad.filter((_, i) => i % 2 === 0)
    const ys = quad.filter((_, i) => i % 2 === 1)
    return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) }
  })
}

function areaOf([left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): Area {
  return { left, bottom, right, top }
}

function fontScale(page: PDFPageProxy, font: string): number {
  const known: { fontMatrix?: readonly number[] } = page.commonObjs.has(font) ? page.commonObjs.get(font) : {}
  return known.fontMatrix?.[0] ?? 0.001
}

function incomplete(name: string): BadInput {
  return badFile(name, problems.incomplete('pdf', { zh: '', en: '' }))
}

/** @throws BadInput for a scan, and for text whose fonts do not say which characters they show. */
function checkPages(pages: readonly Page[], name: string): void {
  const length = pages.reduce((sum, page) => sum + lengthOf(page), 0)
  if (length < Math.min(20, 5 * pages.length)) throw badFile(name, problems.scan)
  const isAllGarbled = pages.every((page) => page.isGarbled || lengthOf(page) === 0)
  if (isAllGarbled || isGarbled(textOf(pages))) throw badFile(name, problems.garbled)
}

const textOf = (pages: readonly Page[]) =>
  pages
    .filter((page) => !page.isGarbled)
    .flatMap(({ lines }) => lines.map(({ text }) => text.replace(/\s+/g, '')))
    .join('')

const lengthOf = ({ lines }: Page) =>
  lines.reduce((sum, { text }) => sum + text.replace(/\s+/g, '').length, 0)

function sayUnread(pages: readonly Page[], pictures: number): Unread[] {
  const numbers = (is: (page: Page) => boolean) => pages.flatMap((page, i) => (is(page) ? [i + 1] : []))
  const notes = pages.reduce((sum, page) => sum + page.notes, 0)
  return [
    ...sayLeftOut(pages.flatMap(({ leftOut }) => leftOut)),
    ...pagesSaid(
      numbers((page) => lengthOf(page) === 0),
      { zh: '没有文字（可能是图片），未读', en: 'no text (perhaps pictures), not read' },
    ),
    ...pagesSaid(
      numbers((page) => page.isGarbled),
      {
        zh: '的文字无法还原（字体缺少字符对照），未读',
        en: 'text that cannot be told (the fonts do not say their characters), not read',
      },
    ),
    ...pagesSaid(
      numbers((page) => page.isScan),
      {
        zh: '是扫描件，读的是其中附带的识别文字，可能有误',
        en: 'scanned; the recognised text that comes with it was read, which may err',
      },
    ),
    ...(pictures > 0 ? [notRead(pictures, 'picture')] : []),
    ...(notes > 0 ? [notRead(notes, 'note')] : []),
  ]
}

/** 「第 2、4—6 页…」. */
function pagesSaid(numbers: readonly number[], { zh, en }: Text): Unread[] {
  if (numbers.length === 0) return []
  const spans: [number, number][] = []
  for (const number of numbers) {
    const last = spans.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else spans.push([number, number])
  }
  const said = (dash: string) => spans.map(([from, to]) => (from === to ? `${from}` : `${from}${dash}${to}`))
  return [
    {
      what: `第 ${said('—').join('、')} 页${zh}`,
      en: `${numbers.length === 1 ? 'Page' : 'Pages'} ${said('–').join(', ')}: ${en}`,
    },
  ]
}

function asLatin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
