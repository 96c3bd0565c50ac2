import { Decimal } from 'decimal.js'
import type { Catalog } from '#data/catalog/catalog.ts'
import { isOld } from '#data/model/age.ts'
import { divide, exactly, type Interval, multiply } from '#data/model/interval.ts'
import { endYearOf, type Period, printPeriod, toMonth } from '#data/model/period.ts'
import { lastDayOf } from '#data/model/published.ts'
import { boundOf, compoundGrowth, gapTo, type Printed, stateOf, thresholdOf } from '#data/model/targets.ts'
import type { seriesBreak } from '#data/store/schema.ts'
import type { IntervalAnswer, TargetAnswer } from '#server/answers.ts'
import { type FullNumber, intervalOfRow, toObservation } from './printed-number.ts'

type Break = typeof seriesBreak.$inferSelect

/** What is known of the indicator and region of a target. */
export interface Known {
  /** Levels, net additions and growth, in time order. */
  readonly actuals: readonly FullNumber[]
  readonly breaks: readonly Break[]
  /** The month from which is told what is due and what is old; since year 0. */
  readonly until: number
}

/** One target held against what came of it. */
export function describeTarget(catalog: Catalog, aim: FullNumber, known: Known): TargetAnswer {
  const { row, period, indicator: code, region, measure } = aim
  const indicator = catalog.indicators.get(code)
  const bound = boundOf(row.qualifier, indicator?.lessIsBetter)
  const threshold = thresholdOf(printedOf(aim), row.status === 'target', row.qualifier)
  const actual = chooseActual(aim, known.actuals)
  const notes = notesFor(catalog, aim)
  const isComparable = notes.every(({ comparable }) => comparable !== false)
  const soFar = actual && samePeriod(actual.period, period) ? undefined : findSoFar(aim, known.actuals)
  const isDue = period.end <= known.until
  const progress =
    actual && isComparable ? holdAgainst({ aim, threshold, actual, known, bound, isDue }) : unknown
  const state = !actual ? 'no_actual' : isComparable ? progress.state : 'not_comparable'
  return {
    indicator: code,
    region,
    measure,
    period: printPeriod(period),
    year: endYearOf(period),
    isDue,
    bound,
    target: toObservation(row),
    threshold: printInterval(threshold),
    actual: actual ? toObservation(actual.row) : null,
    isOld: actual !== undefined && isOld(actual.period, known.until),
    soFar: soFar ? toObservation(soFar.row) : null,
    ...progress,
    months: actual ? period.end - actual.period.end : null,
    state,
    cautions: [...notes, ...changesOfScope(catalog, aim, actual, known.breaks)].map(({ zh, en }) => ({
      zh,
      en,
    })),
  }
}

const unknown = { gap: null, progress: null, required: null, pace: null, state: 'no_actual' } as const

interface Held {
  readonly aim: FullNumber
  readonly threshold: Interval
  readonly actual: FullNumber
  readonly known: Known
  readonly bound: TargetAnswer['bound']
  readonly isDue: boolean
}

function holdAgainst({ aim, threshold, actual, known, bound, isDue }: Held) {
  const printed = printedOf(actual)
  const months = aim.period.end - actual.period.end
  const required = isDue ? undefined : compoundGrowth(printed.interval, threshold, months)
  const pace = isDue ? undefined : findPace(actual, known)
  const target = new Decimal(aim.row.value)
  const state = stateOf({ bound, target, actual: printed, months, isDue, required, pace: pace?.interval })
  return {
    gap: printInterval(gapTo(threshold, printed.interval)),
    progress: printInterval(multiply(divide(printed.interval, threshold), exactly(new Decimal(100)))),
    required: required && state !== 'reached' ? printInterval(required) : null,
    pace: pace ? printPace(pace) : null,
    state,
  }
}

function printPace({ interval, ...rest }: NonNullable<ReturnType<typeof findPace>>) {
  return { ...rest, ...printInterval(interval) }
}

const printedOf = ({ row }: FullNumber): Printed => ({
  value: new Decimal(row.value),
  interval: intervalOfRow(row),
})

const finite = (end: Decimal) => (end.isFinite() ? end.toNumber() : null)
const printInterval = ({ low, high }: Interval): IntervalAnswer => ({ low: finite(low), high: finite(high) })

