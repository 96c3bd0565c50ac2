import type { Language } from '#data/model/language.ts'
import { takeTurn } from '#data/store/take-turn.ts'
import {
  type BriefLayout,
  type ChartTable,
  chartKinds,
  chartTables,
  trendKinds,
  widthOf,
} from '#server/charts/index.ts'
import { wrapText } from '#server/pictures/wrap-text.ts'
import { briefWords } from './brief-words.ts'
import { countOf, type FittedChart, fitSome, fitWhole, type Room } from './fit-chart.ts'
import type { BriefChart } from './read-brief.ts'

/** Sizes of one kind of text in CSS pixels: 10.67 are 8 pt. */
interface Size {
  readonly size: number
  readonly line: number
}

interface LayoutLook {
  /** What of the paper is printed on. */
  readonly paper: Room
  readonly chartsOnSheet: number
  readonly columnsFrom: number
  /** Above the charts on the first sheet and on the others, and below them. */
  readonly head: { readonly first: number; readonly other: number; readonly foot: number }
  readonly caption: Size
  readonly sentence: Size
  readonly subtitle: Size
  readonly foot: Size
  readonly zoom: number
  /** A chart lower than this says too little: cautions make room for it. */
  readonly leastChart: number
  /** Whether numbers stand below the chart. */
  readonly hasTable?: true
}

/** A4 with margins of 12 mm: 186 × 273 mm upright, 273 × 186 mm across; a little less, as browsers round. */
const upright: Room = { width: 702, height: 1030 }
const across: Room = { width: 1031, height: 700 }

/** How the pages of each layout look; the stylesheet takes its sizes from here. */
export const layoutLooks: Readonly<Record<BriefLayout, LayoutLook>> = {
  page: {
    paper: upright,
    chartsOnSheet: 4,
    columnsFrom: 3,
    head: { first: 68, other: 38, foot: 26 },
    caption: { size: 14.5, line: 21 },
    sentence: { size: 13, line: 19.5 },
    subtitle: { size: 11, line: 16 },
    foot: { size: 10.7, line: 14.5 },
    zoom: 1.1,
    leastChart: 220,
  },
  each: {
    paper: upright,
    chartsOnSheet: 1,
    columnsFrom: 2,
    head: { first: 68, other: 38, foot: 26 },
    caption: { size: 20, line: 29 },
    sentence: { size: 15, line: 26 },
    subtitle: { size: 12, line: 18 },
    foot: { size: 11, line: 17 },
    zoom: 1.2,
    leastChart: 420,
    hasTable: true,
  },
  slides: {
    paper: across,
    chartsOnSheet: 1,
    columnsFrom: 2,
    head: { first: 32, other: 32, foot: 24 },
    caption: { size: 28, line: 40 },
    sentence: { size: 19, line: 31 },
    subtitle: { size: 14, line: 22 },
    foot: { size: 11.5, line: 17 },
    zoom: 1.45,
    leastChart: 370,
  },
}

/** A chart in its place. */
export interface Cell {
  readonly chart: BriefChart
  readonly fitted: FittedChart
  /** In one paragraph; what does not fit is left to the pages. */
  readonly cautions: string
  readonly source: string
  readonly subtitle: string
  /** The numbers below the chart, where there is room for some. */
  readonly table: ShownTable | undefined
}

interface ShownTable extends ChartTable {
  /** Of how many rows those shown are some. */
  readonly of: number
}

export interface Sheet {
  readonly cells: readonly Cell[]
  readonly columns: number
}

/** Between two charts. */
export const gap = { across: 22, down: 12 } as const

/** How high the head and a row of a table are. */
export const tableLook = { head: 46, row: 21, fewest: 4 } as const

/** Puts charts on sheets of paper, each as large as its text leaves room for; each takes a turn of the event loop. */
export async function laySheets(
  charts: readonly BriefChart[],
  layout: BriefLayout,
  { title, language }: { readonly title: string; readonly language: Language },
): Promise<readonly Sheet[]> {
  const look = underTitle(layoutLooks[layout], title)
  const groups: (readonly BriefChart[])[] = [charts.slice(0, look.chartsOnSheet)]
  for (let at = look.chartsOnSheet; at < charts.length; at += look.chartsOnSheet)
    groups.push(charts.slice(at, at + look.chartsOnSheet))
  const sheets: Sheet[] = []
  for (const [at, group] of groups.entries()) {
    const { columns, rooms } = divide(group.length, at === 0, look)
    const cells: Cell[] = []
    for (const [index, chart] of group.entries()) {
      await takeTurn()
      cells.push(layCell({ chart, look, language, room: rooms[index] ?? look.paper }))
    }
    sheets.push({ columns, cells })
  }
  return sheets
}

/** The type of the title on the first sheet, as brief-style.ts sets it. */
const titleLook = { size: 24, line: 33 }

