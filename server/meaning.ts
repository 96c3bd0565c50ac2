import { type Compilation, compilations } from '#data/model/compilation.ts'
import { type Indicator, possibleBases, timeOf } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import { admits, type Basis, basesOf, type Period, parsePeriod } from '#data/model/period.ts'
import { basisNames } from '#data/wording/basis-names.ts'
import { measureNames } from '#data/wording/measure-names.ts'
import { meaningless, quoted } from './errors.ts'
import type { AskedPeriod } from './input.ts'

/** Refuses questions whose parts can each be read and which together mean nothing. */

export const nameBases = (bases: readonly Basis[]) =>
  bases.map((basis) => `${basis}（${basisNames[basis].zh}）`).join('、')

/** What a measure of an indicator is called, with the code a reader can use. */
export const subjectOf = (indicator: Indicator, measure: Measure) =>
  `${indicator.name.zh}（${indicator.code}）的${measureNames[measure].zh}`

/**
 * The bases of one measure of an indicator that were asked for: all it can have when none was named.
 * @throws Problem 422 when it can have none of them.
 */
export function chooseBases(
  indicator: Indicator,
  measure: Measure,
  asked?: readonly Basis[],
): readonly Basis[] {
  const possible = possibleBases(indicator, measure)
  if (!asked) return possible
  const chosen = asked.filter((basis) => possible.includes(basis))
  if (chosen.length > 0) return chosen
  throw meaningless(whyNoBasis(indicator, measure, asked), 'basis')
}

/**
 * Refuses a basis that fits nothing that was asked for, so that it is not left out in silence.
 * @throws Problem 422
 */
export function checkBasesUsed(
  asked: readonly Basis[],
  pairs: readonly { indicator: Indicator; measure: Measure }[],
): void {
  for (const basis of asked) {
    const used = pairs.some(({ indicator, measure }) => possibleBases(indicator, measure).includes(basis))
    const [first] = pairs
    if (!used && first) throw meaningless(whyNoBasis(first.indicator, first.measure, [basis]), 'basis')
  }
}

function whyNoBasis(indicator: Indicator, measure: Measure, asked: readonly Basis[]): string {
  const kind =
    timeOf(indicator, measure) === 'moment'
      ? '是某一时点的数（期末值），不能累计'
      : '是一段时期的数，没有期末值'
  const possible = nameBases(possibleBases(indicator, measure))
  return `${subjectOf(indicator, measure)}${kind}，没有口径 ${nameBases(asked)}；可用：${possible}`
}

/**
 * Refuses a compilation that none of the indicators has, so that it is not left out in silence. One whose compilations
 * agree answers whatever is asked.
 * @throws Problem 422 naming those there are.
 */
export function checkCompilations(asked: readonly Compilation[], indicators: readonly Indicator[]): void {
  for (const code of asked) {
    const has = ({ compilations }: Indicator) => compilations.length === 0 || compilations.includes(code)
    const [first] = indicators
    if (!first || indicators.some(has)) continue
    const there = first.compilations.map((each) => `${each}（${compilations[each].name.zh}）`).join('、')
    const what = `${first.name.zh}（${first.code}）`
    throw meaningless(`${what}没有 ${code}（${compilations[code].name.zh}）；可用：${there}`, 'compilation')
  }
}

/**
 * The period as a measure of an indicator uses it: 2024-04 is April for revenue, the end of April for users.
 * @throws Problem 422 when it can have no such period.
 */
export function choosePeriod(
  indicator: Indicator,
  measure: Measure,
  { text, span }: AskedPeriod,
  field = 'period',
): Period {
  const time = timeOf(indicator, measure)
  const period = parsePeriod(text, time)
  if (!period) {
    const why = `是某一时点的数，时期${quoted(text)}应写成一个月份，如 ${text.slice(0, 4)}-12`
    throw meaningless(subjectOf(indicator, measure) + why, field)
  }
  if (basesOf(period).length > 0) return period
  const why = `时期${quoted(text)}不属于任何口径；可用全年、季度、单月或从 1 月起的累计`
  throw meaningless(`${why}（共 ${span.end - span.start + 1} 个月）`, field)
}

/**
 * The basis under which a period is seen: the one asked for, else cumulative, else the narrowest that admits it.
 * @throws Problem 422 when the basis asked for does not admit the period.
 */
export function chooseBasis(period: Period, text: string, asked?: Basis): Basis {
  const admitting = basesOf(period)
  const chosen = asked ?? (admits.cumulative(period) ? 'cumulative' : admitting[0])
  if (chosen !== undefined && admitting.includes(chosen)) return chosen
  const wanted = asked ? nameBases([asked]) : ''
  throw meaningless(`时期${quoted(text)}不属于口径 ${wanted}；它属于 ${nameBases(admitting)}`, 'basis')
}

/**
 * Refuses a period that no asked measure of any asked indicator can have: a whole year of a number of users.
 * @throws Problem 422
 */
export function checkPeriodFits(
  asked: AskedPeriod,
  indicators: readonly Indicator[],
  measures: readonly Measure[],
): void {
  const pairs = indicators.flatMap((indicator) => measures.map((measure) => ({ indicator, measure })))
  const fits = pairs.some(
    ({ indicator, measure }) => parsePeriod(asked.text, timeOf(indicator, measure)) !== undefined,
  )
  const [first] = pairs
  if (!fits && first) choosePeriod(first.indicator, first.measure, asked)
}
