import { themes } from '#server/charts/index.ts'
import { chartFont, runLook, toEmu } from '../chart/chart-look.ts'
import type { Part } from '../package-file.ts'
import { type Child, tag, type Xml } from '../xml.ts'
import { type Box, emptyGroup, flush, transform } from './shapes.ts'
import { background, themeXml } from './theme.ts'

export const presentationSpaces = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
}

const types = 'application/vnd.openxmlformats-officedocument.presentationml.'
export const partType = (name: string) => `${types}${name}+xml`

/** 16:9, in points. */
export const slideSize = { width: 960, height: 540 }
/** The paper of notes. */
export const notesSize = { width: 540, height: 720 }

const margin = 44
/** Where things stand on every slide. */
export const places = {
  title: { x: margin, y: 26, width: slideSize.width - 2 * margin, height: 36 },
  subtitle: { x: margin, y: 64, width: slideSize.width - 2 * margin, height: 20 },
  number: { x: slideSize.width - margin - 60, y: slideSize.height - 32, width: 60, height: 14 },
  /** Between subtitle and foot. */
  body: { x: margin, y: 94, width: slideSize.width - 2 * margin, bottom: slideSize.height - 20 },
} as const

const { ink, muted } = themes.light
export const titleLook = { size: 24, color: ink, isBold: true }

const colorMap = tag('p:clrMap', {
  bg1: 'lt1',
  tx1: 'dk1',
  bg2: 'lt2',
  tx2: 'dk2',
  accent1: 'accent1',
  accent2: 'accent2',
  accent3: 'accent3',
  accent4: 'accent4',
  accent5: 'accent5',
  accent6: 'accent6',
  hlink: 'hlink',
  folHlink: 'folHlink',
})

const ownColors = tag('p:clrMapOvr', {}, tag('a:masterClrMapping'))

/** A slide, or the notes to one, with its shapes in the order in which they are drawn. */
export const sheetXml = (name: 'p:sld' | 'p:notes', ...shapes: readonly Child[]): Xml =>
  tag(name, presentationSpaces, tag('p:cSld', {}, tag('p:spTree', {}, emptyGroup, ...shapes)), ownColors)

export const masterPath = 'ppt/slideMasters/slideMaster1.xml'
export const layoutPath = 'ppt/slideLayouts/slideLayout1.xml'
export const notesMasterPath = 'ppt/notesMasters/notesMaster1.xml'
export const themePath = 'ppt/theme/theme1.xml'
const notesThemePath = 'ppt/theme/theme2.xml'

/** What slides and notes are made after: one master, one layout, the master of notes, a theme for each. */
export function masterParts(): Part[] {
  const theme = 'application/vnd.openxmlformats-officedocument.theme+xml'
  return [
    { path: themePath, type: theme, content: themeXml() },
    { path: notesThemePath, type: theme, content: themeXml() },
    {
      path: masterPath,
      type: partType('slideMaster'),
      content: slideMaster(),
      relations: [
        { id: 'rId1', type: 'slideLayout', target: layoutPath },
        { id: 'rId2', type: 'theme', target: themePath },
      ],
    },
    {
      path: layoutPath,
      type: partType('slideLayout'),
      content: slideLayout(),
      relations: [{ id: 'rId1', type: 'slideMaster', target: masterPath }],
    },
    {
      path: notesMasterPath,
      type: partType('notesMaster'),
      content: notesMaster(),
      relations: [{ id: 'rId1', type: 'theme', target: notesThemePath }],
    },
  ]
}

interface Placeholder {
  readonly id: number
  readonly name: string
  readonly type: string
  readonly idx?: number
  readonly box: Box
  readonly content: Xml
  readonly anchor?: string
}

