import { compilations } from '#data/model/compilation.ts'
import type { Language } from '#data/model/language.ts'
import type { Measure } from '#data/model/measure.ts'
import { comparePeriods, type Period } from '#data/model/period.ts'
import { sayBasis } from '#data/wording/basis-names.ts'
import { derivedWord, transformNames } from '#data/wording/derived-names.ts'
import { listOf } from '#data/wording/list-text.ts'
import { measureOf } from '#data/wording/measure-names.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartData, ChartPoint, ChartSeries } from '../chart-kind.ts'
import { oddityAside } from './oddity-words.ts'
import { printedText, saidText, scaleOf, withoutSign } from './value-text.ts'

const unique = (words: readonly string[]) => [...new Set(words)]

type Said = Pick<ChartSeries, 'indicator' | 'measure' | 'of' | 'transform'>

/** What a series counts, without region, basis and unit: `软件业务收入同比增长`. */
export function subjectOf(said: Said, language: Language): string {
  return nameWith(said, said.indicator.name[language], language)
}

function nameWith({ measure, of, transform = 'none' }: Said, name: string, language: Language): string {
  const write = transform === 'none' ? measureOf[measure] : transformNames[transform]
  return write(name, of?.[language])[language]
}

/** What several series count: their indicators under one measure, or their subjects; beyond three a number. */
export function subjectsOf(series: readonly ChartSeries[], language: Language): string {
  const [first] = series
  if (!first) return ''
  const said = unique(series.map(({ measure, of }) => `${measure}|${of?.[language] ?? ''}`))
  if (said.length > 1)
    return several(
      series.map((each) => subjectOf(each, language)),
      language,
    )
  const names = several(
    series.map(({ indicator }) => indicator.name[language]),
    language,
  )
  return nameWith(first, names, language)
}

function several(words: readonly string[], language: Language): string {
  const distinct = unique(words)
  if (distinct.length <= 3) return listOf(distinct, language)
  const first = distinct.slice(0, 2)
  return language === 'zh'
    ? `${first.join('、')}等${distinct.length}项`
    : `${first.join(', ')} and ${distinct.length - 2} more`
}

/** The regions of the series by name while they are few, else their number. */
export function regionsOf(series: readonly ChartSeries[], language: Language): string {
  const names = unique(series.map(({ region }) => region.name[language]))
  if (names.length <= 4) return listOf(names, language)
  return language === 'zh' ? `${names.length}个地区` : `${names.length} regions`
}

/** The compilation where those of the indicator differ. */
export const compilationsIn = (series: readonly ChartSeries[], language: Language) =>
  unique(series.flatMap(({ compilation }) => (compilation ? compilations[compilation].name[language] : [])))

/** A series whose indicator is named with its compilation, `软件业务收入（年报）`, where those of the indicator differ: a sentence stands without a subtitle. */
export function withCompilation(series: ChartSeries): ChartSeries {
  const { indicator, compilation } = series
  if (!compilation) return series
  const { zh, en } = compilations[compilation].name
  const name = { zh: `${indicator.name.zh}（${zh}）`, en: `${indicator.name.en} (${en.toLowerCase()})` }
  return { ...series, indicator: { ...indicator, name } }
}

/** The basis and compilation, and what changes are measured against where it is not the year before. */
export function basisOf(series: readonly ChartSeries[], language: Language): string {
  const against = unique(series.flatMap(({ comparedTo }) => comparedTo?.[language] ?? []))
  const names = unique(series.map(({ basis }) => sayBasis(basis, language))).join(' / ')
  const bases = subtitleOf([names, ...compilationsIn(series, language)])
  if (against.length === 0) return bases
  return subtitleOf([
    bases,
    language === 'zh' ? `与${listOf(against, 'zh')}相比` : `against ${listOf(against, 'en')}`,
  ])
}

/** `推算` where numbers are derived. */
export const derivedIn = (series: readonly ChartSeries[], language: Language) =>
  series.some(({ points }) => points.some(({ derived }) => derived)) ? derivedWord[language] : ''

/** `全国 · 期末 · 亿户`: parts that are empty are left out. */
export const subtitleOf = (parts: readonly string[]) => parts.filter((part) => part !== '').join(' · ')

