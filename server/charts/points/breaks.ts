import type { Transform } from '#data/model/derive/derived.ts'
import type { Language, Text } from '#data/model/language.ts'
import { monthsOf, type Period, toMonth } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartIndicator, ChartPoint, ChartSeries } from '../chart-kind.ts'

/** A change of 口径 between two neighbouring numbers of a series. */
export interface Break {
  /** From when on, in words. */
  readonly when: Text
  readonly reason: Text
  /** The issuer has re-set the base, as it does every year: what is counted stays the same. */
  readonly isRebase: boolean
  /** The first month of the new 口径 where it is known, in months since year 0. */
  readonly since: number | undefined
  readonly between: readonly [Period, Period]
}

/** The changes of 口径 that a number is the first after: the dated notes of its indicator, or else what its series says. */
export function breaksAt({ indicator, points }: ChartSeries, point: ChartPoint): Break[] {
  const before = points[points.indexOf(point) - 1]
  if (!before) return []
  const between = [before.period, point.period] as const
  const noted = notedBetween(indicator, before.period, point.period)
  const own = point.break
  if (!own || noted.length > 0) return noted
  const when = { zh: formatPeriod(point.period, 'zh'), en: formatPeriod(point.period, 'en') }
  const reason = { zh: own.zh, en: own.en }
  return [{ when, reason, isRebase: own.isRebase ?? false, since: undefined, between }]
}

/** The changes of 口径 that an indicator notes between two periods. */
export function notedBetween({ notes }: ChartIndicator, from: Period, to: Period): Break[] {
  const [earlier, end] = [monthsOf(from).end, monthsOf(to).end]
  return notes.flatMap(({ since, zh, en }): Break[] =>
    since && earlier < since && end >= since
      ? [
          {
            when: noteDate(since),
            reason: { zh, en },
            isRebase: false,
            since: monthOf(since),
            between: [from, to],
          },
        ]
      : [],
  )
}

/** All changes of 口径 within these series, each once, in time order. */
export function breaksIn(series: readonly ChartSeries[]): Break[] {
  const found = new Map<string, Break>()
  for (const each of series) {
    for (const one of each.points.flatMap((point) => breaksAt(each, point))) {
      const key = one.when.zh + one.reason.zh
      if (!found.has(key)) found.set(key, one)
    }
  }
  return [...found.values()].toSorted((a, b) => a.between[1].end - b.between[1].end)
}

/** Levels and what is on their scale jump where 口径 changes; of other numbers each stands on one 口径 or says that it does not. */
export const measuresBreak = ({ measure, transform = 'none' }: Pick<ChartSeries, 'measure' | 'transform'>) =>
  measure === 'level' && onScale.has(transform)
const onScale: ReadonlySet<Transform> = new Set(['none', 'decumulate', 'share'])

/** The changes of 口径 between two numbers of a series, for which it matters; bases that were set anew are none. */
export function breaksBetween(series: ChartSeries, from: ChartPoint, to: ChartPoint): Break[] {
  if (!measuresBreak(series)) return []
  const points = series.points.slice(series.points.indexOf(from), series.points.indexOf(to) + 1)
  return breaksIn([{ ...series, points }]).filter(({ isRebase }) => !isRebase)
}

/** What a break is called: a change of what is counted, or a base that was set anew. */
export const breakWord = ({ isRebase }: Pick<Break, 'isRebase'>): Text =>
  isRebase ? { zh: '上年基数重定', en: 'Base re-set' } : { zh: '口径调整', en: 'Break in series' }

/** `口径调整（2023年3月起）：…`. */
export const breakLine = (each: Break, language: Language): string =>
  language === 'zh'
    ? `${breakWord(each).zh}（${each.when.zh}起）：${each.reason.zh}`
    : `${breakWord(each).en} (from ${each.when.en}): ${each.reason.en}`

/** The changes of 口径 as a clause of a sentence, re-set bases in a word; empty when there are none. */
export function breakClause(breaks: readonly Break[], language: Language): string {
  const changes = changeClause(
    breaks.filter(({ isRebase }) => !isRebase),
    language,
  )
  const rebases = breaks.some(({ isRebase }) => isRebase) ? rebaseClause[language] : ''
  return [changes, rebases].filter((clause) => clause !== '').join(language === 'zh' ? '；' : '; ')
}

const rebaseClause: Text = {
  zh: '上年基数逐年重定，公布的增速不等于两年数值之比',
  en: 'The base is re-set every year, so published growth is not the ratio of two levels',
}

function changeClause(changes: readonly Break[], language: Language): string {
  const times = [...new Set(changes.map(({ when }) => when[language]))]
  if (times.length === 0) return ''
  const named = times.length <= 4 ? times : times.slice(-3)
  const more = times.length - named.length
  if (language === 'zh')
    return `${named.join('、')}${more > 0 ? `等${times.length}处` : '起'}口径调整，前后不可直接比较`
  const others = more > 0 ? ` and ${more} more` : ''
  return `Breaks in series from ${named.join(', ')}${others}: figures before and after do not compare directly`
}

function monthOf(since: string): number {
  const [year = 0, month = 1] = since.split('-').map(Number)
  return toMonth(year, month)
}

function noteDate(since: string): Text {
  const [year, month] = since.split('-')
  return { zh: `${year}年${month ? `${Number(month)}月` : ''}`, en: since }
}
