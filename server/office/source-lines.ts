import type { Language } from '#data/model/language.ts'
import { monthName } from '#data/wording/month-names.ts'
import { type ChartData, issuersText } from '#server/charts/index.ts'
import { dayInBeijing } from '#server/queries/read-versions.ts'
import type { OfficeAbout, OfficeChart } from './office-chart.ts'

const mostSources = 20

/** The documents that the numbers of a chart stand in, the latest first, one a line. */
export function documentLines({ series, sources, language }: ChartData): string[] {
  const used = new Set(
    series.flatMap(({ points }) =>
      points.flatMap(({ source, derived }) => [
        source,
        ...(derived?.parents.map(({ point }) => point.source) ?? []),
      ]),
    ),
  )
  const all = sources
    .filter(({ id }) => used.has(id))
    .toSorted((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : 0))
  const lines = all.slice(0, mostSources).map((source) => {
    const issuers = issuersText(source, language)
    const title = language === 'zh' ? `${issuers}《${source.title}》` : `${issuers}, “${source.title}”`
    return [title, source.published].filter(Boolean).join(language === 'zh' ? '，' : ', ')
  })
  const more = all.length - lines.length
  if (more === 0) return lines
  return [...lines, language === 'zh' ? `另有${more}份文件` : `and ${more} more documents`]
}

const addressWords: Readonly<Record<Language, string>> = { zh: '网址：', en: 'Address: ' }

/** Where a chart is found. */
export const addressLines = ({ address, data: { language } }: OfficeChart): string[] =>
  address ? [addressWords[language] + address] : []

/** Of when the data of a file are, as a reader says it: the id of the version is for its properties. */
export function versionLine({ date }: Pick<OfficeAbout, 'date'>, language: Language): string {
  const [year = 0, month = 1, day = 1] = dayInBeijing(date).split('-').map(Number)
  return language === 'zh'
    ? `数据版本：有据${year}年${month}月${day}日发布`
    : `Data version: published by Youju on ${day} ${monthName(month, 'en')} ${year}`
}
