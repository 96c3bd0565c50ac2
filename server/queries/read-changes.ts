import type { Catalog } from '#data/catalog/catalog.ts'
import { groupBy } from '#data/model/group-by.ts'
import { meet } from '#data/model/interval.ts'
import { dayBefore } from '#data/model/published.ts'
import type { Source } from '#data/model/source.ts'
import type { Store } from '#data/store/open-store.ts'
import type { Answer } from '#server/answers.ts'
import type { ChangesQuery } from '#server/input.ts'
import { indicatorOf, regionOf } from '#server/known.ts'
import { findNumbers, type NumbersWanted } from './find-numbers.ts'
import { always, isOutAfter } from './known-by.ts'
import { nameSources } from './name-sources.ts'
import { readRows } from './number-row.ts'
import { intervalOfRow, type Row, toObservation } from './printed-number.ts'
import { checkSize } from './too-large.ts'
import { factOf, vintagesOf } from './vintages-of.ts'

type Change = Answer<'changes'>['changes'][number]

/**
 * What became known on and after a day, the newest first: facts stated for the first time, and facts whose shown
 * value became another. The same value said again is no change, nor is a statement that was never shown.
 */
export async function readChanges(store: Store, query: ChangesQuery): Promise<Answer<'changes'>> {
  const { catalog, snapshot } = store
  checkCodes(catalog, query)
  const rows = await readCandidates(store, query)
  const changes = [...groupBy(vintagesOf(catalog, rows), ({ statement: { row } }) => factOf(row)).values()]
    .flatMap((vintages) =>
      vintages.map(({ statement, from }, at) =>
        describeChange(from, statement.row, vintages[at - 1]?.statement.row ?? null),
      ),
    )
    .filter(({ published }) => published >= query.since)
    .filter(({ number, previous }) => number.value !== previous?.value)
    .sort(newestFirst)
  const numbers = changes.flatMap(({ number, previous }) => (previous ? [number, previous] : [number]))
  return {
    snapshot: snapshot.id,
    since: query.since,
    changes,
    removed: [],
    sources: nameSources(catalog, numbers),
  }
}

/** The numbers published since, and every statement of a fact that has several, as what was known before decides. */
async function readCandidates(store: Store, query: ChangesQuery): Promise<Row[]> {
  const before = dayBefore(query.since)
  const dated = { ...wantedChanges(query), asOf: always }
  const alone = { isAlone: true, isSource: (source: Source) => isOutAfter(source, before) }
  const [single, several] = await Promise.all(
    [alone, { isAlone: false }].map((those) =>
      findNumbers(store, { ...dated, ...those }, { limit: checkSize.ask }),
    ),
  )
  const found = [...checkSize(single ?? []), ...checkSize(several ?? [])].sort((a, b) => a.id - b.id)
  return readRows(store, found, always)
}

/** Which numbers a question asks for, whenever known. */
export const wantedChanges = ({ indicator, region }: ChangesQuery): NumbersWanted => ({
  indicators: indicator,
  regions: region,
})

/** @throws Problem 404 */
export function checkCodes(catalog: Catalog, { indicator, region }: ChangesQuery): void {
  for (const code of indicator ?? []) indicatorOf(catalog, code)
  for (const code of region ?? []) regionOf(catalog, code)
}

/** @param before what was shown of the fact; null where it is new. */
export function describeChange(published: string, row: Row, before: Row | null): Change {
  return {
    published,
    kind: before ? 'revised' : 'new',
    indicator: row.indicator,
    region: row.region,
    number: toObservation(row),
    previous: before ? toObservation(before) : null,
    isCompatible: before ? meet(intervalOfRow(row), intervalOfRow(before)) : null,
  }
}

export function newestFirst(a: Change, b: Change): number {
  if (a.published !== b.published) return a.published < b.published ? 1 : -1
  return a.number.id < b.number.id ? -1 : 1
}
