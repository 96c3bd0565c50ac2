import type { Scale } from '#data/model/quantity.ts'
import type { Frame } from '../chart-kind.ts'
import type { ChartOption } from '../chart-option.ts'
import { themes } from '../palette.ts'
import { fontSizeOf, isCompact, widthOf } from '../typography.ts'
import { withMinus } from '../words/value-text.ts'

/** Round numbers that enclose values. */
export interface Domain {
  readonly min: number
  readonly max: number
  readonly interval: number
}

interface Wanted {
  /** About how many steps. */
  readonly steps: number
  /** Bars start from zero; a line does where zero is not far. */
  readonly zero: 'always' | 'near'
}

/** A domain of round steps round the values. */
export function domainOf(values: readonly number[], { steps, zero }: Wanted): Domain {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const [from, to] =
    zero === 'always' || isNearZero(low, high)
      ? [Math.min(0, low), Math.max(0, high)]
      : [low - (high - low) * 0.04, high]
  const span = to - from || Math.abs(to) || 1
  const intervals = [steps, steps + 1, steps + 2].map((count) => roundStep(span / count))
  const domains = intervals.map((interval) => enclose(from, to, interval))
  const [tightest = 0] = domains.map(({ min, max }) => max - min).toSorted((a, b) => a - b)
  const tight = domains.filter(({ min, max }) => max - min <= tightest * 1.04)
  return tight.find((each) => countOf(each) >= steps) ?? tight.at(-1) ?? enclose(from, to, span)
}

/** How many steps a domain has. */
const countOf = ({ min, max, interval }: Domain) => Math.round((max - min) / interval)

function enclose(from: number, to: number, interval: number): Domain {
  const max = Math.ceil(to / interval - 1e-9) * interval
  const min = Math.floor(from / interval + 1e-9) * interval
  return { min, max: max === min ? min + interval : max, interval }
}

const isNearZero = (low: number, high: number) => low <= 0 || low < high * 0.4 || low === high

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].find((each) => rough <= each * power * 1.0001) ?? 10
  return step * power
}

/** The numbers of an axis, its unit beside the highest: `万亿元` above, `%` behind each. */
export interface AxisText {
  readonly unit: string
  readonly width: number
  format(value: number): string
}

export function axisText(domain: Domain, scale: Scale, frame: Frame): AxisText {
  const behind = scale.label === '%' ? '%' : ''
  const step = domain.interval / 10 ** scale.power
  const digits = Math.max(0, Math.min(4, -Math.floor(Math.log10(step) + 1e-9) + (isQuarter(step) ? 1 : 0)))
  const places = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const format = (value: number) => {
    const isZero = Math.abs(value) < domain.interval / 1e6
    return withMinus(isZero ? '0' : (value / 10 ** scale.power).toLocaleString('en-US', places)) + behind
  }
  const labels = ticksOf(domain).map(format)
  const width = Math.max(...labels.map((label) => widthOf(label, fontSizeOf(frame))))
  return { unit: behind === '' ? scale.label : '', width: Math.ceil(width), format }
}

const isQuarter = (step: number) => /^25/.test(step.toPrecision(2).replace(/[0.]/g, ''))

function ticksOf({ min, max, interval }: Domain): number[] {
  const count = Math.round((max - min) / interval)
  return Array.from({ length: count + 1 }, (_, index) => min + index * interval)
}

/** About how many steps suit a plot of this height. */
export const stepsFor = (height: number) => Math.max(3, Math.min(6, Math.round(height / 70)))

/** A grey grid with numbers at its left and the unit above them. */
export function yAxis(domain: Domain, text: AxisText, frame: Frame): NonNullable<ChartOption['yAxis']> {
  const theme = themes[frame.theme]
  const fontSize = fontSizeOf(frame)
  return {
    type: 'value',
    ...domain,
    name: text.unit,
    nameGap: isCompact(frame) ? 10 : 12,
    nameTextStyle: { color: theme.muted, fontSize, align: 'left', padding: [0, 0, 0, -(text.width + 8)] },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: theme.grid, width: 1 } },
    axisLabel: { color: theme.muted, fontSize, margin: 8, formatter: (value: number) => text.format(value) },
  }
}
