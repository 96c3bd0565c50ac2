import type { Catalog } from '#data/catalog/catalog.ts'
import { isMeasured, type Observation, type Refusal, type RefusalReason } from '#data/model/observation.ts'
import { monthsOf } from '#data/model/period.ts'
import { cellOf } from '#data/model/series.ts'
import { toObservation } from './normalize/to-observation.ts'
import type { ReadRow } from './read-observations.ts'

/** Looks at all observations together and finds those that cannot stand. */
interface Validation {
  readonly reason: RefusalReason
  /** @returns for each observation that cannot stand, why. */
  find(observations: readonly Observation[], catalog: Catalog): ReadonlyMap<Observation, string>
}

/** What has been measured cannot have been published before its period began its last month. */
export const publishedAfterPeriod: Validation = {
  reason: 'published-before-period',
  find(observations, { sources }) {
    const found = new Map<Observation, string>()
    for (const observation of observations.filter(isMeasured)) {
      const published = sources.get(observation.source)?.published ?? ''
      if (observation.period.end > lastMonthMeasured(published)) {
        const last = monthsOf(observation.period).end.slice(0, published.length)
        found.set(observation, `${published} 发布，数据止于 ${last}`)
      }
    }
    return found
  },
}

/**
 * The last month that a document can have measured, from year 0: that of its date, or December where only the year is known.
 * @param published `2024`, `2024-01` or `2024-01-31`; '' without a date, which leaves it open.
 */
export function lastMonthMeasured(published: string): number {
  if (published === '') return Number.POSITIVE_INFINITY
  const [year, month = '12'] = published.split('-')
  return Number(year) * 12 + Number(month) - 1
}

/** The same number stated twice in one document is one statement; two different numbers are both kept. */
export const noDuplicates: Validation = {
  reason: 'duplicate-in-source',
  find(observations) {
    const first = new Map<string, Observation>()
    const found = new Map<Observation, string>()
    for (const observation of observations) {
      const { source, qualifier, value } = observation
      const key = [source, cellOf(observation), qualifier, value.toFixed()].join('|')
      const earlier = first.get(key)
      if (earlier) found.set(observation, `与 ${earlier.id} 同为一个事实`)
      else first.set(key, observation)
    }
    return found
  },
}

export const validations: readonly Validation[] = [publishedAfterPeriod, noDuplicates]

/** A row that cannot stand, and why. */
interface Sifted<Row extends ReadRow> {
  /** Each observation with the row it was made of. */
  readonly rowOf: ReadonlyMap<Observation, Row>
  readonly refused: readonly { readonly row: Row; readonly why: Pick<Refusal, 'reason' | 'detail'> }[]
}

/** Parts the rows that can stand from those that cannot. */
export function sift<Row extends ReadRow>(
  rows: readonly Row[],
  catalog: Catalog,
  validations: readonly Validation[],
): Sifted<Row> {
  const refused: { row: Row; why: Pick<Refusal, 'reason' | 'detail'> }[] = []
  const rowOf = new Map<Observation, Row>()
  for (const row of rows) {
    const result = toObservation(row, catalog)
    if ('reason' in result) refused.push({ row, why: result })
    else rowOf.set(result, row)
  }
  for (const { reason, find } of validations) {
    for (const [observation, detail] of find([...rowOf.keys()], catalog)) {
      const row = rowOf.get(observation)
      if (row) refused.push({ row, why: { reason, detail } })
      rowOf.delete(observation)
    }
  }
  return { rowOf, refused }
}
