import type { DocumentFacts, Fact, FactOrigin } from '#data/model/document-facts.ts'
import type { FactValues } from './in-codes.ts'

/**
 * Values by name as facts of one origin; what is undefined is no fact. A date of a year alone is the year that periods
 * without one are of, unless that is said too.
 */
export function toFacts(
  { date, year, ...others }: FactValues,
  origin: FactOrigin,
  because: string,
): DocumentFacts {
  const dated = date?.length === 4 ? { year: year ?? date } : { date, year }
  return Object.fromEntries(
    Object.entries({ ...dated, ...others }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, { value, origin, because } satisfies Fact]],
    ),
  )
}
