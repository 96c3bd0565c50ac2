import { Decimal } from 'decimal.js'
import type { Derived, Known } from '#data/model/derive/derived.ts'
import { intervalOf } from '#data/model/interval.ts'
import type { Qualifier } from '#data/model/observation.ts'
import { type Period, parsePeriod, printPeriod, type Time } from '#data/model/period.ts'

/** A period by its text. */
export function periodOf(text: string, time: Time = 'span'): Period {
  const period = parsePeriod(text, time)
  if (!period) throw new Error(`${text} is no period`)
  return period
}

interface Details {
  readonly time?: Time
  readonly qualifier?: Qualifier
  /** The power of ten of the printed unit. */
  readonly power?: number
}

/** A printed number as derivations take it; its id is its period and what was printed. */
export function known(period: string, printed: string, details: Details = {}): Known {
  const { time = 'span', qualifier = '', power = 0 } = details
  return {
    period: periodOf(period, time),
    value: new Decimal(`${printed}e${power}`),
    interval: intervalOf(printed, power, qualifier),
    id: `${period}:${printed}`,
  }
}

/** A stock at the end of a month. */
export const stock = (month: string, printed: string) => known(month, printed, { time: 'moment' })

/** What a derived number says, short enough to compare: period, ends and value to so many decimals. */
export const told = (derived: readonly Derived[], decimals = 2) =>
  derived.map(({ period, value, interval, against }) =>
    [
      printPeriod(period),
      `[${interval.low.toFixed(decimals)}, ${interval.high.toFixed(decimals)}]`,
      value.toFixed(decimals),
      against,
    ].join(' '),
  )
