import { groupBy } from '#data/model/group-by.ts'
import type { Language, Text } from '#data/model/language.ts'
import { comparePeriods, endYearOf } from '#data/model/period.ts'
import { countTrusts, trusts } from '#data/model/trust.ts'
import { acrossBreak, methodWords } from '#data/wording/derived-names.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import { sayStatus } from '#data/wording/status-names.ts'
import type { ChartData, ChartPoint, ChartRegion, ShownNumber } from '../chart-kind.ts'
import { type Break, breakLine, breaksIn, breakWord } from '../points/breaks.ts'
import { isUncounted } from '../points/uncounted.ts'
import { oddityLine } from './oddity-words.ts'
import { carrierText } from './source-words.ts'
import { baseOf, periodsText } from './words.ts'

/** Every number of the data: what a chart over time shows. */
export const everyPoint = ({ series }: ChartData): ShownNumber[] =>
  series.flatMap((each) => each.points.map((point) => ({ series: each, point })))

/** Said of re-set bases where they are marked on the axis. */
export const ticksOnAxis: Text = { zh: '轴上短线', en: 'ticks on the axis' }

/**
 * What to beware of, what is missing, and where the numbers come from: one line each.
 * @param mark how re-set bases are marked in the picture, if they are.
 */
export function footOf(data: ChartData, shown: readonly ShownNumber[], mark?: Text): string[] {
  const { language } = data
  return [
    ...leftOutLine(data, shown),
    ...statusLines(shown, language),
    ...derivedLines(data, shown),
    ...oddityLine(shown, language),
    ...breakLines(breaksShown(shown), language, mark),
    ...missingLine(data, shown),
    ...trustLine(shown, language),
    ...sourceLine(data, shown),
  ]
}

function statusLines(shown: readonly ShownNumber[], language: Language): string[] {
  return (['preliminary', 'expected', 'target'] as const).flatMap((status) => {
    const periods = shown.filter(({ point }) => point.status === status).map(({ point }) => point.period)
    if (periods.length === 0) return []
    const colon = language === 'zh' ? '：' : ': '
    return [`${sayStatus(status, language)}${colon}${periodsText(periods, language)}`]
  })
}

/** How the derived numbers were made, and which of them stand on two 口径. */
function derivedLines({ series, language }: ChartData, shown: readonly ShownNumber[]): string[] {
  const derived = shown.flatMap(({ point }) => (point.derived ? [{ point, derived: point.derived }] : []))
  if (derived.length === 0) return []
  const methods = [...new Set(derived.map((each) => methodWords[each.derived.method][language]))]
  const across = derived.filter((each) => each.derived.isAcrossBreak).map(({ point }) => point.period)
  const whole = series.flatMap(({ undivided = [] }) => undivided.map(({ period }) => period))
  const zh = language === 'zh'
  return [
    zh
      ? `推算：${methods.join('；')}。色浅，带区间，不是公布值`
      : `Derived: ${methods.join('; ')}. Paler, with its interval; not published figures`,
    ...missingInSums(
      derived.flatMap((each) => each.derived.missing ?? []),
      language,
    ),
    ...(across.length === 0
      ? []
      : [acrossBreak[language] + (zh ? '：' : ': ') + periodsText(across, language)]),
    ...(whole.length === 0
      ? []
      : [
          `${zh ? '只公布合计，不拆分：' : 'Published together, not divided: '}${periodsText(whole, language)}`,
        ]),
  ]
}

/** Regions that a sum of provinces lacks, and what that means for its interval. */
function missingInSums(missing: readonly Text[], language: Language): string[] {
  const names = [...new Set(missing.map((name) => name[language]))]
  if (names.length === 0) return []
  return [
    language === 'zh'
      ? `合计缺${names.join('、')}，区间已含其可能的数值`
      : `The sum lacks ${names.join(', ')}; its interval holds what they may add`,
  ]
}

/** Changes of 口径, and in one line the bases that were set anew. */
const breakLines = (breaks: readonly Break[], language: Language, mark: Text | undefined): string[] => [
  ...changeLines(
    breaks.filter(({ isRebase }) => !isRebase),
    language,
  ),
  ...rebaseLine(
    breaks.filter(({ isRebase }) => isRebase),
    language,
    mark,
  ),
]

/** `上年基数逐年重定（轴上短线，2020—2025年）：…`, with the reason most of them have. */
function rebaseLine(rebases: readonly Break[], language: Language, mark: Text | undefined): string[] {
  const years = rebases.map(({ between }) => endYearOf(between[1]))
  const [reason] = byFrequency(rebases.map((each) => each.reason[language]))
  if (reason === undefined) return []
  const zh = language === 'zh'
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const span = first === last ? `${first}` : zh ? `${first}—${last}` : `${first}–${last}`
  const aside = [mark?.[language] ?? '', zh ? `${span}年` : span].filter((part) => part !== '')
  const word = breakWord({ isRebase: true })[language]
  return [
    zh
      ? `${first === last ? word : '上年基数逐年重定'}（${aside.join('，')}）：${reason}`
      : `${first === last ? word : `${word} every year`} (${aside.join(', ')}): ${reason}`,
  ]
}

