import type { Language } from '#data/model/language.ts'
import { endYearOf, type Period } from '#data/model/period.ts'
import { listOf } from '#data/wording/list-text.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartData, ChartWords } from '../chart-kind.ts'
import { breakClause, breaksIn } from '../points/breaks.ts'
import { endsOf, isYearly, type Matrix, numbersIn } from '../points/matrix.ts'
import { type Row, whenOf } from '../points/ranked.ts'
import { footOf } from './foot.ts'
import { numberLabels } from './number-labels.ts'
import { oddityReason } from './oddity-words.ts'
import { compilationsIn, sentence, subjectsOf, subtitleOf, withCompilation } from './words.ts'

/** The words of regions over several periods. */
export function describeMatrix(data: ChartData, matrix: Matrix, hints: readonly string[] = []): ChartWords {
  const { language, series } = data
  const numbers = numbersIn(matrix)
  const subject = subjectsOf(series, language)
  return {
    title: language === 'zh' ? `各地区${subject}` : `${subject} by region`,
    subtitle: subtitleOf([
      spanText(data, matrix),
      ...compilationsIn(series, language),
      numberLabels(numbers, language, 'narrow').unit,
      ...hints,
    ]),
    foot: footOf(withoutNation(data), numbers),
    sentence: sentenceOf(data, matrix),
  }
}

const withoutNation = (data: ChartData): ChartData => ({
  ...data,
  series: data.series.filter(({ region }) => region.kind !== 'nation'),
})

/** `2018—2024年`, `2022—2024年各年1—5月`, or the first and the last period. */
function spanText(data: ChartData, matrix: Matrix): string {
  const { language } = data
  const [first, last = first] = endsOf(matrix)
  if (!first || !last) return ''
  if (first === last || !isYearly(matrix)) {
    const ends = [...new Set([whenOf(data, first), whenOf(data, last)])]
    return ends.join(language === 'zh' ? '至' : ' to ')
  }
  const [from, to] = [endYearOf(first), endYearOf(last)]
  const months = whenOf(data, last).replace(`${to}年`, '').replace(` ${to}`, '')
  const isWhole = months === '' || months === String(to)
  if (language === 'zh') return isWhole ? `${from}—${to}年` : `${from}—${to}年各年${months}`
  return isWhole ? `${from}–${to}` : `${from}–${to}, ${months}`
}

/** What stands over the column of a period: its year where that says it. */
export const columnText = (period: Period, matrix: Matrix, language: Language) =>
  isYearly(matrix) ? String(endYearOf(period)) : formatPeriod(period, language)

/** The first three of the last period, and how many rose since the first; over a change of 口径 that there is one instead. */
function sentenceOf(data: ChartData, matrix: Matrix): string {
  const { language, series } = data
  const { lines, periods } = matrix
  const last = periods.at(-1)
  if (!last) return ''
  const rows = lines.flatMap(({ cells }) => cells.at(-1) ?? [])
  const labels = numberLabels(rows, language, 'wide')
  const say = (row: Row) => {
    const said = [labels.say(row), oddityReason(row.point, language)].filter(Boolean)
    return language === 'zh'
      ? `${row.series.region.name.zh}（${said.join('，')}）`
      : `${row.series.region.name.en} (${said.join(', ')})`
  }
  const highest = listOf(rows.slice(0, 3).map(say), language)
  const complete = lines.filter(({ cells }) => cells[0] && cells.at(-1))
  const rose = complete.filter(
    ({ cells }) => (cells.at(-1)?.point.value ?? 0) > (cells[0]?.point.value ?? 0),
  ).length
  const what = subjectsOf(series.map(withCompilation), language)
  const when = whenOf(data, last)
  const first = periods[0] && formatPeriod(periods[0], language)
  const breaks = breakClause(breaksOf(matrix), language)
  const since = complete.length === 0 || periods.length < 2 || breaks !== ''
  const caution = sentence(breaks, language)
  if (language === 'zh') {
    const change = since ? '' : `；与${first}相比，${complete.length}个地区中${rose}个上升`
    return sentence(`${when}，${what}居前的是${highest}${change}`, language) + caution
  }
  const change = since ? '' : `; ${rose} of ${complete.length} regions are above ${first}`
  return sentence(`${what}, ${when}, highest: ${highest}${change}`, language).concat(caution).trim()
}

/** The changes of 口径 between the columns; re-set bases leave levels as they are. */
const breaksOf = ({ lines }: Matrix) =>
  breaksIn(
    lines.map(({ series, cells }) => ({ ...series, points: cells.flatMap((cell) => cell?.point ?? []) })),
  ).filter(({ isRebase }) => !isRebase)
