import type { Catalog } from '#data/catalog/catalog.ts'
import { timeOf } from '#data/model/indicator.ts'
import type { Measure } from '#data/model/measure.ts'
import { admits, monthsOf, parsePeriod } from '#data/model/period.ts'
import { isNegative, isZero, sayExact, sayNumber, saySize } from './say-number.ts'
import { sayBase as sayBasePeriod } from './say-period.ts'
import { sayPlace } from './say-place.ts'
import type { Told } from './told.ts'
import { isShareWord, words } from './words.ts'

/** A predicate in two pieces, so that a list can put 分别 between: 「同比」+「增长11.6%」. */
export interface Predicate {
  readonly opening: string
  /** The word that ends before the number; alike in all members of a list. */
  readonly verb: string
  readonly number: string
}

/** What else the sentence says of the same subject. */
export interface Around {
  readonly catalog: Catalog
  readonly others: readonly Told[]
}

/** What a sentence says of its subject by each measure. */
export const sayMeasure: Readonly<Record<Measure, (observation: Told, around: Around) => Predicate>> = {
  level: sayLevel,
  yoy_pct: (observation, { catalog }) => sayGrowth(observation, baseOfGrowth(observation, catalog).words),
  mom_pct: (observation) => sayGrowth(observation, words.onMonth),
  share_pct: sayShare,
  share_change_pp: sayShareChange,
  growth_change_pp: sayGrowthChange,
  contribution_pp: sayContribution,
  net_add: sayNetAddition,
  level_change: sayLevelChange,
}

function sayLevel(observation: Told, { catalog }: Around): Predicate {
  const { indicator, qualifier, status } = observation
  const isRate = catalog.indicators.get(indicator)?.kind === 'ratio'
  if (status === 'target') return sayAim(observation)
  const verb = isLimited(qualifier) ? '' : isRate ? words.is : qualifier === '' ? words.reaches : ''
  return { opening: '', verb, number: sayNumber(observation) }
}

/** 超50% needs no verb before it, 约 and a bare number do: 为50%. */
const isLimited = (qualifier: Told['qualifier']) => qualifier !== '' && qualifier !== '~'

/** 达到12EFLOPS, 超过12EFLOPS, 达到60%左右. */
function sayAim(observation: Told): Predicate {
  const { qualifier } = observation
  const reach = words.reaches + words.until
  if (qualifier === '~') return { opening: '', verb: reach, number: sayExact(observation) + words.aboutAfter }
  if (qualifier === '>') return { opening: '', verb: words.exceeds, number: sayExact(observation) }
  return { opening: '', verb: qualifier === '' ? reach : '', number: sayNumber(observation) }
}

/** 比 and 较 are of moves; what has not moved is 与 its base 持平. */
const beforeBase = /^(增速|降幅|占.*的比重|占比|)[比较]/

/** A move from a base: 较一季度 + 提高 + 0.2个百分点, and 持平 where nothing moved, 基本持平 where about nothing did. */
function sayMove(observation: Told, opening: string, [up, down]: readonly [string, string]): Predicate {
  if (isZero(observation)) {
    const verb = observation.qualifier === '~' ? words.nearlyLevel : words.level
    return { opening: opening.replace(beforeBase, '$1与'), verb, number: '' }
  }
  return { opening, verb: isNegative(observation) ? down : up, number: saySize(observation) }
}

const sayGrowth = (observation: Told, base: string) => sayMove(observation, base, [words.grows, words.falls])

const aboveBelow = [words.above, words.below] as const

function directionsOf({ isGap }: Base, moved: readonly [string, string]): readonly [string, string] {
  return isGap ? aboveBelow : moved
}

/** 增速较一季度提高; 降幅收窄 where both growths are falls. */
function sayGrowthChange(observation: Told, { catalog, others }: Around): Predicate {
  const base = baseOfChange(observation, catalog)
  const growth = others.find(({ measure }) => measure === 'yoy_pct')
  const now = Number(growth?.printedValue ?? 0)
  const isDecline = now < 0 && now - Number(observation.printedValue) < 0 && !base.isGap
  if (isDecline) return sayMove(observation, words.decline + base.words, [words.narrows, words.widens])
  const moved = directionsOf(base, [words.rises, words.slows])
  return sayMove(observation, words.growth + base.words, moved)
}

/** 占软件业务收入的比重; '' where the indicator is a share itself. */
function sayWhole({ indicator, of }: Told, { indicators, regions }: Catalog): string {
  if (indicators.get(indicator)?.shareOf !== undefined) return ''
  const region = of.startsWith('region:') ? regions.get(of.slice('region:'.length)) : undefined
  const whole = region ? sayPlace(region, '全国') : indicators.get(of)?.name.zh
  return whole === undefined ? words.shareAlone : words.takes + whole + words.of + words.share
}