/** The reasons of a few changes of 口径; of many those of the latest, and when the others were. */
function changeLines(breaks: readonly Break[], language: Language): string[] {
  const [earlier, latest] = breaks.length <= 3 ? [[], breaks] : [breaks.slice(0, -2), breaks.slice(-2)]
  const lines = latest.map((each) => breakLine(each, language))
  if (earlier.length === 0) return lines
  const times = [...new Set(earlier.map(({ when }) => when[language]))]
  return [
    language === 'zh'
      ? `更早的口径调整：${times.join('、')}起，原因见数据表`
      : `Earlier breaks in series: from ${times.join(', ')}; the table gives the reasons`,
    ...lines,
  ]
}

const breaksShown = (shown: readonly ShownNumber[]) =>
  breaksIn(
    [...groupBy(shown, ({ series }) => series)].map(([series, own]) => ({
      ...series,
      points: own.map(({ point }) => point).toSorted((a, b) => comparePeriods(a.period, b.period)),
    })),
  )

/** Whom an index leaves out stands first: a line that is not there says nothing of itself. */
function leftOutLine({ series, language }: ChartData, shown: readonly ShownNumber[]): string[] {
  const present = new Set(shown.map((each) => each.series.region.code))
  const missing = series.filter(({ region, indexBase }) => indexBase && !present.has(region.code))
  const [first] = missing
  if (!first) return []
  const base = baseOf(first, language)
  const names = missing.map(({ region }) => region.name[language])
  return [
    language === 'zh'
      ? `${base}没有数，不能以它为基期，未列入（${names.length}）：${names.join('、')}`
      : `Left out, without a figure for the base, ${base} (${names.length}): ${names.join(', ')}`,
  ]
}

/** Who has no number; apart from them those whose statistics are kept apart. */
function missingLine({ series, language }: ChartData, shown: readonly ShownNumber[]): string[] {
  const present = new Set(shown.map((each) => each.series.region.code))
  const absent = series
    .filter(({ region, indexBase }) => !indexBase && !present.has(region.code))
    .map(({ region }) => region)
  return missingLines(absent, language)
}

/** `无数据（1）：西藏` and `未纳入统计：香港、澳门、台湾`. */
export function missingLines(absent: readonly Pick<ChartRegion, 'code' | 'name'>[], language: Language) {
  const namesOf = (regions: typeof absent) => regions.map(({ name }) => name[language])
  const missing = namesOf(absent.filter(({ code }) => !isUncounted(code)))
  const apart = namesOf(absent.filter(({ code }) => isUncounted(code)))
  return [
    ...(missing.length > 0 ? [missingText(missing, language)] : []),
    ...(apart.length > 0 ? [uncountedText(apart, language)] : []),
  ]
}

const uncountedText = (names: readonly string[], language: Language) =>
  language === 'zh' ? `未纳入统计：${names.join('、')}` : `Not in these statistics: ${names.join(', ')}`

/** `无数据（2）：西藏、青海`. */
function missingText(names: readonly string[], language: Language): string {
  return language === 'zh'
    ? `无数据（${names.length}）：${names.join('、')}`
    : `No data (${names.length}): ${names.join(', ')}`
}

/** How many of the numbers can be followed how far: `可追溯：有链接12个，仅有题名30个`. */
function trustLine(shown: readonly ShownNumber[], language: Language): string[] {
  const counts = countTrusts(shown.map(({ point }) => point.trust))
  if (counts.length === 0) return []
  const said = counts.map(({ trust, count }) => {
    const name = trusts[trust].name[language]
    return language === 'zh' ? `${name}${count}个` : `${name.toLowerCase()} ${count}`
  })
  return [language === 'zh' ? `可追溯：${said.join('，')}` : `Evidence: ${said.join(', ')}`]
}

/** Who says so, through whom it was read, and until when. */
function sourceLine({ sources, language }: ChartData, shown: readonly ShownNumber[]): string[] {
  const used = new Set(shown.flatMap(({ point }) => sourcesOf(point)))
  const documents = sources.filter(({ id }) => used.has(id))
  const latest = shown
    .map(({ point }) => point.period)
    .toSorted(comparePeriods)
    .at(-1)
  if (!latest) return []
  const issuers = firstTwo(
    documents.flatMap((each) => each.issuers.map((name) => name[language])),
    language,
  )
  const carrier = carriersText(
    documents.flatMap((each) => each.carrier || []),
    language,
  )
  const count = documents.length
  const until = formatPeriod(latest, language)
  const parts =
    language === 'zh'
      ? [`来源：${issuers}（${count}份文件）`, carrierText({ carrier }, language), `数据截至${until}`]
      : [
          `Source: ${issuers} (${count === 1 ? '1 document' : `${count} documents`})`,
          carrierText({ carrier }, language),
          `Data to ${until}`,
        ]
  return [parts.filter((part) => part !== '').join(' · ')]
}

/** Through whom the documents were read, while these are one or two; of many the one that most came through. */
function carriersText(names: readonly string[], language: Language): string {
  const [first = '', ...others] = byFrequency(names)
  if (others.length < 2) return [first, ...others].join(language === 'zh' ? '、' : ', ')
  return language === 'zh' ? `${first}等${others.length + 1}处` : `${first} and ${others.length} others`
}

/** The two most frequent names, and that there are more. */
function firstTwo(names: readonly string[], language: Language): string {
  const all = byFrequency(names)
  const more = { zh: '等', en: ' and others' }[language]
  return all.slice(0, 2).join(language === 'zh' ? '、' : ', ') + (all.length > 2 ? more : '')
}

/** The sources of a number: of a derived one those of its parents. */
const sourcesOf = ({ source, derived }: ChartPoint) => [
  source,
  ...(derived?.parents.map(({ point }) => point.source) ?? []),
]

function byFrequency(names: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name)
}