/** A title of several lines takes room from the charts below it. */
function underTitle(look: LayoutLook, title: string): LayoutLook {
  const lines = wrapText(title, look.paper.width, (text) => widthOf(text, titleLook.size)).length
  const first = look.head.first + (lines - 1) * titleLook.line
  return { ...look, head: { ...look.head, first } }
}

/** The places on a sheet: one below the other, or in two columns, where the last one of an odd number has both. */
function divide(count: number, isFirst: boolean, { paper, head, columnsFrom }: LayoutLook) {
  const columns = count >= columnsFrom ? 2 : 1
  const rows = Math.max(1, Math.ceil(count / columns))
  const free = paper.height - (isFirst ? head.first : head.other) - head.foot - gap.down * (rows - 1)
  const narrow = (paper.width - gap.across) / 2
  const isWide = (index: number) => columns === 1 || (index === count - 1 && count % 2 === 1)
  const rooms = Array.from(
    { length: count },
    (_, index): Room => ({
      width: isWide(index) ? paper.width : narrow,
      height: free / rows,
    }),
  )
  return { columns, rooms }
}

interface Asked {
  readonly chart: BriefChart
  readonly look: LayoutLook
  readonly language: Language
  readonly room: Room
}

/** Between the parts of a cell. */
const between = 13

/** As many cautions as leave the chart its due: what there is no room for is left to the pages. */
function layCell(asked: Asked): Cell {
  const { chart, look, language, room } = asked
  const { words, sentence, caption, number, kind, data, place } = chart
  const { figure, some, moreCautions } = briefWords[language]
  const [all, source] = [words.foot.slice(0, -1), words.foot.at(-1) ?? '']
  const around =
    heightOf(`${figure(number)}  ${caption}`, room.width, look.caption) +
    heightOf(sentence, room.width, look.sentence) +
    heightOf(words.subtitle, room.width, look.subtitle) +
    heightOf(`${source} ${place}`, room.width, look.foot) +
    between
  const wantedBeside = (cautions: string) => ({
    ...{ kind, data, zoom: look.zoom },
    room: { width: room.width, height: room.height - around - heightOf(cautions, room.width, look.foot) },
  })
  const told = [...all.keys(), all.length]
    .toReversed()
    .map((count) => [...all.slice(0, count), ...(count < all.length ? [moreCautions] : [])].join(separator))
  const roomy = told.filter((cautions) => wantedBeside(cautions).room.height >= look.leastChart)
  const possible = roomy.length > 0 ? roomy : told.slice(-1)
  const complete = (cell: Omit<Cell, 'chart' | 'source' | 'table'>): Cell => {
    const left = wantedBeside(cell.cautions).room.height - cell.fitted.height * cell.fitted.zoom
    return { ...cell, chart, source, table: look.hasTable && tableIn(left, chart) }
  }
  const hasRoom = fitWhole(wantedBeside(possible.at(-1) ?? '')) !== undefined
  for (const cautions of hasRoom ? possible : []) {
    const fitted = fitWhole(wantedBeside(cautions))
    if (fitted) return complete({ fitted, cautions, subtitle: words.subtitle })
  }
  if (kind === 'tiles') return layCell({ ...asked, chart: ranked(chart) })
  const count = countOf(data)
  const tell = (drawn: number) => (drawn < count ? [some(drawn, count)] : [])
  const fitted = fitSome(wantedBeside([...tell(1), possible[0]].join(separator)))
  return complete({
    fitted,
    cautions: [...tell(countOf(fitted.data)), possible[0]].join(separator),
    // The unit may be another where only the largest are drawn.
    subtitle: chartKinds[kind].describe(fitted.data).subtitle,
  })
}

/** Tiles stand for all regions, and one left out would seem to have no number: those with the most are ranked instead. */
const ranked = (chart: BriefChart): BriefChart => ({
  ...chart,
  kind: 'ranking',
  words: chartKinds.ranking.describe(chart.data),
  table: chartTables.ranking(chart.data),
})

const overTime: ReadonlySet<string> = new Set(trendKinds)

/** As many rows as fit: over time the latest, else the first. */
function tableIn(height: number, { table, kind }: BriefChart): ShownTable | undefined {
  const { rows, columns } = table
  const most = Math.floor((height - tableLook.head) / tableLook.row)
  if (most < Math.min(tableLook.fewest, rows.length)) return undefined
  return { columns, rows: overTime.has(kind) ? rows.slice(-most) : rows.slice(0, most), of: rows.length }
}

const separator = '　'

/** Rather too high than too low: each machine sets a text a little differently. */
function heightOf(text: string, width: number, { size, line }: Size): number {
  if (text === '') return 0
  return wrapText(text, width * 0.97, (part) => widthOf(part, size)).length * line
}
