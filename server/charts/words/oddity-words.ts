import { groupBy } from '#data/model/group-by.ts'
import type { Language, Text } from '#data/model/language.ts'
import { comparePeriods } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartPoint, ChartSeries, ShownNumber } from '../chart-kind.ts'
import { intervalText, type Measured } from './value-text.ts'

/** What stands beside a figure that is printed so and leaves its own course. */
export const odditySign = '※'

/** The sign behind a number's label; nothing on a figure that keeps to its course. */
export const withOddity = (text: string, { oddity }: Partial<Pick<ChartPoint, 'oddity'>>) =>
  oddity ? text + odditySign : text

/** Why a figure is marked, with where it would lie. */
export const offCourse = (range: string): Text => ({
  zh: `偏离走势，来源如此：按前期数值和各省走势约为${range}`,
  en: `Off its course, printed so: ${range} had it moved as the other provinces did`,
})

/** Why a number is marked that is made of a marked one. */
export const madeOfOdd: Text = { zh: '由偏离走势的数字算出', en: 'Made of a figure off its course' }

/** Why a number of a chart is marked; empty for one that keeps to its course. */
export function oddityText(series: Measured, point: ChartPoint, language: Language): string {
  if (!point.oddity) return ''
  if (point.derived) return madeOfOdd[language]
  return offCourse(intervalText({ ...point, ...point.oddity, derived: null }, series, language))[language]
}

/** What of a number tells why it is marked. */
interface Marked {
  readonly oddity?: object | null | undefined
  readonly derived: object | null
}

const printedSo: Text = { zh: '偏离走势，来源如此', en: 'Off the course, printed so' }

/** Behind an odd number in a sentence: why it is odd, in brackets; nothing behind one that keeps to its course. */
export function oddityAside(point: ChartPoint, language: Language): string {
  const reason = oddityReason(point, language)
  if (reason === '') return ''
  return language === 'zh' ? `（${reason}）` : ` (${reason.toLowerCase()})`
}

/** `偏离走势，来源如此`, or that it is made of such a figure; empty for a number that keeps to its course. */
export function oddityReason({ oddity, derived }: Marked, language: Language): string {
  if (!oddity) return ''
  return (derived ? madeOfOdd : printedSo)[language]
}

/**
 * `※ 偏离走势，来源如此：河北2020年、陕西2024年`: which figures bear the sign, the latest first, and that it is no
 * misprint of ours; apart from them which are made of such figures.
 * @param what names the numbers where they are not those of the title.
 */
export function oddityLine(shown: readonly ShownNumber[], language: Language, what?: Text): string[] {
  const odd = shown
    .filter(({ point }) => point.oddity)
    .toSorted((a, b) => comparePeriods(b.point.period, a.point.period))
  const reasons = [...groupBy(odd, ({ point }) => oddityReason(point, language))]
  return reasons.map(
    ([reason, own]) =>
      `${odditySign} ${what?.[language] ?? ''}${reason}${language === 'zh' ? '：' : ': '}${namesOf(own, language)}`,
  )
}

function namesOf(odd: readonly ShownNumber[], language: Language): string {
  const zh = language === 'zh'
  const names = odd
    .slice(0, mostNamed)
    .map(({ series, point }) => nameOf(series, point, language))
    .join(zh ? '、' : ', ')
  if (odd.length <= mostNamed) return names
  return names + (zh ? `等${odd.length}处` : ` and ${odd.length - mostNamed} more`)
}

const mostNamed = 6

const nameOf = ({ region }: ChartSeries, { period }: ChartPoint, language: Language) =>
  region.name[language] + (language === 'zh' ? '' : ' ') + formatPeriod(period, language)
