import type { Scale } from '#data/model/quantity.ts'
import { domainOf } from '#server/charts/index.ts'
import type { ValueAxis } from './native-chart.ts'
import { exactAt } from './native-point.ts'

interface Wanted {
  /** Bars start from zero; a line does where zero is not far. */
  readonly zero: 'always' | 'near'
  readonly isShown?: boolean
  readonly isLogarithmic?: boolean
}

/**
 * An axis of round steps round values.
 * @param values in base units.
 * @param scale the unit in which the chart says them.
 */
export function valueAxisOf(values: readonly number[], scale: Scale, wanted: Wanted): ValueAxis {
  const { zero, isShown = true, isLogarithmic = false } = wanted
  const domain =
    isShown || zero === 'always'
      ? domainOf(values.length > 0 ? values : [0, 1], { steps: 5, zero })
      : extentOf(values)
  const isPercent = scale.label === '%'
  const step = exactAt(domain.interval, scale.power)
  return {
    unit: isPercent ? '' : scale.label,
    format: numberFormat(decimalsOf(step, 4), isPercent),
    labelFormat: numberFormat(
      Math.max(0, ...values.map((value) => decimalsOf(exactAt(value, scale.power), 2))),
      isPercent,
    ),
    min: exactAt(domain.min, scale.power),
    max: exactAt(domain.max, scale.power),
    step,
    isMinFree: domain.min < 0,
    isLogarithmic,
    isShown,
  }
}

/** Where nobody reads an axis it is as long as the values need, and a little longer at either end. */
function extentOf(values: readonly number[]) {
  const [min, max] = [Math.min(...values), Math.max(...values)]
  const room = max > min ? (max - min) / 25 : Math.abs(max) / 2 || 1
  return {
    min: min > 0 ? Math.max(min / 1.1, min - room) : min - room,
    max: max + room,
    interval: max - min + room,
  }
}

/** How many decimals a number needs, up to so many. */
const decimalsOf = (value: number, most: number) =>
  (value.toFixed(most).replace(/0+$/, '').split('.')[1] ?? '').length

/** A format of Excel: thousands apart, a true minus, `%` behind. */
function numberFormat(decimals: number, isPercent: boolean): string {
  const digits = `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${isPercent ? '"%"' : ''}`
  return `${digits};"−"${digits};${digits}`
}
