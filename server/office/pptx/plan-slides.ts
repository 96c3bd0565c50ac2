import type { Language } from '#data/model/language.ts'
import { type ChartTable, wrap } from '#server/charts/index.ts'
import type { NativeChart } from '../native/native-chart.ts'
import { captionOf, type OfficeChart, type OfficePicture } from '../office-chart.ts'
import { filled, sumOf, type TableBlock, tableBlocks } from '../table-blocks.ts'
import { places } from './masters.ts'
import type { Box } from './shapes.ts'

/** What one slide shows between its head and its foot. */
export type Shown =
  | { readonly kind: 'native'; readonly chart: NativeChart }
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
  readonly foot: readonly string[]
  readonly shown: Shown
}

export const footSize = 9
const footLine = 12.5
export const tableSize = 10
export const rowHeight = 16.5
export const gap = 20

/** The slides of a chart: one, and behind it those of its table where that has no room beside a picture. */
export function slidesOf(chart: OfficeChart, native: NativeChart | undefined): Slide[] {
  const { words, picture, table } = chart
  const [title, foot] = [captionOf(chart), words.foot]
  const { width, height } = bodyBox(foot)
  const slide = (shown: Shown, more: Partial<Slide> = {}): Slide => ({ chart, title, foot, shown, ...more })
  if (native) return [slide({ kind: 'native', chart: native })]
  const together = picture && togetherOf(table, picture, foot)
  if (picture && together) return [slide({ kind: 'picture', picture, ...together })]
  return [
    ...(picture ? [slide({ kind: 'picture', picture, size: contained(picture, width, height) })] : []),
    ...tableSlides(chart, foot).map(({ tables, said }) =>
      slide({ kind: 'tables', tables }, { title: title + dataWords[chart.data.language], foot: said }),
    ),
  ]
}

const dataWords: Readonly<Record<Language, string>> = { zh: '（数据表）', en: ' (data)' }

/** Picture and table beside or under one another, whichever leaves the picture larger, where all of the table has room. */
function togetherOf(
  table: ChartTable,
  picture: OfficePicture,
  foot: readonly string[],
): Together | undefined {
  const { width, height } = bodyBox(foot)
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

/** Pages of the first column and as many of the last ones as have room; what is left out is said. */
function tableSlides({ table, data: { language } }: OfficeChart, foot: readonly string[]) {
  const { width } = bodyBox(foot)
  const { columns, rows } = table
  let count = columns.length
  while (count > 2 && tableBlocks(lastColumns(table, count), { width, fontSize: tableSize }).length > 1)
    count--
  const [block] = tableBlocks(lastColumns(table, count), { width, fontSize: tableSize })
  if (!block) return []
  const said = count < columns.length ? [leftOut[language](columns.length - count), ...foot] : foot
  const most = Math.max(5, Math.floor(bodyBox(said).height / rowHeight) - 1)
  const beside = Math.max(1, Math.floor((width + gap) / (sumOf(block.widths) + gap)))
  const slides = Math.ceil(rows.length / (most * beside))
  const perTable = Math.ceil(rows.length / Math.min(slides * beside, Math.ceil(rows.length / fewRows)))
  const own = { ...block, widths: filled(block.widths, (width - gap * (beside - 1)) / beside) }
  const tables = piecesOf(block.rows, Math.min(most, perTable)).map((piece) => ({ ...own, rows: piece }))
  return piecesOf(tables, beside).map((each) => ({ tables: each, said }))
}

/** A table is not made of fewer rows only to stand beside another. */
const fewRows = 8

const piecesOf = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size))

const leftOut: Readonly<Record<Language, (count: number) => string>> = {
  zh: (count) => `本页放不下的较早${count}列未列`,
  en: (count) => `${count} earlier columns have no room here`,
}

function lastColumns({ columns, rows }: ChartTable, count: number): ChartTable {
  const keep = <Item>(items: readonly Item[]) => [...items.slice(0, 1), ...items.slice(1).slice(1 - count)]
  return { columns: keep(columns), rows: rows.map(keep) }
}

export const footWidth = places.body.width - 80

/** The foot in lines as they are about to be broken. */
const footLines = (foot: readonly string[]) =>
  foot.flatMap((line) => wrap(line, footWidth, footSize).split('\n'))

/** What is left between head and foot. */
export function bodyBox(foot: readonly string[]): Box {
  const { x, y, width, bottom } = places.body
  return { x, y, width, height: bottom - footLines(foot).length * footLine - 10 - y }
}

function contained({ width, height }: OfficePicture, mostWide: number, mostHigh: number) {
  const scale = Math.min(mostWide / width, mostHigh / height)
  return { width: width * scale, height: height * scale }
}
