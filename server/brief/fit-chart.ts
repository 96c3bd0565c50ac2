import {
  type ChartData,
  type ChartKindId,
  chartKinds,
  drawings,
  type Picture,
  rowsOf,
} from '#server/charts/index.ts'

/** In CSS pixels, of which 96 are an inch. */
export interface Room {
  readonly width: number
  readonly height: number
}

/** A chart as it is drawn, and how it is then shown. */
export interface FittedChart {
  readonly option: Picture['option']
  /** As it is drawn. */
  readonly width: number
  readonly height: number
  /** How much larger it is shown than drawn. */
  readonly zoom: number
  /** What is drawn: all that there is, or of that the regions with the most. */
  readonly data: ChartData
}

/** The smallest text of a chart, 10 px, has then 8 pt on paper. */
const leastZoom = 16 / 15

/** How much higher than it would be by itself a chart may be drawn, to fill its place. */
const mostStretch = 1.35

interface Wanted {
  readonly kind: ChartKindId
  readonly data: ChartData
  readonly room: Room
  /** As large as text should be; it may become smaller, down to 8 pt. */
  readonly zoom: number
}

/** Draws a chart with all its regions, as large as there is room for; undefined where there is not enough. */
export function fitWhole(wanted: Wanted): FittedChart | undefined {
  const { room, zoom } = wanted
  for (const each of [zoom, leastZoom]) {
    const drawn = drawNaturally({ ...wanted, zoom: each })
    if (isInside(drawn, room)) return drawn
  }
  return undefined
}

/** The same where there is not enough room: of its regions those with the most, as many as fit. */
export function fitSome(wanted: Wanted): FittedChart {
  const { data, room } = wanted
  const draw = (most: number) => drawAt({ ...wanted, data: withMost(data, most), zoom: leastZoom })
  let [fits, tooMany] = [3, countOf(data)]
  let best = draw(fits)
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    const drawn = draw(middle)
    if (isInside(drawn, room)) [fits, best] = [middle, drawn]
    else tooMany = middle
  }
  return best
}

/** How many regions a chart has, the nation not counted. */
export const countOf = ({ series }: ChartData): number =>
  series.filter(({ region, points }) => region.kind !== 'nation' && points.length > 0).length

const isInside = ({ height, zoom }: FittedChart, room: Room) => height * zoom <= room.height + 0.5

function drawAt({ kind, data, room, zoom }: Wanted, height = Math.floor(room.height / zoom)): FittedChart {
  const width = Math.floor(room.width / zoom)
  const picture = drawings[kind](data, { width, height, theme: 'light' })
  return { option: picture.option, width, height: picture.height, zoom, data }
}

/** As high as there is room for, but not much higher than it would be by itself. */
function drawNaturally(wanted: Wanted): FittedChart {
  const { kind, data, room, zoom } = wanted
  const natural = chartKinds[kind].heightOf(data, { width: Math.floor(room.width / zoom) })
  return drawAt(wanted, Math.floor(Math.min(room.height / zoom, natural * mostStretch)))
}

/** The nation and the regions that have the most. */
function withMost(data: ChartData, most: number): ChartData {
  const ranked = rowsOf(data).filter(({ series }) => series.region.kind !== 'nation')
  const kept = new Set(ranked.slice(0, most).map(({ series }) => series.region.code))
  const isKept = ({ region }: ChartData['series'][number]) =>
    region.kind === 'nation' || kept.has(region.code)
  return { ...data, series: data.series.filter(isKept) }
}
