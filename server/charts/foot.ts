import type { Language } from '#data/model/language.ts'
import { comparePeriods, formatPeriod, monthsOf } from '#data/model/period.ts'
import type { ChartData, ChartPoint, ChartSeries } from './chart-kind.ts'
import { periodsText, statusWords } from './words.ts'

/** Points of a chart that are drawn, with the series they belong to. */
export interface Shown {
  readonly series: ChartSeries
  readonly point: ChartPoint
}

/** Every number of the data: what a chart over time shows. */
export const everyPoint = ({ series }: ChartData): Shown[] =>
  series.flatMap((each) => each.points.map((point) => ({ series: each, point })))

/** What to beware of, what is missing, and where the numbers come from: one line each. */
export function footOf(data: ChartData, shown: readonly Shown[]): string[] {
  const { language } = data
  return [
    ...statusLines(shown, language),
    ...breaksOf(shown).map(({ since, text }) => breakLine(since, text[language], language)),
    ...missingLine(data, shown),
    ...sourceLine(data, shown),
  ]
}

function statusLines(shown: readonly Shown[], language: Language): string[] {
  return (['preliminary', 'expected', 'target'] as const).flatMap((status) => {
    const periods = shown.filter(({ point }) => point.status === status).map(({ point }) => point.period)
    if (periods.length === 0) return []
    const colon = language === 'zh' ? '：' : ': '
    return [`${statusWords[status][language]}${colon}${periodsText(periods, language)}`]
  })
}

/** A change of 口径 that lies within the time shown. */
export interface Break {
  /** `2024` or `2024-02`. */
  readonly since: string
  readonly text: { readonly zh: string; readonly en: string }
}

/** The changes of 口径 that numbers on both sides are shown of. */
export function breaksOf(shown: readonly Shown[]): Break[] {
  const breaks = new Map<string, Break>()
  for (const { series } of shown) {
    for (const note of series.indicator.notes) {
      if (note.since && spans(shown, note.since))
        breaks.set(note.since + note.zh, { since: note.since, text: note })
    }
  }
  return [...breaks.values()].toSorted((a, b) => (a.since < b.since ? -1 : 1))
}

const spans = (shown: readonly Shown[], since: string) =>
  shown.some(({ point }) => monthsOf(point.period).end < since) &&
  shown.some(({ point }) => monthsOf(point.period).end >= since)

/** The changes of 口径 that a number is the first after, in words. */
export function breakLinesAt(
  { indicator, points }: ChartSeries,
  point: ChartPoint,
  language: Language,
): string[] {
  const before = points[points.indexOf(point) - 1]
  if (!before) return []
  const [earlier, end] = [monthsOf(before.period).end, monthsOf(point.period).end]
  return indicator.notes.flatMap(({ since, ...text }) =>
    since && earlier < since && end >= since ? [breakLine(since, text[language], language)] : [],
  )
}

function breakLine(since: string, text: string, language: Language): string {
  const [year, month] = since.split('-')
  const when = `${year}年${month ? `${Number(month)}月` : ''}`
  return language === 'zh' ? `口径调整（${when}起）：${text}` : `Break in series (from ${since}): ${text}`
}

function missingLine({ series, language }: ChartData, shown: readonly Shown[]): string[] {
  const present = new Set(shown.map((each) => each.series.region.code))
  const names = series
    .filter(({ region }) => !present.has(region.code))
    .map(({ region }) => region.name[language])
  return names.length === 0 ? [] : [missingText(names, language)]
}

/** `无数据（2）：西藏、青海`. */
export function missingText(names: readonly string[], language: Language): string {
  return language === 'zh'
    ? `无数据（${names.length}）：${names.join('、')}`
    : `No data (${names.length}): ${names.join(', ')}`
}

function sourceLine({ sources, language }: ChartData, shown: readonly Shown[]): string[] {
  const used = new Set(shown.map(({ point }) => point.source))
  const documents = sources.filter(({ id }) => used.has(id))
  const latest = shown
    .map(({ point }) => point.period)
    .toSorted(comparePeriods)
    .at(-1)
  if (!latest) return []
  const publishers = byFrequency(documents.map(({ publisher }) => publisher))
  const until = formatPeriod(latest, language)
  if (language === 'zh') {
    const names = publishers.slice(0, 2).join('、') + (publishers.length > 2 ? '等' : '')
    return [`来源：${names}（${documents.length}份文件） · 数据截至${until}`]
  }
  const names = publishers.slice(0, 2).join(', ') + (publishers.length > 2 ? ' and others' : '')
  return [
    `Source: ${names} (${documents.length === 1 ? '1 document' : `${documents.length} documents`}) · Data to ${until}`,
  ]
}

function byFrequency(names: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name)
}
