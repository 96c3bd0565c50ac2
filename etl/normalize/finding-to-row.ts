import type { Catalog } from '#data/catalog/catalog.ts'
import { unreadable } from '#data/language/scanned-number.ts'
import type { PeriodToken } from '#data/language/token.ts'
import { countsTheSame } from '#data/model/counter.ts'
import { type Indicator, printedPower, timeOf, unitCodeOf } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import type { ObservationRow } from '#data/model/observation.ts'
import type { Time } from '#data/model/period.ts'
import type { Unit } from '#data/model/unit.ts'
import type { Finding, Said } from '../extract/finding.ts'
import type { RefusedBecause } from '../extract/refusal.ts'

/** A finding as a row of the observation format, or why it cannot be one. */
export function findingToRow(finding: Finding, catalog: Catalog): ObservationRow | RefusedBecause {
  const said: Partial<Said> = { ...finding.implied, ...finding.stated }
  const { indicator, region, measure, status = 'actual', of = '' } = said
  const entry = indicator === undefined ? undefined : catalog.indicators.get(indicator)
  if (!entry || !measure || region === undefined) return 'no-subject'
  const time = timeOf(entry, measure)
  const period = said.period && printPeriodToken(said.period, time, measure)
  if (period === undefined) return 'no-period'
  const ownUnit = catalog.units.get(unitCodeOf(entry, measure))
  const unit = withYuan(printedUnit(finding, measure, ownUnit?.code ?? ''), ownUnit?.code)
  const misfit = whyUnitMisfits(unit, finding.quantity, entry, ownUnit)
  if (misfit) return misfit
  return {
    indicator: entry.code,
    region,
    period,
    measure,
    value: signed(finding),
    unit,
    compared_to: comparedTo(said, measure, { time, level: timeOf(entry, 'level') }),
    of,
    status,
    qualifier: finding.quantity.qualifier,
  }
}

function whyUnitMisfits(
  unit: string,
  { unit: counter }: Finding['quantity'],
  entry: Indicator,
  own: Unit | undefined,
): RefusedBecause | undefined {
  if (counter === unreadable) return 'unreadable-number'
  if (!own || (unit === '' && own.code !== 'one')) return 'unit-does-not-fit'
  const isKnown = printedPower(unit, entry, own) !== undefined
  return isKnown && countsTheSame(counter, entry.counter) ? undefined : 'unit-does-not-fit'
}

const signed = ({ quantity, negative }: Finding) =>
  negative && !quantity.value.startsWith('-') && Number(quantity.value) !== 0
    ? `-${quantity.value}`
    : quantity.value

/** Points are printed as % too: 增速回落2.7%. */
function printedUnit({ quantity: { scale, unit } }: Finding, measure: Measure, own: string): string {
  if (unit === '个百分点' || unit === '百分点' || (own === 'pp' && unit === '%')) return 'pp'
  return measure === 'share_pct' || unit !== '' ? scale + unit : scale
}

/** 软件产品收入2.3万亿: what is counted in yuan and printed with its scale alone. */
const withYuan = (unit: string, code: string | undefined) =>
  code === 'CNY' && /^[万亿]+$/.test(unit) ? `${unit}元` : unit

const two = (month: number) => String(month).padStart(2, '0')

/** The period in the words of the format: a stock stands at the end of the last month, a flow covers all of them. */
function printPeriodToken(token: PeriodToken, time: Time, measure: Measure): string | undefined {
  const { year, months = [1, 12], moment, now, only } = token
  if (year === undefined) return undefined
  const [first, last] = months
  if (time === 'moment') return `${year}-${two(last)}`
  if (now) return `${year}-${two(last)}`
  // 4月份净增 counts from the end of the year before; 4月当月净增 and 二季度净增 count what they say.
  const sinceYearEnd = moment || (measure === 'net_add' && first === last && !only)
  return spanOf(year, sinceYearEnd ? 1 : first, last)
}

function spanOf(year: number, first: number, last: number): string {
  if (first === 1 && last === 12) return String(year)
  if (first === last) return `${year}-${two(last)}`
  if (last - first === 2 && last % 3 === 0) return `${year}-Q${last / 3}`
  return `${year}-${two(first)}/${year}-${two(last)}`
}

/** The base, unless it is the one that goes without saying: a year before, or the end of the year before. */
function comparedTo(
  { comparedTo: base = '', period }: Partial<Said>,
  measure: Measure,
  { time, level }: { readonly time: Time; readonly level: Time },
): string {
  if (typeof base === 'string') return base
  if (base.year === undefined || base.yearOffset !== undefined) return ''
  if (period?.year === base.year + 1 && isUsual(base, period, measure)) return ''
  const isOfYear = level === 'span' && isYear(base) && isYear(period)
  if (isOfYear && base.year !== undefined) return String(base.year)
  return printPeriodToken(base, base.moment ? 'moment' : time, 'level') ?? ''
}

/** 「2024年收入…较“十三五”末增长」: a year's flow against a year's. */
const isYear = (period: PeriodToken | undefined) =>
  period !== undefined && (period.months ?? [1, 12]).join() === '1,12' && !period.now

function isUsual(base: PeriodToken, period: PeriodToken, measure: Measure): boolean {
  if (base.moment) return measure !== 'yoy_pct' && base.months?.[1] === 12
  const sameMonths = period.months?.[0] === base.months?.[0] && period.months?.[1] === base.months?.[1]
  return !base.months || sameMonths
}
