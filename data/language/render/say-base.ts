import type { Catalog } from '#data/catalog/catalog.ts'
import { timeOf } from '#data/model/indicator.ts'
import { admits, parsePeriod } from '#data/model/period.ts'
import { sayBase as sayBasePeriod } from './say-period.ts'
import { sayPlace } from './say-place.ts'
import type { Told } from './told.ts'
import { isShareWord, words } from './words.ts'

/** What a change is measured from. */
export interface Base {
  /** 较一季度, 比同期电信业务收入, 同比. */
  readonly words: string
  /** Whether it is another indicator or region, so that one is higher than the other rather than risen. */
  readonly isGap: boolean
}

/** The base of a growth: 同比 unless another is stated. */
export function baseOfGrowth(observation: Told, catalog: Catalog): Base {
  const isYear = admits.year(observation.period)
  const usual = isYear ? words.thanLastYear : words.onYear
  return statedBase(observation, catalog, words.than) ?? { words: usual, isGap: false }
}

/** The base of a change of growth, share or level: 较上年同期, or 较上年末 for what stands at a moment. */
export function baseOfChange(observation: Told, catalog: Catalog): Base {
  return statedBase(observation, catalog, words.over) ?? { words: usualBase(observation), isGap: false }
}

/** 比4月末: where a net addition does not count from the end of the year before. */
export const baseOfNetAddition = (observation: Told, catalog: Catalog): Base | undefined =>
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
