import type { Language } from '#data/model/language.ts'
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

const words: Readonly<Record<Language, { address: string; date: string; snapshot: string }>> = {
  zh: { address: '网址：', date: '数据日期：', snapshot: '数据版本：' },
  en: { address: 'Address: ', date: 'Data of: ', snapshot: 'Snapshot: ' },
}

/** Where a chart is found, and of which day and version its data are. */
export function originLines(
  { address, data: { language } }: OfficeChart,
  { date, snapshot }: OfficeAbout,
): string[] {
  const said = words[language]
  return [
    ...(address ? [said.address + address] : []),
    said.date + dayInBeijing(date),
    ...(snapshot ? [said.snapshot + snapshot] : []),
  ]
}
