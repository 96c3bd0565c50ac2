import { groupBy } from '#data/model/group-by.ts'
import type { Store } from '#data/store/open-store.ts'
import { type ChangesQuery, mostRows } from '#server/input.ts'
import { digestNumbers, readWanted } from './find-numbers.ts'
import { readNumberKeys } from './number-keys.ts'
import type { Row } from './printed-number.ts'
import { wantedChanges } from './read-changes.ts'
import { dayInBeijing } from './read-versions.ts'
import { factOf } from './vintages-of.ts'

/** A fact of which two versions show another value or unit; null where a version does not state it. */
export interface Difference {
  readonly before: Row | null
  readonly now: Row | null
  /** The day in Beijing on which the version was published that brought it. */
  readonly published: string
}

const nothing: ReadonlyMap<string, Row> = new Map()

/** How many regions of an indicator are read at once. */
const regionsRead = 50

/**
 * Compares what two open versions show, for where no list of the changes was kept. Only regions of an indicator whose
 * figures differ as a whole are read, until more are found than an answer may hold.
 */
export async function compareVersions(before: Store, now: Store, query: ChangesQuery): Promise<Difference[]> {
  const published = dayInBeijing(now.snapshot.published_at)
  const [old, fresh] = await Promise.all([readDigests(before, query), readDigests(now, query)])
  const places = [...new Map([...old, ...fresh]).keys()].filter(
    (place) => old.get(place) !== fresh.get(place),
  )
  const differences: Difference[] = []
  for (const [indicator, regions] of portions(places)) {
    const [were, are] = await Promise.all([before, now].map((store) => readShown(store, indicator, regions)))
    differences.push(...differ(were ?? nothing, are ?? nothing).map((each) => ({ ...each, published })))
    if (differences.length > mostRows) break
  }
  return differences
}

/** One number for all that is shown of an indicator in a region, by `indicator|region`. */
async function readDigests(store: Store, query: ChangesQuery): Promise<Map<string, string>> {
  const { indicators, regions } = await readNumberKeys(store)
  const rows = await digestNumbers(store, wantedChanges(query))
  return new Map(
    rows.map((row) => [`${indicators.codes[row.indicator]}|${regions.codes[row.region]}`, row.digest]),
  )
}

/** `indicator|region` → a few regions of one indicator at a time. */
export function portions(places: readonly string[]): [indicator: string, regions: string[]][] {
  const pairs = places.map((place) => place.split('|') as [string, string])
  return [...groupBy(pairs, ([indicator]) => indicator)].flatMap(([indicator, group]) => {
    const regions = group.map(([, region]) => region)
    const starts = Array.from(
      { length: Math.ceil(regions.length / regionsRead) },
      (_, at) => at * regionsRead,
    )
    return starts.map((at): [string, string[]] => [indicator, regions.slice(at, at + regionsRead)])
  })
}

/** What is shown of an indicator in some regions, by fact. */
export async function readShown(
  store: Store,
  indicator: string,
  regions: readonly string[],
): Promise<ReadonlyMap<string, Row>> {
  const rows = await readWanted(store, { indicators: [indicator], regions, isShown: true })
  return new Map(rows.map((row) => [factOf(row), row]))
}

function differ(
  old: ReadonlyMap<string, Row>,
  fresh: ReadonlyMap<string, Row>,
): Omit<Difference, 'published'>[] {
  return [...new Map([...old, ...fresh]).keys()]
    .map((fact) => ({ before: old.get(fact) ?? null, now: fresh.get(fact) ?? null }))
    .filter(({ before, now }) => before?.value !== now?.value || before?.unit !== now?.unit)
}
