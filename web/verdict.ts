import { compilations } from '#data/model/compilation.ts'
import type { Language } from '#data/model/language.ts'
import { admits, parsePeriod } from '#data/model/period.ts'
import { type Scale, scaleFor } from '#data/model/quantity.ts'
import { intervalAt, withUnit } from '#data/wording/interval-text.ts'
import { type Measured, qualifierWords, unitOf } from '#server/charts/index.ts'
import type { Indicator, Lead, Point, Region } from './api.ts'
import { formatPointPeriod } from './format.ts'
import type { Messages } from './messages/messages.ts'
import { sayPoint } from './say-point.ts'

/** One clause of a verdict; derived ones say so beside them. */
export interface VerdictClause {
  readonly text: string
  readonly isDerived: boolean
  readonly isOdd: boolean
  /** 口径 changes between the numbers it is made of. */
  readonly isAcrossBreak: boolean
}

interface VerdictAsked {
  readonly indicator: Indicator
  readonly kind: Region['kind']
  readonly language: Language
  readonly t: Messages
}

/** The lead that a verdict is about: the first with a rank, else the first. */
export const leadOfVerdict = (leads: readonly Lead[]): Lead | undefined =>
  leads.find(({ rank }) => rank !== null) ?? leads[0]

/** How a region stands in one indicator, clause by clause; what is not known is left out. */
export function verdictOf(lead: Lead, asked: VerdictAsked): VerdictClause[] {
  const { level, rank, share, growth } = lead
  const { indicator, kind, language, t } = asked
  const words = t.region.verdict
  const isYear = isWholeYear(level)
  const name = t.region.of(indicator.name[language], compilationName(lead, language))
  const opening = words.opening(
    formatPointPeriod(level, lead.basis, language),
    name,
    sayPoint(level, { indicator, measure: 'level' }, language),
  )
  return [
    clause(level, opening),
    rank && { ...plain, text: words.rank(rank.place, rank.of, t.region.kinds[kind]) },
    share && clause(share, words.share(sayPoint(share, asShare(indicator), language))),
    growth && clause(growth, growthWords(growth, isYear, asked)),
    growth && lead.nation.growth && gapClause(growth, lead.nation.growth, asked),
  ].flatMap((each) => each ?? [])
}

const plain = { isDerived: false, isOdd: false, isAcrossBreak: false }

const clause = ({ derived, oddity }: Point, text: string): VerdictClause => ({
  text,
  isDerived: derived !== null,
  isOdd: oddity !== null,
  isAcrossBreak: derived?.isAcrossBreak ?? false,
})

/** The name of the compilation, where those of the indicator differ. */
export const compilationName = ({ compilation }: Pick<Lead, 'compilation'>, language: Language): string =>
  compilation ? compilations[compilation].name[language] : ''

export const asShare = (indicator: Indicator): Measured => ({
  indicator,
  measure: 'level',
  transform: 'share',
})
export const asGrowth = (indicator: Indicator): Measured => ({ indicator, measure: 'yoy_pct' })

function isWholeYear({ period, time }: Point): boolean {
  const parsed = parsePeriod(period, time)
  return parsed !== undefined && admits.year(parsed)
}

function growthWords(growth: Point, isYear: boolean, { indicator, language, t }: VerdictAsked): string {
  const direction = growth.value > 0 ? 'rise' : growth.value < 0 ? 'fall' : 'flat'
  const value = sayPoint(growth, asGrowth(indicator), language, 1).replace('−', '')
  return t.region.verdict[direction](value, isYear)
}

/** By how much growth is above or below that of the nation; not said where the digits do not tell which is larger. */
function gapClause(own: Point, nation: Point, { indicator, language, t }: VerdictAsked): VerdictClause {
  const { above, below, alike } = t.region.verdict
  const least = (own.low ?? -Infinity) - (nation.high ?? Infinity)
  const largest = (own.high ?? Infinity) - (nation.low ?? -Infinity)
  const gap = own.value - nation.value
  const scale = scaleFor(0, unitOf({ indicator, measure: 'growth_change_pp' }), language)
  const size =
    least > 0 ? { value: gap, low: least, high: largest } : { value: -gap, low: -largest, high: -least }
  const text = size.low <= 0 ? alike : (least > 0 ? above : below)(sizeText(size, scale, language))
  const sides = [clause(own, text), clause(nation, text)]
  return {
    text,
    isDerived: true,
    isOdd: sides.some(({ isOdd }) => isOdd),
    isAcrossBreak: sides.some((side) => side.isAcrossBreak),
  }
}

/**
 * A positive size with no more digits than its ends bear: `8.0个百分点` where it is known to a tenth on either side,
 * `约4个百分点` where to one, else from where to where.
 */
function sizeText({ value, low, high }: Size, scale: Scale, language: Language): string {
  const half = (high - low) / 2
  if (half < 0.11) return withUnit(value.toFixed(1), scale.label, language)
  if (half <= 1 && value >= 2)
    return qualifierWords['~'][language] + withUnit(value.toFixed(0), scale.label, language)
  return intervalAt({ low, high: Number.isFinite(high) ? high : null }, scale, language, 1)
}

interface Size {
  readonly value: number
  readonly low: number
  readonly high: number
}
