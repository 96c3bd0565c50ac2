import { and, asc, inArray } from 'drizzle-orm'
import type { Store } from '#data/store/open-store.ts'
import { type FindingSide, finding } from '#data/store/schema.ts'
import type { Answer, ObservationAnswer } from '#server/answers.ts'
import type { ChecksQuery } from '#server/input.ts'
import { indicatorOf, regionOf } from '#server/known.ts'
import { nameSources } from './name-sources.ts'
import { toObservation } from './printed-number.ts'
import { readNamed } from './read-named.ts'
import { checkSize } from './too-large.ts'

/** What the identities found: pairs of statements that must agree and do not, with the numbers behind both. */
export async function readChecks(store: Store, query: ChecksQuery): Promise<Answer<'checks'>> {
  const { db, catalog, snapshot } = store
  for (const code of query.indicator ?? []) indicatorOf(catalog, code)
  for (const code of query.region ?? []) regionOf(catalog, code)
  const { severity, state, indicator, region } = query
  const found = await db
    .select()
    .from(finding)
    .where(
      and(
        severity && inArray(finding.severity, severity),
        state && inArray(finding.state, state),
        indicator && inArray(finding.indicator, indicator),
        region && inArray(finding.region, region),
      ),
    )
    .orderBy(asc(finding.severity), asc(finding.indicator), asc(finding.region), asc(finding.id))
    .limit(checkSize.ask)
  const findings = checkSize(found)
  const ids = findings.flatMap(({ left, right }) => [...left.observations, ...right.observations])
  const rows = await readNamed(store, [...new Set(ids)])
  const numbers = new Map(rows.map((row) => [row.id, toObservation(row)]))
  const checks = findings.map(({ left, right, gap, ...same }) => ({
    ...same,
    gap: Number(gap),
    left: describeSide(left, numbers),
    right: describeSide(right, numbers),
  }))
  const sides = checks.flatMap(({ left, right }) => [...left.observations, ...right.observations])
  return { snapshot: snapshot.id, checks, sources: nameSources(catalog, sides) }
}

function describeSide(side: FindingSide, numbers: ReadonlyMap<string, ObservationAnswer>) {
  const { label, value, low, high, observations } = side
  return {
    label,
    value,
    low: low === null ? null : Number(low),
    high: high === null ? null : Number(high),
    observations: observations.flatMap((id) => numbers.get(id) ?? []),
  }
}
