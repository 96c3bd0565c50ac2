import type { Language } from '#data/model/language.ts'
import type { ChartData, ChartKind, ChartSeries, ChartWords, Size } from '../chart-kind.ts'
import { rank, rowsOf } from '../points/ranked.ts'
import { tileColumns, tileLayout, tileRows } from '../points/tile-layout.ts'
import { isUncounted } from '../points/uncounted.ts'
import { footOf, missingLines } from '../words/foot.ts'
import { describeRanking, oldTilesLine } from '../words/ranking-words.ts'

/** The provinces as tiles of one size: what each has, and who has nothing. */
export const tiles: ChartKind = {
  id: 'tiles',
  fits: (series) => series.filter(isTile).filter(({ points }) => points.length > 0).length >= fewest,
  describe,
  heightOf: (_, size) => Math.max(size.height ?? 0, Math.ceil(tileSize(size).height * tileRows)),
}

/** A province has a tile. */
export const isTile = ({ region }: ChartSeries) => tileLayout.some(({ code }) => code === region.code)

/** Fewer would leave the grid all but empty: then a ranking says more. */
const fewest = 8

const diagram = { zh: '示意图，非地图', en: 'A diagram, not a map' }

/** The words of a ranking of provinces; every province without a number is named. */
function describe(full: ChartData): ChartWords {
  const data = { ...full, series: full.series.filter(isTile) }
  const { language } = data
  const rows = rowsOf(data)
  const words = describeRanking(data)
  const present = new Set(rows.map(({ series }) => series.region.code))
  const absent = tileLayout.filter(({ code }) => !present.has(code))
  const missing = absent.filter(({ code }) => !isUncounted(code))
  const shown = { ...data, series: rows.map(({ series }) => series) }
  const ranked = rank(data)
  return {
    ...words,
    foot: [
      diagram[language],
      ...(ranked ? oldTilesLine(data, ranked) : []),
      ...missingLines(absent, language),
      ...footOf(shown, rows),
    ],
    sentence: words.sentence + missingSentence(missing.length, language),
  }
}

function missingSentence(count: number, language: Language): string {
  if (count === 0) return ''
  return language === 'zh' ? `${count}个省级地区无数据。` : ` ${count} provinces have no data.`
}

/** Tiles that fill the width up to a limit and keep room for two lines of text; flatter where the height asked for is small. */
export function tileSize(size: Size) {
  const width = Math.min(104, size.width / tileColumns)
  const most = size.height === undefined ? 68 : Math.max(34, Math.min(68, size.height / tileRows))
  const height = Math.min(most, width * (width < 60 ? 0.92 : 0.72))
  return { width: Math.min(width, height * 1.7), height }
}
