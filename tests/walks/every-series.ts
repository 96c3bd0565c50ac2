import { expect, test } from 'vitest'
import { transformCodes } from '#data/model/derive/derived.ts'
import { measureCodes } from '#data/model/measure.ts'
import { admits, comparePeriods, type Period, parsePeriod } from '#data/model/period.ts'
import {
  answers,
  ErrorAnswer,
  type IndicatorAnswer,
  type ObservationAnswer,
  type SeriesAnswer,
} from '#server/answers.ts'
import { openRealApi } from '../support/real-api.ts'

type Ask = (path: string) => Promise<unknown>
/** Every printed number by its id. */
type Printed = ReadonlyMap<string, ObservationAnswer>

export async function everyObservation(ask: Ask, cursor = ''): Promise<ObservationAnswer[]> {
  const page = answers.observations.parse(await ask(`/observations?limit=10000${cursor}`))
  const rest = page.nextCursor ? await everyObservation(ask, `&cursor=${page.nextCursor}`) : []
  return [...page.observations, ...rest]
}

interface Dated {
  readonly period: string
  readonly time: Period['time']
}

function periodOf({ period, time }: Dated): Period {
  const read = parsePeriod(period, time)
  if (!read) throw new Error(`${period} is no period`)
  return read
}

type Point = SeriesAnswer['points'][number]

/** Methods whose parents are not all of one basis, and what they must be in order. */
const unlike: Readonly<Record<string, RegExp>> = {
  prior_stock: /^moment,span$/,
  per_head: /^(moment,)+moment$|^(span,)+moment$/,
}

/** What is wrong with the parents of a number: one is unknown, or they are not all of the basis they must be. */
function faultsOfParents(
  printed: Printed,
  { basis, compilation, transform }: SeriesAnswer,
  { derived }: Point,
): string[] {
  if (!derived)
    return transform === 'none' || transform === 'decumulate' ? [] : ['nothing says how it was made']
  const parents = derived.parents.flatMap((id) => printed.get(id) ?? [])
  const periods = parents.map(periodOf)
  if (periods.length !== derived.parents.length || periods.length === 0) return ['a parent is unknown']
  const admitted = admits[transform === 'decumulate' ? 'cumulative' : basis]
  const form = unlike[derived.method]
  const isRight = form ? form.test(periods.map(({ time }) => time).join()) : periods.every(admitted)
  const isOfOne = parents.every((parent) => ['', compilation].includes(parent.compilation))
  return [
    ...(isRight ? [] : [`its parents ${derived.parents.join(' ')} mix bases`]),
    ...(isOfOne ? [] : [`its parents ${derived.parents.join(' ')} mix compilations`]),
  ]
}

const faultsOfPoint = (printed: Printed, series: SeriesAnswer, point: Point): string[] => [
  ...(admits[series.basis](periodOf(point)) ? [] : [`is not of the basis ${series.basis}`]),
  ...((point.low ?? -Infinity) <= point.value && point.value <= (point.high ?? Infinity)
    ? []
    : ['is outside its ends']),
  ...(point.qualifier === '' && !point.derived && (point.low === null || point.high === null)
    ? ['is exact and has an open end']
    : []),
  ...(point.unit === series.unit ? [] : ['has another unit']),
  ...faultsOfParents(printed, series, point),
]

function faultsOf(printed: Printed, series: SeriesAnswer): string[] {
  const { indicator, region, measure, compilation, basis, transform, points, comparison } = series
  const periods = points.map(periodOf)
  const isSorted = periods.every((period, index) => {
    const before = periods[index - 1]
    return !before || comparePeriods(before, period) <= 0
  })
  const isUnique =
    comparison !== 'usual' || new Set(points.map(({ period }) => period)).size === points.length
  const faults = [
    ...(isSorted ? [] : ['is not in time order']),
    ...(isUnique ? [] : ['has a period twice']),
    ...points.flatMap((point) =>
      faultsOfPoint(printed, series, point).map((fault) => `${point.period} ${fault}`),
    ),
  ]
  return faults.map((fault) => [indicator, region, measure, compilation, basis, transform, fault].join(' '))
}

/** Every question for series of an indicator: all it has as printed, and each transform of its levels. */
export function questionsOf({ code, compilations, coverage: { regions } }: IndicatorAnswer): string[] {
  const others = regions.filter((region) => region !== 'CN')
  const derived = transformCodes
    .filter((transform) => transform !== 'none')
    .flatMap((transform) =>
      (transform === 'share' ? [others, ['CN']] : [regions])
        .filter((asked) => asked.length > 0)
        .map((asked) => `region=${asked}&transform=${transform}`),
    )
  const all = [
    `region=${regions}&measure=${measureCodes}`,
    ...derived,
    `region=${regions}&transform=decumulate&basis=quarter`,
  ]
  return regions.length === 0
    ? []
    : all.map((rest) => `indicator=${code}&compilation=${compilations.join() || 'express'}&${rest}`)
}

/** What a walk has met. */
export interface Met {
  /** Series with numbers, and the numbers in them. */
  served: number
  numbers: number
  /** Questions that mean nothing. */
  refused: number
}

/**
 * Tests of every question for series of some indicators.
 * @param choose which of the codes of the catalogue.
 * @returns what they have met, complete when they are over.
 */
export async function walkSeries(choose: (code: string) => boolean): Promise<Met> {
  const { ask, get } = await openRealApi()
  const { indicators } = answers.indicators.parse(await ask('/indicators'))
  const printed = new Map((await everyObservation(ask)).map((each) => [each.id, each]))
  const met: Met = { served: 0, numbers: 0, refused: 0 }

  async function faultsOfAnswer(question: string): Promise<string[]> {
    const response = await get(`/api/v1/series?${question}`)
    if (response.status === 422) {
      met.refused++
      const { error } = ErrorAnswer.parse(await response.json())
      return error.code === 'meaningless' ? [] : [`${question}: ${error.message}`]
    }
    const { series } = answers.series.parse(await response.json())
    const filled = series.filter(({ points }) => points.length > 0)
    met.served += filled.length
    met.numbers += filled.reduce((sum, { points }) => sum + points.length, 0)
    return filled.flatMap((each) => faultsOf(printed, each))
  }

  test.each(indicators.filter(({ code }) => choose(code)))(
    '$code: one basis and one compilation, each period once in order, ends around values',
    async (indicator) => {
      for (const question of questionsOf(indicator)) expect(await faultsOfAnswer(question)).toEqual([])
    },
  )
  return met
}
