import type { Language } from '#data/model/language.ts'
import { trusts } from '#data/model/trust.ts'
import { acrossBreak, derivedWord, methodWords } from '#data/wording/derived-names.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import { sayStatus } from '#data/wording/status-names.ts'
import type { ChartData, ChartPoint, ChartSeries, Mark } from '../chart-kind.ts'
import { breakLine, breaksAt } from '../points/breaks.ts'
import { nameIn, othersText } from '../words/name-words.ts'
import { oddityText } from '../words/oddity-words.ts'
import { parentsOf } from '../words/parent-words.ts'
import { carrierText, issuersText } from '../words/source-words.ts'
import { intervalText, printedText } from '../words/value-text.ts'

type Place = Pick<Mark, 'seriesIndex' | 'dataIndex' | 'at'>

const words = {
  zh: { comma: '，', colon: '：', interval: '区间', made: '由', against: '对比' },
  en: { comma: ', ', colon: ': ', interval: 'Interval', made: 'From', against: 'Against' },
}

/** Something in the picture that stands for a number. */
export function markOf(data: ChartData, series: ChartSeries, point: ChartPoint, place: Place): Mark {
  const { language } = data
  const { comma, made, colon } = words[language]
  const name = nameIn(data, series)
  const heading = formatPeriod(point.period, language)
  const value = printedText(point, series, language)
  const facts = factLines(series, point, language)
  const parents = parentsOf(series, point, language)
  const cautions = [
    ...(point.oddity ? [oddityText(series, point, language)] : []),
    ...breaksAt(series, point).map((each) => breakLine(each, language)),
  ]
  const others = point.others > 0 ? othersText(point.others, language) : ''
  const from = parents.length === 0 ? '' : made + colon + parents.map(({ text }) => text).join(comma)
  return {
    ...place,
    region: series.region.code,
    source: point.derived ? '' : point.source,
    shown: { series, point },
    text: [name, heading, value, ...facts, from, trusts[point.trust].name[language], ...cautions, others]
      .filter((word) => word !== '')
      .join(comma),
    tip: {
      heading,
      name,
      value,
      lines: [...facts, ...sourceLines(data, point), ...cautions],
      others,
      parents,
    },
  }
}

/** Status, interval, and of a derived number how it was made and whether over a change of 口径. */
function factLines(series: ChartSeries, point: ChartPoint, language: Language): string[] {
  const { colon, interval: heading, against } = words[language]
  const { derived } = point
  const interval = intervalText(point, series, language)
  return [
    derived ? derivedWord[language] + colon + methodWords[derived.method][language] : '',
    sayStatus(point.status, language),
    heading + colon + interval,
    derived?.against[language] ? against + colon + derived.against[language] : '',
    derived?.isAcrossBreak ? acrossBreak[language] : '',
  ].filter((line) => line !== '')
}

/** Who says so, where it was read, and how far it can be followed. */
function sourceLines({ sources, language }: ChartData, point: ChartPoint): string[] {
  const trust = trusts[point.trust].name[language]
  const source = point.derived ? undefined : sources.find(({ id }) => id === point.source)
  if (!source) return [trust]
  const issuers = issuersText(source, language)
  const document = language === 'zh' ? `${issuers}《${source.title}》` : `${issuers}, “${source.title}”`
  return [document, [carrierText(source, language), trust].filter((word) => word !== '').join(' · ')]
}
