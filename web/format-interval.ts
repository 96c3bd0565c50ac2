import type { Language } from '#data/model/language.ts'
import { type Ladder, type Scale, scaleFor } from '#data/model/quantity.ts'
import { decimalsFor, type Ends, intervalAt, threeDigits, withUnit } from '#data/wording/interval-text.ts'

/** What it takes to say a value: the unit, the classifier of counted things, and the step of the unit to keep to. */
export interface Said {
  readonly unit: Ladder
  readonly counter?: string | null | undefined
  /** Printed units (亿元): the step of the first that the ladder has is kept, so that both sides read alike. */
  readonly like?: readonly string[]
  /** The most decimals to show, where more would only be noise; ends are still rounded outward. */
  readonly most?: number
}

/** An interval at the step of its unit that suits its size: `124,739—124,854亿元`; nothing where both ends are open. */
export const formatInterval = (ends: Ends, said: Said, language: Language): string =>
  intervalAt(ends, scaleOfEnds(ends, said, language), language, said.most)

const scaleOfEnds = ({ low, high }: Ends, said: Said, language: Language) =>
  scaleLike(Math.max(...[low ?? 0, high ?? 0].map(Math.abs)), said, language)

/** A derived number in short, and under it its interval, in the same unit, where the short form does not say it. */
export interface SaidInterval {
  readonly short: string
  readonly interval: string
}

/** Beyond this part of the value no single number stands for an interval. */
const widest = 0.1

/**
 * An interval as a reader wants it: its middle to three significant digits, or to as many as are certain, with the
 * interval for who looks closer. A wide or open one is said as it is.
 */
export function shortenInterval(ends: Ends, said: Said, language: Language): SaidInterval {
  const { low, high } = ends
  const whole = formatInterval(ends, said, language)
  if (low === null || high === null) return { short: whole, interval: '' }
  const value = (low + high) / 2
  const isWide = (high - low) / 2 > widest * Math.abs(value)
  if (isWide) return { short: whole, interval: '' }
  const { power, label } = scaleOfEnds(ends, said, language)
  const places = Math.min(decimalsFor({ value, low, high }, power), threeDigits(value, power))
  const digits = (value / 10 ** power).toLocaleString('en-US', { maximumFractionDigits: places })
  const short = withUnit(digits.replace(/^-/, '−'), label, language)
  const bare = { power, label: label === '%' ? label : '' }
  return { short, interval: short === whole ? '' : intervalAt(ends, bare, language, said.most) }
}

/** A size without its sign, to three or more digits: `1,481亿元`. */
export function formatSize(value: number, said: Said, language: Language): string {
  const size = Math.abs(value)
  const scale = scaleLike(size, said, language)
  const scaled = size / 10 ** scale.power
  const most = Math.max(0, Math.min(6, 3 - wholeDigits(scaled)))
  const digits = scaled.toLocaleString('en-US', { maximumFractionDigits: most })
  return withUnit(digits, scale.label, language)
}

function scaleLike(largest: number, { unit, counter, like = [] }: Said, language: Language): Scale {
  const usual = scaleFor(largest, unit, language, counter ?? undefined)
  if (language === 'en') return usual
  const steps = unit.ladder.zh.map(([power, label]) => ({
    power,
    label: label.replace('{}', counter ?? unit.name.zh),
  }))
  const [step] = like.flatMap((printed) => steps.find(({ label }) => label === printed) ?? [])
  return step && largest >= 10 ** (step.power - 1) ? step : usual
}

const wholeDigits = (value: number) => (value === 0 ? 1 : Math.floor(Math.log10(Math.abs(value))) + 1)
