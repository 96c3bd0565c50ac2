import type { Language } from '#data/model/language.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartData, ChartWords } from '../chart-kind.ts'
import { breakClause, breakLine } from '../points/breaks.ts'
import { type Compared, compare, directionOf, isLogarithmic, type Pair } from '../points/region-pairs.ts'
import { footOf } from './foot.ts'
import { numberLabels } from './number-labels.ts'
import { printedText } from './value-text.ts'
import { compilationsIn, sentence, subjectsOf, subtitleOf, withCompilation } from './words.ts'

/** The words of two periods across regions. */
export function describeSlope(data: ChartData): ChartWords {
  const { language } = data
  const subject = subjectsOf(data.series, language)
  const title = language === 'zh' ? `各地区${subject}` : `${subject} by region`
  const compared = compare(data)
  if (!compared) return { title, subtitle: '', foot: [], sentence: '' }
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
    foot: [
      ...(isLogarithmic(pairs) ? [logarithmic[language]] : []),
      ...breakLines(pairs, language),
      ...footOf(data, rows),
    ].filter(isFirst),
    sentence: sentenceOf(data, compared),
  }
}

/** How many rose and fell, and the largest change from which to which printed number. */
function sentenceOf({ series, language }: ChartData, { periods, pairs }: Compared): string {
  const [first, second] = periods.map((period) => formatPeriod(period, language))
  const what = subjectsOf(series.map(withCompilation), language)
  const clauses = [changesClause(pairs, language), notComparedClause(pairs, language)].filter(Boolean)
  return language === 'zh'
    ? sentence(`${second}与${first}相比，${what}${clauses.join('；')}`, language)
    : sentence(`${what}, ${second} against ${first}: ${clauses.join('; ')}`, language).trim()
}

/** How many rose and fell and which changed most, of those that compare. */
function changesClause(all: readonly Pair[], language: Language): string {
  const pairs = all.filter(({ breaks }) => breaks.length === 0)
  const [up, down] = [1, -1].map((sign) => pairs.filter((pair) => directionOf(pair) === sign).length)
  const changeOf = ({ from, to }: Pair) => Math.abs(to.point.value - from.point.value)
  const [most] = pairs.toSorted((a, b) => changeOf(b) - changeOf(a))
  if (!most && all.length > 0) return ''
  const values = most
    ? [most.from, most.to].map(({ series: each, point }) => printedText(point, each, language))
    : []
  const who = most?.to.series.region.name[language] ?? ''
  if (language === 'zh') {
    const largest = most ? `；变动最大的是${who}，由${values[0]}变为${values[1]}` : ''
    return `有${up}个地区上升、${down}个地区下降${largest}`
  }
  const largest = most ? `; the largest change is ${who}, from ${values[0]} to ${values[1]}` : ''
  return `${up} regions rose and ${down} fell${largest}`
}

/** Of which nothing is said, since 口径 changed between the two. */
function notComparedClause(pairs: readonly Pair[], language: Language): string {
  const apart = pairs.filter(({ breaks }) => breaks.length > 0)
  const clause = breakClause(distinct(apart), language)
  if (apart.length === pairs.length) return clause
  const names = apart.map(({ to }) => to.series.region.name[language])
  if (names.length === 0) return ''
  return language === 'zh' ? `${names.join('、')}${clause}` : `${names.join(', ')}: ${clause}`
}

const distinct = (pairs: readonly Pair[]) => [
  ...new Map(pairs.flatMap(({ breaks }) => breaks).map((each) => [breakLine(each, 'zh'), each])).values(),
]

/** What changed between the two, and that the dotted lines are of it. */
const breakLines = (pairs: readonly Pair[], language: Language): string[] => {
  const breaks = distinct(pairs)
  return breaks.length === 0
    ? []
    : [notCompared[language], ...breaks.map((each) => breakLine(each, language))]
}

const isFirst = (line: string, at: number, lines: readonly string[]) => lines.indexOf(line) === at

const notCompared = {
  zh: '点线跨口径调整，前后不可直接相比，不标升降',
  en: 'Dotted lines cross a break in series: the two do not compare directly, and no rise or fall is marked',
}

const logarithmic = {
  zh: '纵轴为对数刻度，线的斜度表示相对变化',
  en: 'Logarithmic scale: the steepness of a line is its relative change',
}