function sayShare(observation: Told, { catalog }: Around): Predicate {
  const opening = sayWhole(observation, catalog)
  if (observation.qualifier === '~')
    return { opening, verb: words.about + words.is, number: sayExact(observation) }
  const verb = isLimited(observation.qualifier) ? '' : words.is
  return { opening, verb, number: sayNumber(observation) }
}

/** The whole is not named again right after the share itself. */
function sayShareChange(observation: Told, { catalog, others }: Around): Predicate {
  const isNamed = others.some(({ measure, of }) => measure === 'share_pct' && of === observation.of)
  const base = baseOfChange(observation, catalog)
  const opening = (isNamed ? '' : sayWhole(observation, catalog)) + base.words
  return sayMove(observation, opening, directionsOf(base, [words.rises, words.falls]))
}

function sayContribution(observation: Told, { catalog: { indicators } }: Around): Predicate {
  const whole = indicators.get(observation.indicator)?.partOf
  const opening = words.pulls + (whole === undefined ? '' : (indicators.get(whole)?.name.zh ?? ''))
  const isFall = isNegative(observation)
  return { opening, verb: isFall ? words.falls : words.grows, number: saySize(observation) }
}

/** 比上年末净增 beside a level at the end of a month; else the span has been said. */
function sayNetAddition(observation: Told, { catalog, others }: Around): Predicate {
  const stated = baseOfNetAddition(observation, catalog)
  const isFromYearEnd = monthsOf(observation.period).start.endsWith('-01')
  const isBeside = others.some(({ period }) => period.time === 'moment')
  const usual = isBeside && isFromYearEnd ? words.thanYearEnd : ''
  return sayMove(observation, stated?.words ?? usual, [words.adds, words.loses])
}

function sayLevelChange(observation: Told, { catalog }: Around): Predicate {
  const isRate = catalog.indicators.get(observation.indicator)?.kind === 'ratio'
  const base = baseOfChange(observation, catalog)
  const moved = isRate ? ([words.rises, words.falls] as const) : ([words.increases, words.decreases] as const)
  return sayMove(observation, base.words, directionsOf(base, moved))
}

/** What a change is measured from. */
interface Base {
  /** 较一季度, 比同期电信业务收入, 同比. */
  readonly words: string
  /** Whether it is another indicator or region, so that one is higher than the other rather than risen. */
  readonly isGap: boolean
}

/** The base of a growth: 同比 unless another is stated. */
function baseOfGrowth(observation: Told, catalog: Catalog): Base {
  const isYear = admits.year(observation.period)
  const usual = isYear ? words.thanLastYear : words.onYear
  return statedBase(observation, catalog, words.than) ?? { words: usual, isGap: false }
}

/** The base of a change of growth, share or level: 较上年同期, or 较上年末 for what stands at a moment. */
function baseOfChange(observation: Told, catalog: Catalog): Base {
  return statedBase(observation, catalog, words.over) ?? { words: usualBase(observation), isGap: false }
}

/** 比4月末: where a net addition does not count from the end of the year before. */
const baseOfNetAddition = (observation: Told, catalog: Catalog): Base | undefined =>
  statedBase(observation, catalog, words.than)

function usualBase({ period, measure }: Told): string {
  if (admits.year(period)) return words.overLastYear
  const isGrowth = measure === 'growth_change_pp'
  return period.time === 'moment' && !isGrowth ? words.overYearEnd : words.overSamePeriod
}

function statedBase(
  { indicator: code, measure, comparedTo, period }: Told,
  { indicators, regions }: Catalog,
  over: string,
): Base | undefined {
  if (comparedTo === '') return undefined
  const [kind, named = ''] = comparedTo.split(':')
  const indicator = kind === 'indicator' ? indicators.get(named) : undefined
  if (indicator) return { words: words.than + words.same + indicator.name.zh, isGap: true }
  const region = kind === 'region' ? regions.get(named) : undefined
  if (region) return { words: sayGap(sayPlace(region, '全国')), isGap: true }
  const own = indicators.get(code)
  const time = own && measure === 'net_add' ? timeOf(own, 'level') : period.time
  const base = parsePeriod(comparedTo, time) ?? parsePeriod(comparedTo, 'span')
  return base && { words: over + sayBasePeriod(base, period), isGap: false }
}

/** 比东部地区; 较重庆市, as 比重 is a word of its own. */
const sayGap = (place: string) =>
  (isShareWord(words.than + place.charAt(0)) ? words.over : words.than) + place
