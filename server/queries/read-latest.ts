import { and, asc, eq, inArray, max, type SQL } from 'drizzle-orm'
import { defaultCompilation } from '#data/model/compilation.ts'
import { groupBy } from '#data/model/group-by.ts'
import { type Basis, bases, basesOf } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import type { Answer } from '#server/answers.ts'
import type { LatestQuery } from '#server/input.ts'
import { regionOf, topicOf } from '#server/known.ts'
import { type Doubt, readDoubts } from './growth-beside.ts'
import { isActual, isShown, knownNumbers, type Numbers } from './known-numbers.ts'
import { nameSources } from './name-sources.ts'
import { type PrintedNumber, type ShownRow, toPoint, toPrintedNumber } from './printed-number.ts'
import { type Meant, readNewestNumbers } from './read-numbers.ts'

/**
 * The newest level of each indicator that has one in the region, with the growth printed for the very same period
 * where the two go together.
 */
export async function readLatest(store: Store, query: LatestQuery): Promise<Answer<'latest'>> {
  const { catalog, snapshot } = store
  const region = regionOf(catalog, query.region).code
  const topic = query.topic === undefined ? undefined : topicOf(catalog, query.topic)
  const numbers = groupBy(await readNewest(store, region, query.asOf), ({ indicator }) => indicator)
  const doubt = await readDoubts(store, { indicators: [...numbers.keys()], region, asOf: query.asOf })
  const items = [...catalog.indicators.values()]
    .filter((indicator) => topic === undefined || indicator.topic === topic)
    .flatMap(({ code, topic }) => {
      const newest = chooseNewest(numbers.get(code) ?? [], doubt)
      return newest ? [{ topic, indicator: code, ...newest }] : []
    })
  const points = items.flatMap(({ level, growth, setApart }) => [
    level,
    ...(growth ? [growth] : []),
    ...(setApart ? [setApart.growth] : []),
  ])
  return { snapshot: snapshot.id, region, items, sources: nameSources(catalog, points) }
}

/** Levels and growth of the months in which each indicator's newest level ends. */
async function readNewest(store: Store, region: string, asOf?: string): Promise<PrintedNumber[]> {
  if (asOf === undefined) return readNewestShown(store, region)
  const { db } = store
  const numbers = knownNumbers(store, asOf)
  const { indicator, end_month, measure } = numbers
  const inRegion = and(eq(numbers.region, region), isActual(numbers), isShown(numbers))
  const newest = db
    .select({ indicator, end: max(end_month).as('newest_end') })
    .from(numbers)
    .where(and(inRegion, eq(measure, 'level')))
    .groupBy(indicator)
    .as('newest')
  const rows = await db
    .select()
    .from(numbers)
    .innerJoin(newest, and(eq(indicator, newest.indicator), eq(end_month, newest.end)))
    .where(and(inRegion, inArray(measure, ['level', 'yoy_pct'])))
    .orderBy(asc(numbers.share_of), asc(numbers.compared_to), asc(numbers.id))
  return rows.map(({ known }) => toPrintedNumber(known))
}

const orderOf = ({ share_of, compared_to, id }: ShownRow) => [share_of, compared_to, id] as const

/** The same of today, from the narrow table. */
async function readNewestShown(store: Store, region: string): Promise<PrintedNumber[]> {
  const isMeant = ({ measure }: Meant) => measure === 'level' || measure === 'yoy_pct'
  const rows = await readNewestNumbers(store, region, isMeant)
  return rows.sort((a, b) => compareLists(orderOf(a), orderOf(b))).map(toPrintedNumber)
}

function compareLists(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((word, at) => word !== other[at])
  return at < 0 ? 0 : (one[at] ?? '') < (other[at] ?? '') ? -1 : 1
}

/** What of the numbers a question asks for, whenever known. */
export const fitsLatest =
  ({ catalog }: Store, { region, topic }: LatestQuery) =>
  (numbers: Numbers): SQL | undefined => {
    const ofTopic = [...catalog.indicators.values()].filter((indicator) => indicator.topic === topic)
    const codes = ofTopic.map(({ code }) => code)
    return and(
      eq(numbers.region, region),
      isActual(numbers),
      inArray(numbers.measure, ['level', 'yoy_pct']),
      topic === undefined ? undefined : inArray(numbers.indicator, codes),
    )
  }

/** Cumulative before year before quarter before month: the order of `bases`. */
const widest = ({ period }: PrintedNumber): Basis | undefined =>
  bases.find((basis) => basesOf(period).includes(basis))

/** Of two compilations that print the same period, the one that answers unasked comes first. */
const placeOf = ({ compilation }: PrintedNumber) => Number(compilation !== defaultCompilation)

function chooseNewest(numbers: readonly PrintedNumber[], doubt: Doubt) {
  const [newest] = numbers
    .filter(({ measure }) => measure === 'level')
    .flatMap((level) => widest(level) ?? [])
    .sort((a, b) => bases.indexOf(a) - bases.indexOf(b))
  const level = numbers
    .filter((number) => number.measure === 'level' && widest(number) === newest)
    .toSorted((a, b) => placeOf(a) - placeOf(b))[0]
  if (!newest || !level) return undefined
  const growth = numbers.find(
    ({ measure, compilation, of, comparedTo, period }) =>
      measure === 'yoy_pct' &&
      compilation === level.compilation &&
      of === level.of &&
      comparedTo === '' &&
      period.start === level.period.start,
  )
  const reason = growth && doubt(level, growth)
  return {
    compilation: level.compilation,
    basis: newest,
    level: toPoint(level.row),
    growth: growth && !reason ? toPoint(growth.row) : null,
    setApart: growth && reason ? { growth: toPoint(growth.row), reason } : null,
  }
}
