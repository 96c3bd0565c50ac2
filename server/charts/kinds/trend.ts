import type { Language } from '#data/model/language.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartData, ChartKind, ChartSeries, ChartWords, ShownNumber } from '../chart-kind.ts'
import { breakClause, breaksIn } from '../points/breaks.ts'
import { onLatestBase } from '../points/one-base.ts'
import { usualHeight } from '../typography.ts'
import { leftOutLine, oneBaseText } from '../words/base-words.ts'
import { everyPoint, footOf, ticksOnAxis } from '../words/foot.ts'
import { saidText, unitOf } from '../words/value-text.ts'
import {
  axisUnit,
  basisOf,
  derivedIn,
  regionsOf,
  sentence,
  stateOf,
  subjectsOf,
  subtitleOf,
} from '../words/words.ts'

/** Lines over real time; a cumulative series starts again each January, and a gap stays a gap. */
export const trend: ChartKind = {
  id: 'trend',
  fits: (series) =>
    withPoints(series).length > 0 && new Set(series.map((each) => unitOf(each).name.en)).size === 1,
  describe,
  heightOf: usualHeight,
}

/** Those that are drawn. */
export const withPoints = (series: readonly ChartSeries[]) => series.filter(({ points }) => points.length > 0)

function describe(data: ChartData): ChartWords {
  const { series, language } = data
  const { series: drawn, left } = onLatestBase(series)
  return {
    title: subjectsOf(series, language),
    subtitle: subtitleOf([
      regionsOf(withPoints(series).length > 0 ? withPoints(series) : series, language),
      basisOf(series, language),
      derivedIn(series, language),
      oneBaseText(drawn, left, language),
      axisUnit({ ...data, series: drawn }),
    ]),
    foot: [
      ...leftOutLine(drawn, left, language),
      ...footOf(
        { ...data, series: withoutLeft(drawn, left) },
        everyPoint({ ...data, series: drawn }),
        ticksOnAxis,
      ),
    ],
    sentence: sentencesOf({ ...data, series: drawn }),
  }
}

/** A region that has numbers, but only on another base, is not one without data. */
const withoutLeft = (drawn: readonly ChartSeries[], left: readonly ShownNumber[]) => {
  const regions = new Set(left.map(({ series }) => series.region.code))
  return drawn.filter(({ points, region }) => points.length > 0 || !regions.has(region.code))
}

/** The latest number of each line, up to five; of a single line also an earlier one to hold it against. */
function sentencesOf({ series, language }: ChartData): string {
  const shown = withPoints(series)
  const latest = shown
    .slice(0, 5)
    .flatMap((each) => each.points.slice(-1).map((point) => stateOf(each, point, language)))
  const now = sentence(latest.join(language === 'zh' ? '；' : '; '), language)
  const earlier = shown.length === 1 ? shown.flatMap((each) => earlierText(each, language)).join('') : ''
  const breaks = breakClause(breaksIn(shown), language)
  return (now + sentence(earlier, language) + sentence(breaks, language)).trim()
}

/** The same months of the nearest year before, or where a stock began. */
function earlierText(series: ChartSeries, language: Language): string {
  const last = series.points.at(-1)
  const before = series.points.slice(0, -1)
  const alike = before.findLast(({ period }) => (last?.period.end ?? 0) % 12 === period.end % 12)
  const point = alike ?? (series.basis === 'stock' ? before[0] : undefined)
  if (!point) return ''
  const [when, value] = [formatPeriod(point.period, language), saidText(point, series, language)]
  return language === 'zh'
    ? `${when}为${value}`
    : `It was ${value} at ${when}`.replace('at end', 'at the end').replace(/ at (?!the)/, ' in ')
}