const samePeriod = (a: Period, b: Period) => a.start === b.start && a.end === b.end
const lengthOf = ({ start, end }: Period) => end - start

const ofTheSame = (a: FullNumber, b: FullNumber) =>
  a.measure === b.measure && a.of === b.of && a.comparedTo === b.comparedTo

/** The actual number of the very period, else the latest of a period as long: a year is not held against months. */
function chooseActual(aim: FullNumber, actuals: readonly FullNumber[]): FullNumber | undefined {
  const alike = actuals.filter(
    (each) => ofTheSame(each, aim) && lengthOf(each.period) === lengthOf(aim.period),
  )
  return alike.find(({ period }) => samePeriod(period, aim.period)) ?? alike.at(-1)
}

/** The longest cumulative number within the target's own span. */
function findSoFar(aim: FullNumber, actuals: readonly FullNumber[]): FullNumber | undefined {
  if (aim.period.time === 'moment') return undefined
  return actuals.findLast(
    (each) =>
      ofTheSame(each, aim) && each.period.start === aim.period.start && each.period.end < aim.period.end,
  )
}

/** The growth printed for the period of the actual number, else that since about a year before. */
function findPace(actual: FullNumber, { actuals, breaks }: Known) {
  if (actual.measure !== 'level') return undefined
  const printed = actuals.find(
    ({ measure, comparedTo, of, period }) =>
      measure === 'yoy_pct' && comparedTo === '' && of === actual.of && samePeriod(period, actual.period),
  )
  if (printed) {
    const observations = [toObservation(printed.row)]
    return {
      kind: 'printed' as const,
      interval: intervalOfRow(printed.row),
      observations,
      isAcrossBreak: false,
    }
  }
  return measurePace(actual, actuals, breaks)
}

/** Growth from a level of about a year before, reckoned to a year. */
function measurePace(actual: FullNumber, actuals: readonly FullNumber[], breaks: readonly Break[]) {
  const monthsSince = ({ period }: FullNumber) => actual.period.end - period.end
  const [before] = actuals
    .filter((each) => ofTheSame(each, actual) && lengthOf(each.period) === lengthOf(actual.period))
    .filter((each) => monthsSince(each) >= fewestMonths && monthsSince(each) <= mostMonths)
    .sort((a, b) => Math.abs(monthsSince(a) - 12) - Math.abs(monthsSince(b) - 12))
  const interval =
    before && compoundGrowth(intervalOfRow(before.row), intervalOfRow(actual.row), monthsSince(before))
  if (!before || !interval) return undefined
  return {
    kind: 'measured' as const,
    interval,
    observations: [toObservation(before.row), toObservation(actual.row)],
    isAcrossBreak: breaks.some(
      ({ before_month, after_month }) =>
        before_month >= before.period.end && after_month <= actual.period.end,
    ),
  }
}

/** How far apart two levels may be for their growth to speak of a year. */
const fewestMonths = 6
const mostMonths = 18

const notesFor = ({ indicators }: Catalog, { indicator, region, row }: FullNumber) =>
  (indicators.get(indicator)?.targetNotes ?? []).filter(
    (note) =>
      (note.source === undefined || note.source === row.source) &&
      (note.region === undefined || note.region === region),
  )

/** How the counting changed between the day the target was set and the actual number. */
function changesOfScope(
  { indicators, sources }: Catalog,
  { indicator, row }: FullNumber,
  actual: FullNumber | undefined,
  breaks: readonly Break[],
) {
  const set = lastDayOf(sources.get(row.source)?.published ?? '')
  if (!actual || set === undefined) return []
  const last = lastDayOf(printPeriod({ ...actual.period, time: 'moment', start: actual.period.end })) ?? ''
  const notes = (indicators.get(indicator)?.notes ?? []).filter(({ since }) => {
    const from = since === undefined ? undefined : lastDayOf(since)
    return from !== undefined && from > set && from <= last
  })
  const setIn = toMonth(set.slice(0, 4), set.slice(5, 7))
  const crossed = breaks.filter(({ after_month }) => after_month > setIn && after_month <= actual.period.end)
  return [...notes, ...crossed.map(({ reason_zh, reason_en }) => ({ zh: reason_zh, en: reason_en }))]
}