const placeholder = ({ id, name, type, idx, box, content, anchor = 't' }: Placeholder): Xml =>
  tag(
    'p:sp',
    {},
    tag(
      'p:nvSpPr',
      {},
      tag('p:cNvPr', { id, name }),
      tag('p:cNvSpPr', {}, tag('a:spLocks', { noGrp: 1 })),
      tag('p:nvPr', {}, tag('p:ph', { type, idx, sz: type === 'sldNum' ? 'quarter' : undefined })),
    ),
    tag('p:spPr', {}, transform('a:xfrm', box), tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst'))),
    tag('p:txBody', {}, tag('a:bodyPr', { ...flush, anchor }), tag('a:lstStyle'), tag('a:p', {}, content)),
  )

const prompt = (text: string) => tag('a:r', {}, tag('a:rPr', { lang: 'zh-CN' }), tag('a:t', {}, text))

/** The number of a slide, right below. */
export const slideNumber = (id: number, number: number): Xml =>
  placeholder({
    id,
    name: '页码',
    type: 'sldNum',
    idx: 12,
    box: places.number,
    anchor: 'b',
    content: {
      xml:
        tag('a:pPr', { algn: 'r' }).xml +
        tag(
          'a:fld',
          { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' },
          runLook('a:rPr', { size: 9, color: muted }, 'zh-CN'),
          tag('a:t', {}, String(number)),
        ).xml,
    },
  })

const titlePlaceholder = placeholder({
  id: 2,
  name: '标题',
  type: 'title',
  box: places.title,
  anchor: 'b',
  content: prompt('标题'),
})

const tree = (...shapes: readonly Xml[]): Xml =>
  tag('p:cSld', {}, background, tag('p:spTree', {}, emptyGroup, shapes))

const slideMaster = (): Xml =>
  tag(
    'p:sldMaster',
    presentationSpaces,
    tree(
      titlePlaceholder,
      placeholder({
        id: 3,
        name: '正文',
        type: 'body',
        idx: 1,
        box: { x: margin, y: 94, width: places.body.width, height: 380 },
        content: prompt('正文'),
      }),
      slideNumber(4, 1),
    ),
    colorMap,
    tag('p:sldLayoutIdLst', {}, tag('p:sldLayoutId', { id: 2_147_483_649, 'r:id': 'rId1' })),
    tag(
      'p:txStyles',
      {},
      tag('p:titleStyle', {}, level('a:lvl1pPr', titleLook)),
      tag(
        'p:bodyStyle',
        {},
        Array.from({ length: 5 }, (_, at) => level(`a:lvl${at + 1}pPr`, { size: 16 - at, color: ink })),
      ),
      tag('p:otherStyle', {}, level('a:lvl1pPr', { size: 12, color: ink })),
    ),
  )

const level = (name: string, look: { size: number; color: string; isBold?: boolean }): Xml =>
  tag(
    name,
    { algn: 'l', defTabSz: 914_400, eaLnBrk: 1, latinLnBrk: 0, hangingPunct: 1 },
    tag('a:buNone'),
    runLook('a:defRPr', look),
  )

const slideLayout = (): Xml =>
  tag(
    'p:sldLayout',
    { ...presentationSpaces, type: 'titleOnly', preserve: 1 },
    tag('p:cSld', { name: '图表' }, tag('p:spTree', {}, emptyGroup, titlePlaceholder, slideNumber(3, 1))),
    ownColors,
  )

const picture: Box = { x: 30, y: 40, width: 480, height: 270 }
const notesBox: Box = { x: 54, y: 330, width: 432, height: 350 }

export const slideImage = (id: number): Xml =>
  tag(
    'p:sp',
    {},
    tag(
      'p:nvSpPr',
      {},
      tag('p:cNvPr', { id, name: '幻灯片' }),
      tag('p:cNvSpPr', {}, tag('a:spLocks', { noGrp: 1, noRot: 1, noChangeAspect: 1 })),
      tag('p:nvPr', {}, tag('p:ph', { type: 'sldImg' })),
    ),
    tag('p:spPr', {}, transform('a:xfrm', picture), tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst'))),
  )

const notesMaster = (): Xml =>
  tag(
    'p:notesMaster',
    presentationSpaces,
    tree(
      slideImage(2),
      placeholder({ id: 3, name: '备注', type: 'body', idx: 1, box: notesBox, content: prompt('备注') }),
    ),
    colorMap,
    tag('p:notesStyle', {}, level('a:lvl1pPr', { size: 11, color: ink })),
  )

/** What the presentation says of all text that nothing else is said of. */
export const defaultText = tag(
  'p:defaultTextStyle',
  {},
  tag(
    'a:defPPr',
    {},
    tag(
      'a:defRPr',
      { lang: 'zh-CN' },
      tag('a:latin', { typeface: chartFont }),
      tag('a:ea', { typeface: chartFont }),
    ),
  ),
)

export const sizeOf = (name: string, { width, height }: { width: number; height: number }): Xml =>
  tag(name, { cx: toEmu(width), cy: toEmu(height) })
