import { themes } from '#server/charts/index.ts'
import { sumOf, type TableBlock } from '../table-blocks.ts'
import { subtitleWithTable } from '../unit-words.ts'
import type { Xml } from '../xml.ts'
import { places, sheetXml, slideNumber, titleLook } from './masters.ts'
import { bodyBox, gap, rowHeight, type Shown, type Size, type Slide, tableSize } from './plan-slides.ts'
import { type Box, chartShape, pictureShape, tableShape, textBox } from './shapes.ts'
import { fitting, footSize, footWidth, headBoxes } from './slide-text.ts'

const { ink, muted } = themes.light

interface Relations {
  /** Of the chart, and of the picture. */
  readonly chart: string
  readonly picture: string
}

export function slideXml(slide: Slide, number: number, relations: Relations): Xml {
  const { chart, title, message, foot, shown } = slide
  const hasTable = shown.kind === 'tables' || (shown.kind === 'picture' && shown.table)
  const subtitle = hasTable ? subtitleWithTable(chart) : chart.words.subtitle
  const box = bodyBox(slide)
  const head = headBoxes(message)
  const footTop = box.y + box.height + 8
  return sheetXml(
    'p:sld',
    textBox({
      id: 2,
      name: '标题',
      box: places.title,
      lines: [title],
      look: { ...titleLook, size: fitting(title, titleLook.size, 12, places.title.width) },
      anchor: 'b',
      placeholder: 'title',
    }),
    message.text === ''
      ? undefined
      : textBox({
          id: 30,
          name: '要点',
          box: head.message,
          lines: [message.text],
          look: { size: message.size, color: ink },
          lineSpacing: 110,
        }),
    textBox({
      id: 3,
      name: '副标题',
      box: head.subtitle,
      lines: [subtitle],
      look: { size: fitting(subtitle, 13, 10, places.subtitle.width), color: muted },
    }),
    bodyShapes(shown, box, chart.words.sentence, relations),
    textBox({
      id: 4,
      name: '注与来源',
      box: { x: box.x, y: footTop, width: footWidth, height: places.body.bottom - footTop },
      lines: foot,
      look: { size: footSize, color: muted },
      anchor: 'b',
    }),
    slideNumber(5, number),
  )
}

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
