import { and, asc, inArray, max } from 'drizzle-orm'
import type { Catalog } from '#data/catalog/catalog.ts'
import { groupBy } from '#data/model/group-by.ts'
import { monthsOf } from '#data/model/period.ts'
import { lastMonthOver } from '#data/model/published.ts'
import type { Store } from '#data/store/open-store.ts'
import { seriesBreak } from '#data/store/schema.ts'
import type { Answer, TargetAnswer } from '#server/answers.ts'
import type { TargetsQuery } from '#server/input.ts'
import { indicatorOf, regionOf } from '#server/known.ts'
import { describeTarget, type Known } from './describe-target.ts'
import { breaksKnownBy, isActual, isShown, knownNumbers, type Numbers } from './known-numbers.ts'
import { nameSources } from './name-sources.ts'
import { toPrintedNumber } from './printed-number.ts'
import { checkSize } from './too-large.ts'

/** Amounts: how large a thing shall be, or by how much it shall grow. */
const amounts = ['level', 'net_add'] as const

/** What of the numbers a question asks for, whenever known. */
export const fitsTargets =
  ({ indicator, region }: TargetsQuery) =>
  (numbers: Numbers) =>
    and(
      inArray(numbers.status, ['target', 'expected']),
      inArray(numbers.measure, [...amounts]),
      indicator && inArray(numbers.indicator, indicator),
      region && inArray(numbers.region, region),
    )

/** Every target against what came of it, the earliest first; what is merely expected stands apart from plans. */
export async function readTargets(store: Store, query: TargetsQuery): Promise<Answer<'targets'>> {
  const { catalog, snapshot } = store
  for (const code of query.indicator ?? []) indicatorOf(catalog, code)
  for (const code of query.region ?? []) regionOf(catalog, code)
  const aims = await readAims(store, query)
  const until = await readUntil(store, query.asOf)
  const known = await readKnown(store, aims, query.asOf)
  const described = aims
    .map((aim) => describeTarget(catalog, aim, { ...known(aim), until }))
    .sort(inOrder(catalog))
  const targets = described.filter(({ target }) => target.status === 'target')
  const expectations = described.filter(({ target }) => target.status === 'expected')
  const numbers = [...targets, ...expectations].flatMap(numbersOf)
  const sources = nameSources(catalog, numbers)
  return { snapshot: snapshot.id, until: printMonth(until), targets, expectations, sources }
}

const printMonth = (month: number) => monthsOf({ start: month, end: month, time: 'moment' }).end

/**
 * The month from which is told what is due and what is old: with a day the last that was over by it, else that of the
 * newest actual number, so that an answer does not change until the figures do.
 */
async function readUntil(store: Store, asOf: string | undefined): Promise<number> {
  if (asOf !== undefined) return lastMonthOver(asOf)
  const numbers = knownNumbers(store)
  const [newest] = await store.db
    .select({ end: max(numbers.end_month) })
    .from(numbers)
    .where(isActual(numbers))
  return newest?.end ?? 0
}

async function readAims(store: Store, query: TargetsQuery) {
  const numbers = knownNumbers(store, query.asOf)
  const rows = await store.db
    .select()
    .from(numbers)
    .where(and(fitsTargets(query)(numbers), isShown(numbers)))
    .orderBy(asc(numbers.id))
    .limit(checkSize.ask)
  return checkSize(rows).map(toPrintedNumber)
}
type Aim = Awaited<ReturnType<typeof readAims>>[number]

/** The actual numbers and the breaks of the indicators and regions of targets. */
async function readKnown(
  store: Store,
  aims: readonly Aim[],
  asOf?: string,
): Promise<(aim: Aim) => Omit<Known, 'until'>> {
  if (aims.length === 0) return () => ({ actuals: [], breaks: [] })
  const numbers = knownNumbers(store, asOf)
  const indicators = [...new Set(aims.map(({ indicator }) => indicator))]
  const regions = [...new Set(aims.map(({ region }) => region))]
  const [rows, breaks] = await Promise.all([
    store.db
      .select()
      .from(numbers)
      .where(
        and(
          inArray(numbers.indicator, indicators),
          inArray(numbers.region, regions),
          inArray(numbers.measure, [...amounts, 'yoy_pct']),
          isActual(numbers),
          isShown(numbers),
        ),
      )
      .orderBy(asc(numbers.end_month), asc(numbers.id)),
    store.db
      .select()
      .from(seriesBreak)
      .where(and(inArray(seriesBreak.indicator, indicators), breaksKnownBy(asOf)))
      .orderBy(asc(seriesBreak.after_month)),
  ])
  const placeOf = ({ indicator, region, compilation }: Pick<Aim, 'indicator' | 'region' | 'compilation'>) =>
    `${indicator}|${region}|${compilation}`
  const actuals = groupBy(rows.map(toPrintedNumber), placeOf)
  return (aim) => ({
    actuals: actuals.get(placeOf(aim)) ?? [],
    breaks: breaks.filter(
      ({ indicator, region, compilation }) =>
        indicator === aim.indicator &&
        (region === null || region === aim.region) &&
        (compilation === null || compilation === aim.compilation),
    ),
  })
}

const numbersOf = ({ target, actual, soFar, pace }: TargetAnswer) =>
  [target, actual, soFar, ...(pace?.observations ?? [])].filter((number) => number !== null)

function inOrder({ regions, indicators }: Catalog) {
  const places = [...regions.keys()]
  const things = [...indicators.keys()]
  return (a: TargetAnswer, b: TargetAnswer) =>
    a.year - b.year ||
    places.indexOf(a.region) - places.indexOf(b.region) ||
    things.indexOf(a.indicator) - things.indexOf(b.indicator) ||
    (a.target.id < b.target.id ? -1 : 1)
}
