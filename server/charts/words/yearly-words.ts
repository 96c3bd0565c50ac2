import type { Language } from '#data/model/language.ts'
import { endMonthOf } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartData, ChartSeries, ChartWords } from '../chart-kind.ts'
import { breakClause, breaksIn } from '../points/breaks.ts'
import { onLatestBase } from '../points/one-base.ts'
import { leftOutLine, oneBaseText } from './base-words.ts'
import { everyPoint, footOf } from './foot.ts'
import { saidText } from './value-text.ts'
import { axisUnit, basisOf, derivedIn, sentence, stateOf, subjectOf, subtitleOf } from './words.ts'

/** The words of a series year by year. */
export function describeYearly(data: ChartData): ChartWords {
  const { language } = data
  const { series: drawn, left } = onLatestBase(data.series.slice(0, 1))
  const [series] = drawn
  if (!series) return { title: '', subtitle: '', foot: [], sentence: '' }
  const subject = subjectOf(series, language)
  const shown = { ...data, series: drawn }
  return {
    title: language === 'zh' ? `${subject}：逐年对照` : `${subject}, year by year`,
    subtitle: subtitleOf([
      series.region.name[language],
      basisOf([series], language),
      derivedIn([series], language),
      oneBaseText(drawn, left, language),
      axisUnit(shown),
    ]),
    foot: [...leftOutLine(drawn, left, language), ...footOf(shown, everyPoint(shown))],
    sentence: sentenceOf(series, language),
  }
}

/** The latest number, and the same months of the years before. */
function sentenceOf(series: ChartSeries, language: Language): string {
  const last = series.points.at(-1)
  if (!last) return ''
  const before = series.points
    .filter(({ period }) => endMonthOf(period) === endMonthOf(last.period) && period !== last.period)
    .slice(-3)
    .toReversed()
    .map(
      (point) =>
        formatPeriod(point.period, language) +
        (language === 'zh' ? '为' : ': ') +
        saidText(point, series, language),
    )
  const earlier = before.join(language === 'zh' ? '，' : ', ')
  const breaks = breakClause(breaksIn([series]), language)
  return [stateOf(series, last, language), earlier, breaks]
    .map((part) => sentence(part, language))
    .join('')
    .trim()
}
