import type { Period } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartData, ChartKind, ChartWords, Size } from '../chart-kind.ts'
import { isYearly, type Matrix, numbersIn, wholeMatrix } from '../points/matrix.ts'
import { widthOf } from '../typography.ts'
import { footOf } from '../words/foot.ts'
import { sentence, subjectsOf } from '../words/words.ts'

/** Which regions have a number at which period, as dots, with how many have above: to be seen before one is chosen. */
export const coverage: ChartKind = {
  id: 'coverage',
  fits: (series) => numbersIn(wholeMatrix({ series, sources: [], language: 'zh' })).length > 0,
  describe,
  heightOf: (data, size) => layoutOf(data, size).height,
}

function describe(data: ChartData): ChartWords {
  const { language, series } = data
  const matrix = wholeMatrix(data)
  const counts = countsOf(matrix)
  const subject = subjectsOf(series, language)
  const say = (period: Period) => formatPeriod(period, language)
  const parts = matrix.periods.map((period, at) =>
    language === 'zh' ? `${say(period)}${counts[at]}个` : `${counts[at]} at ${say(period)}`,
  )
  const listed = parts.slice(-6).join(language === 'zh' ? '、' : ', ')
  return {
    title: language === 'zh' ? `哪些地区有${subject}的数字` : `Which regions have numbers: ${subject}`,
    subtitle:
      language === 'zh'
        ? '一点为一个数字，上方为有数字的地区数'
        : 'A dot is a number; above, how many regions have one',
    foot: footOf(data, numbersIn(matrix)),
    sentence: sentence(
      language === 'zh' ? `有${subject}的地区：${listed}` : `Regions with ${subject}: ${listed}`,
      language,
    ).trim(),
  }
}

/** How many regions have a number, by period. */
export const countsOf = ({ lines, periods }: Matrix) =>
  periods.map((_, at) => lines.filter(({ cells }) => cells[at]).length)

export const fontSize = 12
export const rowHeight = 16
/** Years, months where the years do not say it, and counts. */
export const topOf = (matrix: Matrix) => (isYearly(matrix) ? 36 : 52)

/** What has room, and where: names before rows of dots. In pixels. */
export function layoutOf(data: ChartData, size: Size) {
  const whole = wholeMatrix(data)
  const names = whole.lines.map(({ series }) => series.region.name[data.language])
  const left = Math.ceil(Math.max(0, ...names.map((name) => widthOf(name, fontSize)))) + 8
  const matrix = newest(whole, Math.floor((size.width - left) / 18))
  const top = topOf(matrix)
  return { matrix, left, top, height: Math.max(size.height ?? 0, top + rowHeight * matrix.lines.length + 4) }
}

/** The latest periods, as many as have room. */
const newest = ({ lines, periods }: Matrix, room: number): Matrix => ({
  periods: periods.slice(-room),
  lines: lines.map((line) => ({ ...line, cells: line.cells.slice(-room) })),
})
