import type { Language } from '#data/model/language.ts'
import { endYearOf } from '#data/model/period.ts'
import { listOf } from '#data/wording/list-text.ts'
import type { ChartSeries, ShownNumber } from '../chart-kind.ts'

const yearsOf = (periods: readonly Parameters<typeof endYearOf>[0][], language: Language) =>
  listOf(
    [...new Set(periods.map(endYearOf))]
      .toSorted()
      .map((year) => (language === 'zh' ? `${year}年` : `${year}`)),
    language,
  )

/** `仅2022年，价格基期相同`; empty where nothing is left out. */
export function oneBaseText(
  drawn: readonly ChartSeries[],
  left: readonly ShownNumber[],
  language: Language,
): string {
  if (left.length === 0) return ''
  const years = yearsOf(
    drawn.flatMap(({ points }) => points.map(({ period }) => period)),
    language,
  )
  return language === 'zh' ? `仅${years}，价格基期相同` : `${years} only, on one price base`
}

/** Which years are not drawn, of which regions nothing is, and why. */
export function leftOutLine(
  drawn: readonly ChartSeries[],
  left: readonly ShownNumber[],
  language: Language,
): string[] {
  if (left.length === 0) return []
  const years = yearsOf(
    left.map(({ point }) => point.period),
    language,
  )
  const present = new Set(drawn.filter(({ points }) => points.length > 0).map(({ region }) => region.code))
  const names = [...new Set(left.map(({ series }) => series.region))]
    .filter(({ code }) => !present.has(code))
    .map(({ name }) => name[language])
  if (language === 'zh') {
    const all = names.length > 0 ? `；${listOf(names, 'zh')}因此全部未画` : ''
    return [`未画出${years}：价格基期不同，绝对数不可相比，增速以公布的同比为准；各年数值见数据表${all}`]
  }
  const all = names.length > 0 ? `; so nothing of ${listOf(names, 'en')} is` : ''
  return [
    `Not drawn: ${years}. Price bases differ and levels do not compare: use published growth; the table has every year${all}`,
  ]
}
