import { asc } from 'drizzle-orm'
import type { SeriesCompilation } from '#data/model/compilation.ts'
import { positionAfter } from '#data/model/derive/breaks.ts'
import type { Break } from '#data/model/derive/derived.ts'
import type { Text } from '#data/model/language.ts'
import type { Period } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import { type BreakKind, seriesBreak } from '#data/store/schema.ts'
import type { PointAnswer } from '#server/answers.ts'
import { onceFor } from './once-for.ts'

/** A change of 口径 of an indicator, in one region or in all. */
export interface KnownBreak extends Break {
  readonly indicator: string
  /** null: every region. */
  readonly region: string | null
  /** null: every compilation. */
  readonly compilation: SeriesCompilation | null
  readonly kind: BreakKind
  readonly reason: Text
}

/** The breaks of indicators in regions, as known on a day if one is given; what a person said of them stands before what was detected. */
export async function readBreaks(
  store: Store,
  indicators: readonly string[],
  regions: readonly string[],
  asOf?: string,
): Promise<readonly KnownBreak[]> {
  const all = await readAllBreaks(store)
  if (!indicators.some((code) => all.indicators.has(code))) return []
  const [asked, places] = [new Set(indicators), new Set(regions)]
  return all.breaks.filter(
    ({ indicator, region, kind, known }) =>
      asked.has(indicator) &&
      (region === null || places.has(region)) &&
      (asOf === undefined || kind === 'declared' || (known !== '' && known <= asOf)),
  )
}

const readAllBreaks = onceFor(async ({ db }) => {
  const { indicator, region, kind, before_month, after_month } = seriesBreak
  const rows = await db
    .select()
    .from(seriesBreak)
    .orderBy(asc(kind), asc(before_month), asc(after_month), asc(indicator), asc(region))
  const breaks = rows.map((row) => ({
    indicator: row.indicator,
    region: row.region,
    compilation: row.compilation,
    kind: row.kind,
    before: row.before_month,
    after: row.after_month,
    reason: { zh: row.reason_zh, en: row.reason_en },
    known: row.known,
  }))
  return { breaks, indicators: new Set(breaks.map((each) => each.indicator)) }
})

/** The breaks of one indicator in one region and compilation. */
export const breaksOf = (
  all: readonly KnownBreak[],
  {
    indicator,
    region,
    compilation,
  }: { readonly indicator: string; readonly region: string; readonly compilation: SeriesCompilation },
): KnownBreak[] =>
  all.filter(
    (each) =>
      each.indicator === indicator &&
      (each.region === null || each.region === region) &&
      (each.compilation === null || each.compilation === compilation),
  )

/** A point of an answer with the period it stands for. */
export interface PlacedPoint {
  readonly period: Period
  readonly point: PointAnswer
}

/**
 * Says on the first number after each break that 口径 has changed, and why.
 * @param placed the numbers of one series, in time order.
 */
export function markBreaks(placed: readonly PlacedPoint[], breaks: readonly KnownBreak[]): PointAnswer[] {
  const periods = placed.map(({ period }) => period)
  const marked = new Map<number, KnownBreak>()
  for (const each of breaks) {
    const position = positionAfter(periods, each)
    if (!marked.has(position)) marked.set(position, each)
  }
  return placed.map(({ point }, position) => {
    const found = marked.get(position)
    return found ? { ...point, break: { reason: found.reason, kind: found.kind } } : point
  })
}
