import { and, asc, inArray } from 'drizzle-orm'
import type { Catalog } from '#data/catalog/catalog.ts'
import { groupBy } from '#data/model/group-by.ts'
import type { Measure } from '#data/model/measure.ts'
import { monthsOf } from '#data/model/period.ts'
import { lastMonthOver } from '#data/model/published.ts'
import type { Store } from '#data/store/open-store.ts'
import { seriesBreak } from '#data/store/schema.ts'
import type { Answer, TargetAnswer } from '#server/answers.ts'
import type { TargetsQuery } from '#server/input.ts'
import { indicatorOf, regionOf } from '#server/known.ts'
import { describeTarget, type Known } from './describe-target.ts'
import { findNumbers, type NumbersWanted, newestMonths, readWanted } from './find-numbers.ts'
import { breaksKnownBy } from './known-by.ts'
import { nameSources } from './name-sources.ts'
import type { Form } from './number-keys.ts'
import { readRows } from './number-row.ts'
import { onceFor } from './once-for.ts'
import { type Row, toPrintedNumber } from './printed-number.ts'
import { isActual } from './read-numbers.ts'
import { checkSize } from './too-large.ts'

/** Amounts: how large a thing shall be, or by how much it shall grow. */
const amounts = ['level', 'net_add'] as const

/** Which numbers a question asks for, whenever known. */
export const wantedTargets = ({ indicator, region }: TargetsQuery): NumbersWanted => ({
  indicators: indicator,
  regions: region,
  isForm: ({ status, measure }) => (status === 'target' || status === 'expected') && isAmount(measure),
})

const isAmount = (measure: Measure) => (amounts as readonly Measure[]).includes(measure)

/** Every target against what came of it, the earliest first; what is merely expected stands apart from plans. */
export async function readTargets(store: Store, query: TargetsQuery): Promise<Answer<'targets'>> {
  const { catalog, snapshot } = store
  for (const code of query.indicator ?? []) indicatorOf(catalog, code)
  for (const code of query.region ?? []) regionOf(catalog, code)
  const kept = query.asOf === undefined ? await keptTargets(store) : undefined
  const described = kept?.filter(isAmong(query)) ?? (await describeTargets(store, query))
  const targets = described.filter(({ target }) => target.status === 'target')
  const expectations = described.filter(({ target }) => target.status === 'expected')
  const numbers = [...targets, ...expectations].flatMap(numbersOf)
  const sources = nameSources(catalog, numbers)
  const until = await readUntil(store, query.asOf)
  return { snapshot: snapshot.id, until: printMonth(until), targets, expectations, sources }
}

/** The most targets that are kept. */
const mostKept = 1000

/** All targets of today; undefined where there are too many to keep. */
const keptTargets = onceFor(async (store) => {
  const found = await findNumbers(store, { ...wantedTargets({}), isShown: true }, { limit: mostKept + 1 })
  return found.length > mostKept ? undefined : describeTargets(store, {})
})

const isAmong =
  ({ indicator: indicators, region: regions }: TargetsQuery) =>
  ({ indicator, region }: TargetAnswer) =>
    (indicators?.includes(indicator) ?? true) && (regions?.includes(region) ?? true)

async function describeTargets(store: Store, query: TargetsQuery): Promise<TargetAnswer[]> {
  const { catalog } = store
  const aims = await readAims(store, query)
  const until = await readUntil(store, query.asOf)
  const known = await readKnown(store, aims, query.asOf)
  return aims.map((aim) => describeTarget(catalog, aim, { ...known(aim), until })).sort(inOrder(catalog))
}

const printMonth = (month: number) => monthsOf({ start: month, end: month, time: 'moment' }).end

/**
 * The month from which is told what is due and what is old: with a day the last that was over by it, else that of the
 * newest actual number, so that an answer does not change until the figures do.
 */
async function readUntil(store: Store, asOf: string | undefined): Promise<number> {
  return asOf === undefined ? newestActual(store) : lastMonthOver(asOf)
}

const newestActual = onceFor(async (store) =>
  Math.max(0, ...(await newestMonths(store, { isForm: isActual })).values()),
)

async function readAims(store: Store, query: TargetsQuery) {
  const wanted = { ...wantedTargets(query), isShown: true, asOf: query.asOf }
  const found = checkSize(await findNumbers(store, wanted, { limit: checkSize.ask }))
  const rows = await readRows(store, found, query.asOf)
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(toPrintedNumber)
}
type Aim = Awaited<ReturnType<typeof readAims>>[number]

/** The actual numbers and the breaks of the indicators and regions of targets. */
async function readKnown(
  store: Store,
  aims: readonly Aim[],
  asOf?: string,
): Promise<(aim: Aim) => Omit<Known, 'until'>> {
  if (aims.length === 0) return () => ({ actuals: [], breaks: [] })
  const indicators = [...new Set(aims.map(({ indicator }) => indicator))]
  const regions = [...new Set(aims.map(({ region }) => region))]
  const [rows, breaks] = await Promise.all([
    readWanted(store, { indicators, regions, isForm: isOfActuals, isShown: true, asOf }),
    store.db
      .select()
      .from(seriesBreak)
      .where(and(inArray(seriesBreak.indicator, indicators), breaksKnownBy(asOf)))
      .orderBy(asc(seriesBreak.after_month)),
  ])
  const placeOf = ({ indicator, region, compilation }: Pick<Aim, 'indicator' | 'region' | 'compilation'>) =>
    `${indicator}|${region}|${compilation}`
  const actuals = groupBy(rows.sort(byEnd).map(toPrintedNumber), placeOf)
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

const isOfActuals = (form: Form) => isActual(form) && (isAmount(form.measure) || form.measure === 'yoy_pct')

const byEnd = (a: Row, b: Row) => a.end_month - b.end_month || (a.id < b.id ? -1 : 1)

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
