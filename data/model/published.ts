/*
 * When a document was published is known to the day, the month, the year, or not at all: `2024-01-31`, `2024-01`,
 * `2024`, ''. One of which only month or year is known counts from the end of it: by then it was out for certain.
 */

/** The day by which a document was certainly out; undefined when it has no date. */
export function lastDayOf(published: string): string | undefined {
  if (published === '') return undefined
  if (published.length === 10) return published
  const [year = '', month = '12'] = published.split('-')
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
}

export const dayLength = 86_400_000

/** So many days after a day. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10)

/** The day before a day. */
export const dayBefore = (day: string): string => daysAfter(day, -1)

/** The last month that is over by the end of a day; months since year 0. */
export function lastMonthOver(day: string): number {
  const [year = 0, month = 0] = day.split('-').map(Number)
  return year * 12 + month - (lastDayOf(day.slice(0, 7)) === day ? 1 : 2)
}

/** One statement of a fact among several. */
interface Statement {
  readonly published: string
  /** 1 is the best of all. */
  readonly rank: number
}

/** A statement in the days it was the one shown: from `from` on, and until the day before `to` if there is one. */
export interface Vintage<Each extends Statement> {
  readonly statement: Each
  readonly from: string
  readonly to: string | null
}

/**
 * Which statement of one fact was shown when: the best of those out by then. A later one of lower rank was never
 * shown and is no vintage; of several of one day the best is.
 * @param statements of one fact; those without a date are left out, as nobody knows when they came.
 * @returns in order of publication.
 */
export function toVintages<Each extends Statement>(statements: readonly Each[]): Vintage<Each>[] {
  const dated = statements
    .flatMap((statement) => {
      const from = lastDayOf(statement.published)
      return from === undefined ? [] : [{ statement, from }]
    })
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.statement.rank - b.statement.rank))
  let best = Number.POSITIVE_INFINITY
  const shown = dated.filter(({ statement: { rank } }) => {
    const isBetter = rank < best
    if (isBetter) best = rank
    return isBetter
  })
  return shown.map((each, at) => ({ ...each, to: shown[at + 1]?.from ?? null }))
}
