import type { Language } from '#data/model/language.ts'
import type { ChartTable } from '#server/charts/index.ts'
import { type FirstBars, firstBars } from '../native/first-bars.ts'
import type { NativeChart } from '../native/native-chart.ts'
import { captionOf, type OfficeChart, type OfficePicture } from '../office-chart.ts'
import { filled, hasCells, sumOf, type TableBlock, tableBlocks } from '../table-blocks.ts'
import { places } from './masters.ts'
import type { Box } from './shapes.ts'
import { footHeight, footOf, headBoxes, type Message, messageOf, noMessage } from './slide-text.ts'

/** What one slide shows between its head and its foot. */
export type Shown =
  | { readonly kind: 'native'; readonly chart: NativeChart; readonly whole?: NativeChart }
  | ({ readonly kind: 'picture'; readonly picture: OfficePicture; readonly size: Size } & Partial<Together>)
  | { readonly kind: 'tables'; readonly tables: readonly TableBlock[] }

export interface Size {
  readonly width: number
  readonly height: number
}

/** A picture with its table on one slide. */
interface Together {
  readonly table: TableBlock
  readonly isBelow: boolean
  readonly size: Size
}

/** A slide before it is XML: its words and what it shows. */
export interface Slide {
  readonly chart: OfficeChart
  readonly title: string
  readonly message: Message
  readonly foot: readonly string[]
  readonly shown: Shown
}

export const tableSize = 10
export const rowHeight = 16.5
export const gap = 20
/** More bars than that would be named in print too small for a screen on a wall. */
const mostBars = 15

/** The slides of a chart: one, and behind it those of its table where that has no room beside a picture. */
export function slidesOf(chart: OfficeChart, native: NativeChart | undefined): Slide[] {
  const { picture, table, sentence, data } = chart
  const some = native && firstBars(native, mostBars)
  const said = some ? [someBars[data.language](some)] : []
  const own = { chart, title: captionOf(chart), message: messageOf(sentence), foot: footOf(chart, said) }
  if (native) return [{ ...own, shown: { kind: 'native', chart: native, ...some } }]
  if (!picture) return tableSlides(chart)
  const room = bodyBox(own)
  const alone = { size: contained(picture, room.width, room.height) }
  if (!hasCells(table)) return [{ ...own, shown: { kind: 'picture', picture, ...alone } }]
  const together = togetherOf(table, picture, room)
  if (together) return [{ ...own, shown: { kind: 'picture', picture, ...together } }]
  return [{ ...own, shown: { kind: 'picture', picture, ...alone } }, ...tableSlides(chart)]
}

const someBars: Readonly<Record<Language, (some: Pick<FirstBars, 'drawn' | 'of'>) => string>> = {
  zh: ({ drawn, of }) => `图中为${drawn}个地区；共${of}个，其余见数据`,
  en: ({ drawn, of }) => `Drawn are ${drawn} of ${of} regions; the others are in the data of the chart`,
}

const dataWords: Readonly<Record<Language, string>> = { zh: '（数据表）', en: ' (data)' }

/** Picture and table beside or under one another, whichever leaves the picture larger, where all of the table has room. */
function togetherOf(
  table: ChartTable,
  picture: OfficePicture,
  { width, height }: Size,
): Together | undefined {
  const high = (table.rows.length + 1) * rowHeight
  const whole = contained(picture, width, height)
  const ways = [
    { isBelow: false, size: contained(picture, width * 0.6, height) },
    { isBelow: true, size: contained(picture, width, height - high - gap) },
  ]
  return ways
    .flatMap(({ isBelow, size }): Together[] => {
      const room = isBelow ? width : width - size.width - gap
      const [block, ...others] = tableBlocks(table, { width: room, fontSize: tableSize })
      const hasRoom = block && others.length === 0 && high <= height && size.width > leastShare * whole.width
      return hasRoom ? [{ table: { ...block, widths: filled(block.widths, room) }, isBelow, size }] : []
    })
    .toSorted((a, b) => b.size.width - a.size.width)
    .at(0)
}

/** Beside or over its table a picture has at least this share of the width it would have alone. */
const leastShare = 0.55

/** Pages of as many of the first columns as have room: the newest stand first; what is left out is said. */
function tableSlides(chart: OfficeChart): Slide[] {
  const { table, data } = chart
  if (!hasCells(table)) return []
  const { width } = places.body
  const { columns, rows } = table
  let count = columns.length
  while (count > 2 && tableBlocks(firstColumns(table, count), { width, fontSize: tableSize }).length > 1)
    count--
  const [block] = tableBlocks(firstColumns(table, count), { width, fontSize: tableSize })
  if (!block) return []
  const foot = footOf(chart, count < columns.length ? [leftOut[data.language](columns.length - count)] : [])
  const own = { chart, title: captionOf(chart) + dataWords[data.language], message: noMessage, foot }
  const most = Math.max(5, Math.floor(bodyBox(own).height / rowHeight) - 1)
  const beside = Math.max(1, Math.floor((width + gap) / (sumOf(block.widths) + gap)))
  const slides = Math.ceil(rows.length / (most * beside))
  const perTable = Math.ceil(rows.length / Math.min(slides * beside, Math.ceil(rows.length / fewRows)))
  const wide = { ...block, widths: filled(block.widths, (width - gap * (beside - 1)) / beside) }
  const tables = piecesOf(block.rows, Math.min(most, perTable)).map((piece) => ({ ...wide, rows: piece }))
  return piecesOf(tables, beside).map((each) => ({ ...own, shown: { kind: 'tables', tables: each } }))
}

/** A table is not made of fewer rows only to stand beside another. */
const fewRows = 8

const piecesOf = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))

const leftOut: Readonly<Record<Language, (count: number) => string>> = {
  zh: (count) => `本页放不下的较早${count}列未列`,
  en: (count) => `${count} earlier columns have no room here`,
}

const firstColumns = ({ columns, rows }: ChartTable, count: number): ChartTable => ({
  columns: columns.slice(0, count),
  rows: rows.map((row) => row.slice(0, count)),
})

/** What is left between head and foot. */
export function bodyBox({ message, foot }: Pick<Slide, 'message' | 'foot'>): Box {
  const { x, width, bottom } = places.body
  const y = headBoxes(message).bottom
  return { x, y, width, height: bottom - footHeight(foot) - 10 - y }
}

function contained({ width, height }: OfficePicture, mostWide: number, mostHigh: number) {
  const scale = Math.min(mostWide / width, mostHigh / height)
  return { width: width * scale, height: height * scale }
}
