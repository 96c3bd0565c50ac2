import { isOld } from './age.ts'
import { median } from './median.ts'
import { monthOfYear, type Period } from './period.ts'
import { dayLength, daysAfter, lastMonthOver } from './published.ts'
import type { Edition, Release } from './release.ts'

/** How many days after the end of its period a release comes, learned from those of which the day of issue is known. */
export interface Lag {
  readonly earliest: number
  readonly usual: number
  readonly latest: number
  /** How many days of issue it was learned from. */
  readonly observed: number
  /** How many of those were a Saturday or a Sunday. */
  readonly weekends: number
}

/** Of fewer days of issue nothing is learned. */
const fewestObserved = 3
/** Issuers change their ways: no more than the latest of them count. */
const mostObserved = 12

/** `unknown`: too few days of issue are known. `lapsed`: it has not been seen for so long that nobody waits for it. */
export const releaseStates = ['overdue', 'due', 'ahead', 'unknown', 'lapsed'] as const
type ReleaseState = (typeof releaseStates)[number]

/** A period of which no edition has been seen. */
export interface Expected {
  readonly period: Period
  readonly state: 'overdue' | 'due' | 'ahead' | 'unknown'
  /** null where too few days of issue are known. */
  readonly days: { readonly earliest: string; readonly usual: string; readonly latest: string } | null
  /** How many days ago the latest day was; 0 unless overdue. */
  readonly overdueDays: number
}

/** The last day of a month that is counted from year 0. */
const endOf = (month: number): string =>
  new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).toISOString().slice(0, 10)

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / dayLength
const isWeekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay())

/** Learns when a release comes; undefined where fewer than three of its days of issue are known. */
export function learnLag({ editions }: Pick<Release, 'editions'>): Lag | undefined {
  const known = editions
    .flatMap(({ end, issued }) => (issued === undefined ? [] : [{ end, issued }]))
    .slice(-mostObserved)
  const [first] = known
  if (!first || known.length < fewestObserved) return undefined
  const lags = known.map(({ end, issued }) => daysBetween(endOf(end), issued))
  // One that was out by a day was issued no later: it can make the range begin earlier, and never end later.
  const bounds = editions.filter(({ end }) => end >= first.end).map(lagOfBound)
  return {
    earliest: Math.min(...lags, ...bounds),
    usual: Math.round(median(lags)),
    latest: Math.max(...lags),
    observed: known.length,
    weekends: known.filter(({ issued }) => isWeekend(issued)).length,
  }
}

const lagOfBound = ({ end, outBy }: Edition) => daysBetween(endOf(end), outBy)

/** What the edition covers that ends in a month. */
export const editionPeriod = ({ time }: Pick<Release, 'time'>, end: number): Period => ({
  time,
  start: time === 'moment' ? end : end - monthOfYear(end) + 1,
  end,
})

/** What is to come of a release, and how it stands on a day. */
export interface Outlook {
  readonly state: ReleaseState
  readonly lag: Lag | undefined
  /** From the one after the last seen to the first that is ahead. */
  readonly expected: readonly Expected[]
}

/**
 * Says which editions are expected on a day: those of the months in which the release recurs, behind the last that was seen.
 * @param today a day, `YYYY-MM-DD`, by whose end all editions were out.
 */
export function expectEditions(release: Release, today: string): Outlook {
  const lag = learnLag(release)
  const last = lastEnd(release)
  const next = nextMonth(release, last)
  if (isOld({ end: next ?? last + 1 }, lastMonthOver(today))) return { state: 'lapsed', lag, expected: [] }
  if (next === undefined) return { state: 'unknown', lag, expected: [] }
  if (!lag) return { state: 'unknown', lag, expected: [foresee(release, next, undefined, today)] }
  const expected: Expected[] = []
  for (let end = next; expected.at(-1)?.state !== 'ahead'; end = nextMonth(release, end) ?? end + 12)
    expected.push(foresee(release, end, lag, today))
  return { state: expected[0]?.state ?? 'unknown', lag, expected }
}

const lastEnd = ({ editions }: Release) => (editions.at(-1) ?? editions[0]).end

/** The first month behind one in which the release recurs; undefined where none is known. */
function nextMonth({ months }: Release, after: number): number | undefined {
  const year = Array.from({ length: 12 }, (_, at) => after + 1 + at)
  return year.find((month) => months.includes(monthOfYear(month)))
}

function foresee(release: Pick<Release, 'time'>, end: number, lag: Lag | undefined, today: string): Expected {
  const period = editionPeriod(release, end)
  if (!lag) return { period, state: 'unknown', days: null, overdueDays: 0 }
  const day = (days: number) => daysAfter(endOf(end), days)
  const days = { earliest: day(lag.earliest), usual: day(lag.usual), latest: day(lag.latest) }
  const state = today > days.latest ? 'overdue' : today >= days.earliest ? 'due' : 'ahead'
  return { period, state, days, overdueDays: Math.max(0, daysBetween(days.latest, today)) }
}
