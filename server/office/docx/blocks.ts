import type { Language } from '#data/model/language.ts'
import { toEmu } from '../chart/chart-look.ts'
import { filled, type TableBlock } from '../table-blocks.ts'
import { tag, type Xml } from '../xml.ts'
import type { StyleId } from './styles.ts'

/** A4 with the margins of official documents (GB/T 9704—2012), in millimetres. */
const page = { width: 210, height: 297, top: 37, bottom: 35, left: 28, right: 26 }
const pointsPerMm = 72 / 25.4
/** In points. */
export const textWidth = (page.width - page.left - page.right) * pointsPerMm
/** What charts and pictures take of it: 16 cm are wider than the text, which they fill. */
export const figureWidth = Math.min(160 * pointsPerMm, textWidth)

const twips = (mm: number) => Math.round(mm * pointsPerMm * 20)

export const run = (text: string): Xml => tag('w:r', {}, tag('w:t', { 'xml:space': 'preserve' }, text))

/** A paragraph of a style. */
export const paragraph = (style: StyleId, ...runs: readonly Xml[]): Xml =>
  tag('w:p', {}, tag('w:pPr', {}, tag('w:pStyle', { 'w:val': style })), runs)

const captionWords: Readonly<
  Record<'figure' | 'table', Readonly<Record<Language, readonly [string, string]>>>
> = {
  figure: { zh: ['图', ''], en: ['Figure', ' '] },
  table: { zh: ['表', ''], en: ['Table', ' '] },
}

interface Caption {
  readonly kind: 'figure' | 'table'
  readonly number: number
  readonly text: string
  readonly language: Language
}

/** `图1  软件业务收入`, counted by Word, so that it counts on where figures come and go. */
export function caption({ kind, number, text, language }: Caption): Xml {
  const [word, space] = captionWords[kind][language]
  return paragraph(
    kind === 'figure' ? 'Caption' : 'TableCaption',
    run(word + space),
    tag('w:fldSimple', { 'w:instr': ` SEQ ${word} \\* ARABIC ` }, run(String(number))),
    run(`\u3000${text}`),
  )
}

interface Drawing {
  /** One in its file. */
  readonly id: number
  readonly name: string
  readonly description: string
  readonly relation: string
  /** In points. */
  readonly width: number
  readonly height: number
}

/** A chart in the line of its paragraph. */
export const inlineChart = (drawing: Drawing): Xml =>
  inline(
    drawing,
    tag(
      'a:graphicData',
      { uri: 'http://schemas.openxmlformats.org/drawingml/2006/chart' },
      tag('c:chart', { 'r:id': drawing.relation }),
    ),
  )

/** A picture in the line of its paragraph. */
export function inlinePicture(drawing: Drawing): Xml {
  const { id, name, description, relation, width, height } = drawing
  return inline(
    drawing,
    tag(
      'a:graphicData',
      { uri: 'http://schemas.openxmlformats.org/drawingml/2006/picture' },
      tag(
        'pic:pic',
        {},
        tag('pic:nvPicPr', {}, tag('pic:cNvPr', { id, name, descr: description }), tag('pic:cNvPicPr')),
        tag(
          'pic:blipFill',
          {},
          tag('a:blip', { 'r:embed': relation }),
          tag('a:stretch', {}, tag('a:fillRect')),
        ),
        tag(
          'pic:spPr',
          {},
          tag(
            'a:xfrm',
            {},
            tag('a:off', { x: 0, y: 0 }),
            tag('a:ext', { cx: toEmu(width), cy: toEmu(height) }),
          ),
          tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst')),
        ),
      ),
    ),
  )
}

const inline = ({ id, name, description, width, height }: Drawing, content: Xml): Xml =>
  tag(
    'w:r',
    {},
    tag(
      'w:drawing',
      {},
      tag(
        'wp:inline',
        { distT: 0, distB: 0, distL: 0, distR: 0 },
        tag('wp:extent', { cx: toEmu(width), cy: toEmu(height) }),
        tag('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
        tag('wp:docPr', { id, name, descr: description }),
        tag('wp:cNvGraphicFramePr', {}, tag('a:graphicFrameLocks', { noChangeAspect: 1 })),
        tag('a:graphic', {}, content),
      ),
    ),
  )

/** A table of three lines; its head stands again on every page. */
export function tableOf(block: TableBlock): Xml {
  const { columns, rows } = block
  const widths = filled(block.widths, textWidth).map((width) => Math.round(width * 20))
  const all = [columns.map(({ label }) => label), ...rows]
  return tag(
    'w:tbl',
    {},
    tag(
      'w:tblPr',
      {},
      tag('w:tblW', { 'w:w': widths.reduce((sum, each) => sum + each, 0), 'w:type': 'dxa' }),
      tag('w:jc', { 'w:val': 'center' }),
      tag('w:tblBorders', {}, edge('w:top', 12), edge('w:bottom', 12)),
      tag('w:tblLayout', { 'w:type': 'fixed' }),
      tag('w:tblLook', {
        'w:val': '0020',
        'w:firstRow': 1,
        'w:lastRow': 0,
        'w:firstColumn': 0,
        'w:lastColumn': 0,
        'w:noHBand': 1,
        'w:noVBand': 1,
      }),
    ),
    tag(
      'w:tblGrid',
      {},
      widths.map((width) => tag('w:gridCol', { 'w:w': width })),
    ),
    all.map((cells, row) =>
      tag(
        'w:tr',
        {},
        tag('w:trPr', {}, tag('w:cantSplit'), row === 0 ? tag('w:tblHeader') : undefined),
        cells.map((text, at) =>
          cell(text, { width: widths[at] ?? 0, isHead: row === 0, align: columns[at]?.align }),
        ),
      ),
    ),
  )
}

/** @param size in eighths of a point. */
const edge = (name: string, size: number): Xml =>
  tag(name, { 'w:val': 'single', 'w:sz': size, 'w:space': 0, 'w:color': '000000' })

interface CellLook {
  readonly width: number
  readonly isHead: boolean
  readonly align: 'start' | 'end' | undefined
}

const cell = (text: string, { width, isHead, align }: CellLook): Xml =>
  tag(
    'w:tc',
    {},
    tag(
      'w:tcPr',
      {},
      tag('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      isHead ? tag('w:tcBorders', {}, edge('w:bottom', 6)) : undefined,
      tag('w:vAlign', { 'w:val': 'center' }),
    ),
    tag(
      'w:p',
      {},
      tag(
        'w:pPr',
        {},
        tag('w:pStyle', { 'w:val': 'Cell' }),
        align === 'end' ? tag('w:jc', { 'w:val': 'right' }) : undefined,
      ),
      tag(
        'w:r',
        {},
        isHead ? tag('w:rPr', {}, tag('w:b')) : undefined,
        tag('w:t', { 'xml:space': 'preserve' }, text),
      ),
    ),
  )

/** The page, and which footer it has. */
export const section = (footer: string): Xml =>
  tag(
    'w:sectPr',
    {},
    tag('w:footerReference', { 'w:type': 'default', 'r:id': footer }),
    tag('w:pgSz', { 'w:w': twips(page.width), 'w:h': twips(page.height) }),
    tag('w:pgMar', {
      'w:top': twips(page.top),
      'w:right': twips(page.right),
      'w:bottom': twips(page.bottom),
      'w:left': twips(page.left),
      'w:header': twips(15),
      'w:footer': twips(25),
      'w:gutter': 0,
    }),
  )
