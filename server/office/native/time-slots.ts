import { groupBy } from '#data/model/group-by.ts'
import type { Language } from '#data/model/language.ts'
import { comparePeriods, endYearOf, type Period } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import {
  type Break,
  breakLine,
  breaksIn,
  breakWord,
  type ChartPoint,
  type ChartSeries,
  measuresBreak,
  runsOf,
  yearText,
} from '#server/charts/index.ts'
import type { Rule, Slot } from './native-chart.ts'

interface Wanted {
  readonly language: Language
  /** An axis of real time, or one with a place for each year. */
  readonly by: 'days' | 'years'
  /** Whether numbers are joined by lines, which need a place where they are broken. */
  readonly hasLines: boolean
}

/** Places over time, with an empty one wherever a line is broken. */
export interface TimeSlots {
  readonly slots: readonly Slot[]
  readonly rules: readonly Rule[]
  /** Whether any line is broken. */
  readonly isBroken: boolean
  /** The number that a series has at each slot. */
  pointsOf(series: ChartSeries): (ChartPoint | undefined)[]
}

interface Place {
  /** The end of what it stands for, in months since year 0. */
  readonly at: number
  readonly period?: Period
  readonly year?: number
  readonly breaks?: readonly Break[]
}

export function timeSlots(series: readonly ChartSeries[], wanted: Wanted): TimeSlots {
  const pairs = series.flatMap(splitsOf)
  const own = distinct(series.flatMap(({ points }) => points.map(({ period }) => period)))
  const changes = changesOf(series)
  const apart = changes.filter(({ isApart }) => isApart)
  const named = [...own.map(placeOfPeriod), ...apart]
  const places = [...named, ...emptyPlaces(pairs, named, wanted)].toSorted((a, b) => a.at - b.at)
  const slotAt = (period: Period) => places.findIndex((place) => place.period && isSame(place.period, period))
  return {
    slots: places.map((place) => slotOf(place, wanted)),
    rules: [...changes, ...rebasesOf(series)].map((each) => ({
      slot: places.includes(each) ? places.indexOf(each) : slotAt(each.before),
      name: breakWord(each)[wanted.language],
      isRebase: each.isRebase,
    })),
    isBroken: pairs.length > 0,
    pointsOf: ({ points }) =>
      places.map(({ period }) => period && points.find((point) => isSame(point.period, period))),
  }
}

const isSame = (one: Period, other: Period) => comparePeriods(one, other) === 0
const placeOfPeriod = (period: Period): Place => ({ at: period.end + 1, period })

function distinct(periods: readonly Period[]): Period[] {
  const sorted = periods.toSorted(comparePeriods)
  return sorted.filter((period, index) => {
    const before = sorted[index - 1]
    return !before || !isSame(before, period)
  })
}

/** The last number before each break of a line, and the first after it. */
function splitsOf(series: ChartSeries): (readonly [ChartPoint, ChartPoint])[] {
  const { runs } = runsOf(series)
  return runs.slice(1).flatMap((run, index) => {
    const [before, after] = [runs[index]?.at(-1), run[0]]
    return before && after ? [[before, after] as const] : []
  })
}

interface RulePlace extends Place {
  readonly breaks: readonly Break[]
  /** The first period after it. */
  readonly before: Period
  readonly isRebase: boolean
  /** Whether it stands between two numbers; else at the second, as the line goes on. */
  readonly isApart: boolean
}

/** Changes of 口径, those between the same two numbers as one. */
function changesOf(series: readonly ChartSeries[]): RulePlace[] {
  const breaks = breaksIn(series).filter(({ isRebase }) => !isRebase)
  return rulesOf(breaks).map((rule) => ({
    ...rule,
    isApart: series.some(measuresBreak) || !series.some((each) => goesOn(each, rule.at)),
  }))
}

/** Whether a line goes on over a time. */
function goesOn(series: ChartSeries, at: number): boolean {
  const before = series.points.findLast(({ period }) => period.end + 1 < at)
  const after = series.points.find(({ period }) => period.end + 1 >= at)
  return before !== undefined && after !== undefined && !splitsOf(series).some(([from]) => from === before)
}

const rebasesOf = (series: readonly ChartSeries[]): RulePlace[] =>
  rulesOf(breaksIn(series).filter(({ isRebase }) => isRebase))

const rulesOf = (breaks: readonly Break[]): RulePlace[] =>
  [...groupBy(breaks, ({ between }) => between.map(({ end }) => end).join('|'))].flatMap(([, own]) => {
    const [first] = own
    if (!first) return []
    const [before, after] = first.between
    const since = own.find((each) => each.since !== undefined)?.since
    const middle = (before.end + after.end) / 2 + 1
    const at = since === undefined ? middle : Math.max(before.end + 1, since) + oneDay
    return [{ at, breaks: own, before: after, isRebase: first.isRebase, isApart: false }]
  })

/** In months. */
const oneDay = 1 / 31

/** Where a line is broken and nothing stands between its ends: the places without a number, or one to break it. */
function emptyPlaces(
  pairs: readonly (readonly [ChartPoint, ChartPoint])[],
  named: readonly Place[],
  { by, hasLines }: Wanted,
): Place[] {
  const taken = named.map(({ at }) => at)
  for (const [{ period: before }, { period: after }] of pairs) {
    const [from, to] = [before.end + 1, after.end + 1]
    const count = by === 'days' ? 0 : Math.max(0, Math.ceil((to - from) / 12) - 1)
    const inside = Array.from({ length: count }, (_, index) => from + 12 * (index + 1))
    taken.push(...inside.filter((at) => !taken.includes(at)))
    if (hasLines && !taken.some((at) => at > from && at < to)) taken.push((from + to) / 2)
  }
  return taken
    .slice(named.length)
    .map((at) => (by === 'years' && at % 12 === 0 ? { at, year: at / 12 - 1 } : { at }))
}

function slotOf(place: Place, { by, language }: Wanted): Slot {
  const note = place.breaks?.map((each) => breakLine(each, language)).join('\n')
  return {
    label: labelOf(place, by, language),
    ...(note ? { note } : {}),
    ...(by === 'days' ? { day: dayOf(place.at) } : {}),
  }
}

function labelOf({ period, year }: Place, by: Wanted['by'], language: Language): string {
  if (year !== undefined) return yearText(year, language)
  if (!period) return ''
  return by === 'years' ? yearText(endYearOf(period), language) : formatPeriod(period, language)
}

const dayInMs = 86_400_000
const longestMonth = 31

/** The last day of a month, or one between two ends of months, as Excel counts days. */
function dayOf(at: number): number {
  const [year, month] = [Math.floor(at / 12), Math.floor(at) % 12]
  const end = (Date.UTC(year, month, 0) - Date.UTC(1899, 11, 30)) / dayInMs
  return end + Math.round((at - Math.floor(at)) * longestMonth)
}
