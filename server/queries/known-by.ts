import { and, eq, gt, lte, or, type SQL } from 'drizzle-orm'
import { lastDayOf } from '#data/model/published.ts'
import type { Source } from '#data/model/source.ts'
import { seriesBreak } from '#data/store/schema.ts'
import { meaningless } from '#server/errors.ts'
import type { TimeAsked } from '#server/vintage.ts'

/** The day after all others: everything that has a date. */
export const always = '9999-12-31'

type Published = Pick<Source, 'published'>

/** Whether a document was out by the end of a day, for certain. */
export function isOutBy({ published }: Published, day: string): boolean {
  const last = lastDayOf(published)
  return last !== undefined && last <= day
}

/** Whether a document that has a date came out after a day, as far as is certain. */
export const isOutAfter = (source: Published, day: string): boolean =>
  source.published !== '' && !isOutBy(source, day)

/** Breaks that were known at the end of a day: what the catalogue declares, and what numbers out by then showed. */
export function breaksKnownBy(asOf?: string): SQL | undefined {
  if (asOf === undefined) return undefined
  const shown = and(gt(seriesBreak.known, ''), lte(seriesBreak.known, asOf))
  return or(eq(seriesBreak.kind, 'declared'), shown)
}

/**
 * Refuses to look for changes after the day that is looked at, as SDMX has it.
 * @throws Problem 422
 */
export function checkTimes({ asOf, updatedAfter }: TimeAsked): void {
  if (asOf === undefined || updatedAfter === undefined || updatedAfter <= asOf) return
  throw meaningless(
    `updatedAfter（${updatedAfter}）晚于 asOf（${asOf}）：那一天还没有之后的更新`,
    'updatedAfter',
  )
}