/** The unit of the axis of these series; of an index what is 100: `2020年=100`. */
export function axisUnit({ series, language }: ChartData): string {
  const [first] = series
  const base = first && baseOf(first, language)
  if (!base) return scaleOf(series, language).label
  return language === 'zh' ? `${base}=100` : `${base} = 100`
}

/** What an index is measured against: `2020年12月末`, `2020年同期`; empty for other series. */
export function baseOf({ indexBase, basis }: ChartSeries, language: Language): string {
  if (!indexBase) return ''
  const name = formatPeriod(indexBase, language)
  if (basis !== 'cumulative') return name
  return language === 'zh' ? `${name}同期` : `same months of ${name}`
}

/** One number as a sentence without its stop: `2026年1—7月，全国软件业务收入89,785亿元`. */
export function stateOf(series: ChartSeries, point: ChartPoint, language: Language): string {
  const where = series.region.name[language]
  const when = formatPeriod(point.period, language)
  const predicate = point.derived ? derivedPredicate : predicates[series.measure]
  const said = predicate(withCompilation(series), point, language)
  const what = said + oddityAside(point, language)
  return language === 'zh' ? `${when}，${where}${what}` : `${what} in ${where}, ${when}`
}

type Predicate = (series: ChartSeries, point: ChartPoint, language: Language) => string

const derivedPredicate: Predicate = (series, point, language) => {
  const value = saidText(point, series, language)
  const name = subjectOf(series, language)
  return language === 'zh' ? `${name}为${value}` : `${name} stood at ${value}`
}

const predicates: Readonly<Record<Measure, Predicate>> = {
  level: (series, point, language) => {
    const value = printedText(point, series, language)
    const name = series.indicator.name[language]
    return language === 'zh' ? name + (/^\d/.test(value) ? '为' : '') + value : `${name} stood at ${value}`
  },
  yoy_pct: change({ zh: ['同比增长', '同比下降'], en: ['grew', 'fell'] }, 'year on year'),
  mom_pct: change({ zh: ['环比增长', '环比下降'], en: ['grew', 'fell'] }, 'on the period before'),
  share_pct: (series, point, language) => {
    const value = printedText(point, series, language)
    return language === 'zh'
      ? `${subjectOf(series, 'zh')}为${value}`
      : `${subjectOf(series, 'en')} stood at ${value}`
  },
  share_change_pp: change({ zh: ['占比提高', '占比回落'], en: ['gained share by', 'lost share by'] }),
  growth_change_pp: change({ zh: ['增速提高', '增速回落'], en: ['sped up by', 'slowed by'] }),
  contribution_pp: change({ zh: ['拉动增长', '向下拉动'], en: ['added to growth', 'took from growth'] }),
  net_add: change({ zh: ['净增', '净减'], en: ['grew by a net', 'shrank by a net'] }),
  level_change: change(
    { zh: ['比上年末提高', '比上年末下降'], en: ['rose by', 'fell by'] },
    'since the end of last year',
  ),
}

function change(verbs: Readonly<Record<Language, readonly [string, string]>>, ending = ''): Predicate {
  return (series, point, language) => {
    const verb = verbs[language][point.value < 0 ? 1 : 0]
    const value = printedText(withoutSign(point), series, language)
    const name = series.indicator.name[language]
    if (language === 'zh') return `${name}${verb}${value}`
    return `${name} ${verb} ${value}${ending === '' ? '' : ` ${ending}`}`
  }
}

/** Ends a sentence: `。` or `.`. */
export const sentence = (text: string, language: Language) =>
  text === '' ? '' : text + (language === 'zh' ? '。' : '. ')

/** A period and what is said to be so, joined: `2023年、2024年`, with 等 when there are more than four. */
export function periodsText(periods: readonly Period[], language: Language): string {
  const names = unique(periods.toSorted(comparePeriods).map((period) => formatPeriod(period, language)))
  if (names.length <= 4) return listOf(names, language)
  const shown = names.slice(-3)
  return language === 'zh'
    ? `${shown.join('、')}等${names.length}期`
    : `${shown.join(', ')} and ${names.length - 3} more`
}
