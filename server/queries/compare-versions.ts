import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { groupBy } from '#data/model/group-by.ts'
import type { Store } from '#data/store/open-store.ts'
import { type ChangesQuery, mostRows } from '#server/input.ts'
import { isShown, knownNumbers, type Numbers } from './known-numbers.ts'
import type { Row } from './printed-number.ts'
import { fitsChanges } from './read-changes.ts'
import { dayInBeijing } from './read-versions.ts'
import { factOf } from './vintages-of.ts'

/** A fact of which two versions show another value or unit; null where a version does not state it. */
export interface Difference {
  readonly before: Row | null
  readonly now: Row | null
  /** The day in Beijing on which the version was published that brought it. */
  readonly published: string
}

/** The identity of the fact that a row states, as `cellOf` spells it. */
export const factIn = (numbers: Numbers): SQL<string> => {
  const time = sql`case when ${numbers.is_moment} then 'moment' else 'span' end`
  const standing = sql`case when ${numbers.status} = 'preliminary' then 'actual' else ${numbers.status} end`
  const { indicator, region, start_month, end_month, measure, compilation, share_of, compared_to } = numbers
  return sql`concat_ws('|', ${indicator}, ${region}, ${time}, ${start_month}, ${end_month}, ${measure}, ${compilation}, ${share_of}, ${compared_to}, ${standing})`
}

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
    differences.push(...differ(were ?? [], are ?? []).map((each) => ({ ...each, published })))
    if (differences.length > mostRows) break
  }
  return differences
}

/** One number for all that is shown of an indicator in a region, by `indicator|region`. */
async function readDigests(store: Store, query: ChangesQuery): Promise<Map<string, string>> {
  const numbers = knownNumbers(store)
  const { indicator, region, value, unit } = numbers
  const digest = sql<string>`bit_xor(hash(${factIn(numbers)}, ${value}, ${unit}))`
  const rows = await store.db
    .select({ indicator, region, digest })
    .from(numbers)
    .where(and(isShown(numbers), fitsChanges(query)(numbers)))
    .groupBy(indicator, region)
  return new Map(rows.map((row) => [`${row.indicator}|${row.region}`, row.digest]))
}

/** `indicator|region` → a few regions of one indicator at a time. */
function portions(places: readonly string[]): [indicator: string, regions: string[]][] {
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

function readShown(store: Store, indicator: string, regions: readonly string[]): Promise<Row[]> {
  const numbers = knownNumbers(store)
  return store.db
    .select()
    .from(numbers)
    .where(and(isShown(numbers), eq(numbers.indicator, indicator), inArray(numbers.region, [...regions])))
}

function differ(were: readonly Row[], are: readonly Row[]): Omit<Difference, 'published'>[] {
  const old = new Map(were.map((row) => [factOf(row), row]))
  const fresh = new Map(are.map((row) => [factOf(row), row]))
  return [...new Map([...old, ...fresh]).keys()]
    .map((fact) => ({ before: old.get(fact) ?? null, now: fresh.get(fact) ?? null }))
    .filter(({ before, now }) => before?.value !== now?.value || before?.unit !== now?.unit)
}
