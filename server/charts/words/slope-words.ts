import { formatPeriod, type Period } from '#data/model/period.ts'
import type { ChartData, ChartTable, ChartWords } from '../chart-kind.ts'
import { type Row, rowsAt } from '../points/ranked.ts'
import { type Compared, compare, directionOf, isLogarithmic, type Pair } from '../points/region-pairs.ts'
import { footOf } from './foot.ts'
import { numberLabels } from './number-labels.ts'
import { cellOf } from './time-table.ts'
import { printedText } from './value-text.ts'
import { compilationsIn, sentence, subjectsOf, subtitleOf, withCompilation } from './words.ts'

/** The words of two periods across regions. */
export function describeSlope(data: ChartData): ChartWords {
  const { language } = data
  const subject = subjectsOf(data.series, language)
  const title = language === 'zh' ? `各地区${subject}` : `${subject} by region`
  const compared = compare(data)
  if (!compared) return { title, subtitle: '', foot: [], sentence: '', table: { columns: [], rows: [] } }
  const { periods, pairs } = compared
  const rows = pairs.flatMap(({ from, to }) => [from, to])
  const [first, second] = periods.map((period) => formatPeriod(period, language))
  return {
    title,
    subtitle: subtitleOf([
      language === 'zh' ? `${first}与${second}` : `${first} and ${second}`,
      ...compilationsIn(data.series, language),
      numberLabels(rows, language, 'wide').unit,
    ]),
    foot: [...(isLogarithmic(pairs) ? [logarithmic[language]] : []), ...footOf(data, rows)],
    sentence: sentenceOf(data, compared),
    table: tableOf(data, compared),
  }
}

/** How many rose and fell, and the largest change from which to which printed number. */
function sentenceOf({ series, language }: ChartData, { periods, pairs }: Compared): string {
  const [first, second] = periods.map((period) => formatPeriod(period, language))
  const [up, down] = [1, -1].map((sign) => pairs.filter((pair) => directionOf(pair) === sign).length)
  const changeOf = ({ from, to }: Pair) => Math.abs(to.point.value - from.point.value)
  const [most] = pairs.toSorted((a, b) => changeOf(b) - changeOf(a))
  const what = subjectsOf(series.map(withCompilation), language)
  const values = most
    ? [most.from, most.to].map(({ series: each, point }) => printedText(point, each, language))
    : []
  const who = most?.to.series.region.name[language] ?? ''
  if (language === 'zh') {
    const largest = most ? `；变动最大的是${who}，由${values[0]}变为${values[1]}` : ''
    return sentence(
      `${second}与${first}相比，${what}有${up}个地区上升、${down}个地区下降${largest}`,
      language,
    )
  }
  const largest = most ? `; the largest change is ${who}, from ${values[0]} to ${values[1]}` : ''
  return sentence(
    `${what}, ${second} against ${first}: ${up} regions rose and ${down} fell${largest}`,
    language,
  ).trim()
}

const headings = { zh: '地区', en: 'Region' }

function tableOf(data: ChartData, { periods, pairs }: Compared): ChartTable {
  const { language, series } = data
  const complete = new Set(pairs.map(({ to }) => to.series.region.code))
  const others = series.filter(({ region }) => !complete.has(region.code))
  const cell = (each: Row['series'], period: Period) => cellOf(data, each, rowsAt([each], period)[0]?.point)
  return {
    columns: [
      { label: headings[language], align: 'start' },
      ...periods.map((period) => ({ label: formatPeriod(period, language), align: 'end' as const })),
    ],
    rows: [...pairs.map(({ to }) => to.series), ...others].map((each) => [
      each.region.name[language],
      ...periods.map((period) => cell(each, period)),
    ]),
  }
}

const logarithmic = {
  zh: '纵轴为对数刻度，线的斜度表示相对变化',
  en: 'Logarithmic scale: the steepness of a line is its relative change',
}
