import { themes, widthOf } from '#server/charts/index.ts'
import { sumOf, type TableBlock } from '../table-blocks.ts'
import { tag, type Xml } from '../xml.ts'
import { ownColors, places, presentationSpaces, slideNumber, titleLook } from './masters.ts'
import {
  bodyBox,
  footSize,
  footWidth,
  gap,
  rowHeight,
  type Shown,
  type Size,
  type Slide,
  tableSize,
} from './plan-slides.ts'
import { type Box, chartShape, emptyGroup, pictureShape, tableShape, textBox } from './shapes.ts'

const { muted } = themes.light

interface Relations {
  /** Of the chart, and of the picture. */
  readonly chart: string
  readonly picture: string
}

export function slideXml({ chart, title, foot, shown }: Slide, number: number, relations: Relations): Xml {
  const box = bodyBox(foot)
  const footTop = box.y + box.height + 8
  return tag(
    'p:sld',
    presentationSpaces,
    tag(
      'p:cSld',
      {},
      tag(
        'p:spTree',
        {},
        emptyGroup,
        textBox({
          id: 2,
          name: '标题',
          box: places.title,
          lines: [title],
          look: { ...titleLook, size: fitting(title, titleLook.size, places.title.width) },
          anchor: 'b',
          placeholder: 'title',
        }),
        textBox({
          id: 3,
          name: '副标题',
          box: places.subtitle,
          lines: [chart.words.subtitle],
          look: { size: fitting(chart.words.subtitle, 13, places.subtitle.width), color: muted },
        }),
        bodyShapes(shown, box, chart.sentence, relations),
        textBox({
          id: 4,
          name: '注与来源',
          box: { x: box.x, y: footTop, width: footWidth, height: places.body.bottom - footTop },
          lines: foot,
          look: { size: footSize, color: muted },
          anchor: 'b',
        }),
        slideNumber(5, number),
      ),
    ),
    ownColors,
  )
}

/** The size at which a line has room in a width, not less than half of what is wanted. */
const fitting = (line: string, wanted: number, width: number) =>
  Math.max(wanted / 2, Math.min(wanted, width / widthOf(line, 1.06)))

function bodyShapes(shown: Shown, box: Box, description: string, relations: Relations): readonly Xml[] {
  switch (shown.kind) {
    case 'native':
      return [chartShape({ id: 6, name: '图表', box, description, relation: relations.chart })]
    case 'tables':
      return shown.tables.map((table, at) => {
        const width = sumOf(table.widths)
        return tableOn(table, { ...box, x: box.x + at * (width + gap) }, 7 + at)
      })
    case 'picture': {
      const { size, table, isBelow } = shown
      return pictureShapes({ size, table, isBelow: isBelow ?? false }, box, description, relations)
    }
  }
}

interface Pictured {
  readonly size: Size
  readonly table: TableBlock | undefined
  readonly isBelow: boolean
}

function pictureShapes(
  { size, table, isBelow }: Pictured,
  box: Box,
  description: string,
  { picture: relation }: Relations,
): readonly Xml[] {
  const left = box.x + (table ? 0 : (box.width - size.width) / 2)
  const own = pictureShape({ id: 6, name: '图', box: { ...size, x: left, y: box.y }, description, relation })
  if (!table) return [own]
  const place = isBelow ? { ...box, y: box.y + size.height + gap } : { ...box, x: box.x + size.width + gap }
  return [own, tableOn(table, place, 7)]
}

const tableOn = (block: TableBlock, box: Box, id: number): Xml =>
  tableShape({
    id,
    name: '数据表',
    box: { ...box, width: sumOf(block.widths), height: (block.rows.length + 1) * rowHeight },
    block,
    fontSize: tableSize,
    rowHeight,
  })
