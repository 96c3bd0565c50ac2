import { groupBy } from '#data/model/group-by.ts'
import type { Language } from '#data/model/language.ts'
import { printPeriod } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartDerivation, ChartParent, ChartPoint, ChartSeries, TipParent } from '../chart-kind.ts'
import { printedText } from './value-text.ts'
import { subjectOf } from './words.ts'

/** More provinces than these in one period are a sum: said as one, since nobody reads thirty. */
const mostApart = 3

/** Names beyond these are counted. */
const mostNamed = 3

/**
 * What a number is made of, nothing left out: printed numbers (`2023年1—10月 98,191亿元`), a sum of provinces as one
 * (`2018年 30个省份之和（缺西藏）`), and how many more there are that are not known.
 */
export function parentsOf(series: ChartSeries, { derived }: ChartPoint, language: Language): TipParent[] {
  if (!derived) return []
  const groups = groupBy(
    derived.parents,
    ({ indicator, measure, point }) => `${indicator.code}|${measure}|${printPeriod(point.period)}`,
  )
  const known = [...groups.values()].flatMap((group) => partsOf(series, derived, group, language))
  const unknown = derived.unknownParents ?? 0
  return unknown === 0 ? known : [...known, { text: unknownText(unknown, language), source: '' }]
}

/** Parents of one indicator and period: each by itself, or the provinces as one beside the series' own number. */
function partsOf(
  series: ChartSeries,
  derived: ChartDerivation,
  group: readonly ChartParent[],
  language: Language,
): TipParent[] {
  const alone = (parent: ChartParent) => ({
    text: parentText(series, parent, language),
    source: parent.point.source,
  })
  const provinces = group.filter(({ region }) => region.kind === 'province')
  const [first] = provinces
  if (!first || provinces.length <= mostApart) return group.map(alone)
  const others = group.filter(
    ({ region }) => region.kind !== 'province' || region.code === series.region.code,
  )
  const summed = {
    indicator: first.indicator.code,
    compilation: series.compilation ?? '',
    basis: series.transform === 'decumulate' ? 'cumulative' : series.basis,
    period: printPeriod(first.point.period),
  } as const
  return [...others.map(alone), { text: sumText(series, derived, provinces, language), source: '', summed }]
}

function sumText(
  series: ChartSeries,
  { missing = [] }: ChartDerivation,
  provinces: readonly ChartParent[],
  language: Language,
): string {
  const present = new Set(provinces.map(({ region }) => region.name.zh))
  const lacking = missing.filter(({ zh }) => !present.has(zh)).map((name) => name[language])
  const count = provinces.length
  const [first] = provinces
  const zh = language === 'zh'
  const without = lacking.length === 0 ? '' : lackingText(lacking, language)
  return [
    first && formatPeriod(first.point.period, language),
    first && nameBeside(series, first, language),
    (zh ? `${count}个省份之和` : `sum of ${count} provinces`) + without,
  ]
    .filter(Boolean)
    .join(' ')
}

function lackingText(names: readonly string[], language: Language): string {
  const few = names.slice(0, mostNamed)
  const isMore = names.length > few.length
  if (language === 'zh') return `（缺${few.join('、')}${isMore ? `等${names.length}个` : ''}）`
  return ` (without ${few.join(', ')}${isMore ? ` and ${names.length - few.length} more` : ''})`
}

const unknownText = (count: number, language: Language) =>
  language === 'zh' ? `另有${count}个公布值未能列出` : `${count} more published figures, not listed here`

function parentText(series: ChartSeries, parent: ChartParent, language: Language): string {
  const { region, point } = parent
  const where = region.code === series.region.code ? '' : region.name[language]
  const name = [where, nameBeside(series, parent, language)]
    .filter((word) => word !== '')
    .join(language === 'zh' ? '' : ', ')
  return [formatPeriod(point.period, language), name, printedText(point, parent, language)]
    .filter((word) => word !== '')
    .join(' ')
}

/** What a parent counts, where it is not what the series counts. */
const nameBeside = (series: ChartSeries, { indicator, measure }: ChartParent, language: Language) =>
  indicator.code === series.indicator.code && measure === 'level'
    ? ''
    : subjectOf({ indicator, measure }, language)
