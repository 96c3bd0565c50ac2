import { themes } from '#server/charts/index.ts'
import { noFill, outline, runLook, type TextLook, toEmu } from '../chart/chart-look.ts'
import type { TableBlock } from '../table-blocks.ts'
import { tag, valued, type Xml } from '../xml.ts'

/** A place on a slide, in points from its upper left corner. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

interface Named {
  /** One on its slide, from 2. */
  readonly id: number
  readonly name: string
  readonly box: Box
  /** What it shows, for who does not see it. */
  readonly description?: string
}

export const transform = (name: string, { x, y, width, height }: Box): Xml =>
  tag(
    name,
    {},
    tag('a:off', { x: toEmu(x), y: toEmu(y) }),
    tag('a:ext', { cx: toEmu(width), cy: toEmu(height) }),
  )

interface TextBox extends Named {
  readonly lines: readonly string[]
  readonly look: TextLook
  readonly anchor?: 't' | 'b'
  /** `title` where it is the title of the slide. */
  readonly placeholder?: 'title'
  readonly align?: 'l' | 'r'
  /** In percent. */
  readonly lineSpacing?: number
}

export const flush = { lIns: 0, tIns: 0, rIns: 0, bIns: 0 }

/** Text without a frame, one paragraph a line. */
export function textBox({ id, name, box, lines, look, anchor = 't', placeholder, ...rest }: TextBox): Xml {
  const { align = 'l', lineSpacing = 100 } = rest
  return tag(
    'p:sp',
    {},
    tag(
      'p:nvSpPr',
      {},
      tag('p:cNvPr', { id, name }),
      placeholder ? tag('p:cNvSpPr', {}, tag('a:spLocks', { noGrp: 1 })) : tag('p:cNvSpPr', { txBox: 1 }),
      tag('p:nvPr', {}, placeholder ? tag('p:ph', { type: placeholder }) : undefined),
    ),
    tag('p:spPr', {}, transform('a:xfrm', box), tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst')), noFill),
    tag(
      'p:txBody',
      {},
      tag('a:bodyPr', { wrap: 'square', ...flush, anchor }, tag('a:normAutofit')),
      tag('a:lstStyle'),
      paragraphs(lines, look, { algn: align }, lineSpacing),
    ),
  )
}

const paragraphs = (
  lines: readonly string[],
  look: TextLook,
  properties: Readonly<Record<string, string>>,
  spacing: number,
): readonly Xml[] =>
  (lines.length === 0 ? [''] : lines).map((line) =>
    tag(
      'a:p',
      {},
      tag('a:pPr', properties, tag('a:lnSpc', {}, valued('a:spcPct', spacing * 1000))),
      line === '' ? undefined : tag('a:r', {}, runLook('a:rPr', look, 'zh-CN'), tag('a:t', {}, line)),
    ),
  )

const chartSpace = 'http://schemas.openxmlformats.org/drawingml/2006/chart'

/** A chart that Office draws, by the relation to its part. */
export const chartShape = (named: Named & { readonly relation: string }): Xml =>
  graphicFrame(
    named,
    tag(
      'a:graphicData',
      { uri: chartSpace },
      tag('c:chart', { 'xmlns:c': chartSpace, 'r:id': named.relation }),
    ),
  )

const graphicFrame = ({ id, name, box, description }: Named, content: Xml): Xml =>
  tag(
    'p:graphicFrame',
    {},
    tag(
      'p:nvGraphicFramePr',
      {},
      tag('p:cNvPr', { id, name, descr: description }),
      tag('p:cNvGraphicFramePr', {}, tag('a:graphicFrameLocks', { noGrp: 1 })),
      tag('p:nvPr'),
    ),
    transform('p:xfrm', box),
    tag('a:graphic', {}, content),
  )

/** A picture, by the relation to its file. */
export const pictureShape = ({
  id,
  name,
  box,
  description,
  relation,
}: Named & { readonly relation: string }): Xml =>
  tag(
    'p:pic',
    {},
    tag(
      'p:nvPicPr',
      {},
      tag('p:cNvPr', { id, name, descr: description }),
      tag('p:cNvPicPr', {}, tag('a:picLocks', { noChangeAspect: 1 })),
      tag('p:nvPr'),
    ),
    tag('p:blipFill', {}, tag('a:blip', { 'r:embed': relation }), tag('a:stretch', {}, tag('a:fillRect'))),
    tag('p:spPr', {}, transform('a:xfrm', box), tag('a:prstGeom', { prst: 'rect' }, tag('a:avLst'))),
  )

interface Table extends Named {
  readonly block: TableBlock
  readonly fontSize: number
  readonly rowHeight: number
}

const { ink, axis, grid } = themes.light

/** A table of three lines: over its head, under it, and at its foot. */
export function tableShape({ block, fontSize, rowHeight, ...named }: Table): Xml {
  const { columns, rows, widths } = block
  const all = [columns.map(({ label }) => label), ...rows]
  const edgesOf = (row: number) =>
    row === 0 ? { top: thick, bottom: middle } : { bottom: row === all.length - 1 ? thick : thin }
  const tableRow = (cells: readonly string[], row: number) =>
    tag(
      'a:tr',
      { h: toEmu(rowHeight) },
      cells.map((text, at) =>
        cell(text, {
          look: { size: fontSize, color: ink, isBold: row === 0 },
          align: columns[at]?.align === 'end' ? 'r' : 'l',
          ...edgesOf(row),
        }),
      ),
    )
  return graphicFrame(
    named,
    tag(
      'a:graphicData',
      { uri: 'http://schemas.openxmlformats.org/drawingml/2006/table' },
      tag(
        'a:tbl',
        {},
        tag('a:tblPr', { firstRow: 1 }),
        tag(
          'a:tblGrid',
          {},
          widths.map((width) => tag('a:gridCol', { w: toEmu(width) })),
        ),
        all.map(tableRow),
      ),
    ),
  )
}

const [thick, middle, thin] = [outline(ink, 1.5), outline(axis, 0.75), outline(grid, 0.5)]

interface CellLook {
  readonly look: TextLook
  readonly align: 'l' | 'r'
  readonly top?: Xml
  readonly bottom: Xml
}

function cell(text: string, { look, align, top, bottom }: CellLook): Xml {
  const edge = (name: string, line: Xml | undefined) =>
    line ? renamed(line, name) : tag(name, { w: 0 }, noFill)
  return tag(
    'a:tc',
    {},
    tag('a:txBody', {}, tag('a:bodyPr'), tag('a:lstStyle'), paragraphs([text], look, { algn: align }, 100)),
    tag(
      'a:tcPr',
      { marL: 76_200, marR: 76_200, marT: 0, marB: 0, anchor: 'ctr' },
      edge('a:lnL', undefined),
      edge('a:lnR', undefined),
      edge('a:lnT', top),
      edge('a:lnB', bottom),
      noFill,
    ),
  )
}

/** The same line as an edge of a cell. */
const renamed = ({ xml }: Xml, name: string): Xml => ({
  xml: xml.replace(/^<a:ln /, `<${name} `).replace(/<\/a:ln>$/, `</${name}>`),
})

export const emptyGroup = [
  tag('p:nvGrpSpPr', {}, tag('p:cNvPr', { id: 1, name: '' }), tag('p:cNvGrpSpPr'), tag('p:nvPr')),
  tag(
    'p:grpSpPr',
    {},
    tag(
      'a:xfrm',
      {},
      tag('a:off', { x: 0, y: 0 }),
      tag('a:ext', { cx: 0, cy: 0 }),
      tag('a:chOff', { x: 0, y: 0 }),
      tag('a:chExt', { cx: 0, cy: 0 }),
    ),
  ),
]
