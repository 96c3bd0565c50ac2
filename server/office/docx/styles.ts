import type { Language } from '#data/model/language.ts'
import { tag, type Xml } from '../xml.ts'

export const wordSpaces = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
}

/** Faces of official documents (GB/T 9704—2012). */
const faces = { body: '仿宋_GB2312', heading: '黑体', title: '方正小标宋简体' } as const

interface Look {
  readonly id: string
  readonly name: string
  readonly face: keyof typeof faces
  /** In points: 三号 16, 二号 22, 小四 12, 五号 10.5, 小五 9. */
  readonly size: number
  readonly align: 'both' | 'center' | 'left' | 'right'
  /** Exactly so many points between lines; left out, as high as what stands in them. */
  readonly lineHeight?: number
  /** In characters. */
  readonly indent?: number
  readonly before?: number
  readonly after?: number
  readonly isKept?: boolean
}

const looks: readonly Look[] = [
  { id: 'Normal', name: 'Normal', face: 'body', size: 16, align: 'both', lineHeight: 28, indent: 2 },
  {
    ...{ id: 'Lead', name: 'Lead', face: 'body', size: 16, align: 'both', lineHeight: 28 },
    ...{ indent: 2, before: 14, isKept: true },
  },
  { id: 'Title', name: 'Title', face: 'title', size: 22, align: 'center', lineHeight: 36, after: 28 },
  { id: 'Figure', name: 'Figure', face: 'body', size: 12, align: 'center', before: 6, isKept: true },
  { id: 'Caption', name: 'caption', face: 'heading', size: 12, align: 'center', before: 3, after: 6 },
  {
    id: 'TableCaption',
    name: 'Table Caption',
    face: 'heading',
    size: 12,
    align: 'center',
    before: 12,
    after: 3,
    isKept: true,
  },
  { id: 'Cell', name: 'Table Text', face: 'body', size: 10.5, align: 'left' },
  { id: 'Note', name: 'Note', face: 'body', size: 9, align: 'left', before: 2, lineHeight: 13 },
  { id: 'Footer', name: 'footer', face: 'body', size: 14, align: 'center' },
]

export type StyleId = 'Lead' | 'Title' | 'Figure' | 'Caption' | 'TableCaption' | 'Cell' | 'Note' | 'Footer'

/** In twentieths of a point. */
const twips = (points: number) => Math.round(points * 20)

export const stylesXml = (language: Language): Xml =>
  tag(
    'w:styles',
    wordSpaces,
    tag(
      'w:docDefaults',
      {},
      tag(
        'w:rPrDefault',
        {},
        tag(
          'w:rPr',
          {},
          fontsOf('body'),
          tag('w:sz', { 'w:val': 32 }),
          tag('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' }),
        ),
      ),
      tag('w:pPrDefault'),
    ),
    looks.map((look) => styleOf(look, language)),
    tag(
      'w:style',
      { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
      tag('w:name', { 'w:val': 'Normal Table' }),
      tag('w:uiPriority', { 'w:val': 99 }),
      tag(
        'w:tblPr',
        {},
        tag('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }),
        tag(
          'w:tblCellMar',
          {},
          tag('w:left', { 'w:w': 120, 'w:type': 'dxa' }),
          tag('w:right', { 'w:w': 120, 'w:type': 'dxa' }),
        ),
      ),
    ),
  )

const fontsOf = (face: keyof typeof faces): Xml =>
  tag('w:rFonts', {
    'w:ascii': 'Times New Roman',
    'w:hAnsi': 'Times New Roman',
    'w:eastAsia': faces[face],
    'w:cs': 'Times New Roman',
  })

function styleOf(look: Look, language: Language): Xml {
  const isBase = look.id === 'Normal'
  return tag(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': look.id, 'w:default': isBase ? 1 : undefined },
    tag('w:name', { 'w:val': look.name }),
    isBase ? undefined : tag('w:basedOn', { 'w:val': 'Normal' }),
    tag('w:qFormat'),
    tag(
      'w:pPr',
      {},
      look.isKept ? tag('w:keepNext') : undefined,
      look.lineHeight ? undefined : tag('w:keepLines'),
      spacingOf(look),
      indentOf(look, language),
      tag('w:jc', { 'w:val': look.align }),
    ),
    tag(
      'w:rPr',
      {},
      fontsOf(look.face),
      tag('w:sz', { 'w:val': look.size * 2 }),
      tag('w:szCs', { 'w:val': look.size * 2 }),
    ),
  )
}

const spacingOf = ({ before = 0, after = 0, lineHeight }: Look): Xml =>
  tag('w:spacing', {
    'w:before': twips(before),
    'w:after': twips(after),
    'w:line': lineHeight ? twips(lineHeight) : 240,
    'w:lineRule': lineHeight ? 'exact' : 'auto',
  })

/** The first line begins two characters in, as Chinese is set; English begins a paragraph so too. */
const indentOf = ({ indent = 0, size }: Look, language: Language): Xml =>
  tag('w:ind', {
    'w:firstLineChars': language === 'zh' ? indent * 100 : 0,
    'w:firstLine': twips(indent * size),
  })

/** Which face stands in for one that a machine does not have. */
export const fontTableXml = (): Xml =>
  tag(
    'w:fonts',
    wordSpaces,
    font('仿宋_GB2312', '仿宋;FangSong', 'modern'),
    font('方正小标宋简体', '宋体;SimSun', 'auto'),
    font('黑体', 'SimHei', 'modern'),
    font('Times New Roman', undefined, 'roman'),
  )

const font = (name: string, other: string | undefined, family: string): Xml =>
  tag(
    'w:font',
    { 'w:name': name },
    other ? tag('w:altName', { 'w:val': other }) : undefined,
    tag('w:charset', { 'w:val': other ? '86' : '00' }),
    tag('w:family', { 'w:val': family }),
    tag('w:pitch', { 'w:val': 'default' }),
  )
