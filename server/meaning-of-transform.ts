import { denominatorOf, type Transform } from '#data/model/derive/derived.ts'
import { type Indicator, possibleBases, timeOf } from '#data/model/indicator.ts'
import { admits, type Basis, basesOf } from '#data/model/period.ts'
import { measureNames } from '#data/wording/measure-names.ts'
import { meaningless, quoted } from './errors.ts'
import type { SeriesQuery } from './input.ts'
import { chooseBases, choosePeriod, nameBases, subjectOf } from './meaning.ts'

/** Refuses transforms that mean nothing for what they are asked of. */

type Asked = Pick<
  SeriesQuery,
  'transform' | 'basis' | 'indexBase' | 'measure' | 'includeHistory' | 'updatedAfter'
>
const named = ({ name, code }: Indicator) => `${name.zh}（${code}）`

/** Transforms that set levels of different times or places against each other. */
const comparing: ReadonlySet<Transform> = new Set([
  'change',
  'pct_change',
  'yoy',
  'index',
  'share',
  'per_head',
  'per_gdp',
])
/** Transforms that say in percent how much larger a level is than another. */
const relative: ReadonlySet<Transform> = new Set(['pct_change', 'yoy', 'index'])

/**
 * Checks that a transform means something for every indicator in every region asked for.
 * @throws Problem 422
 */
export function checkTransform(
  asked: Asked,
  indicators: readonly Indicator[],
  regions: readonly string[],
  partOf: (indicator: Indicator) => Indicator | undefined,
): void {
  const { transform, indexBase, measure } = asked
  if (indexBase && transform !== 'index')
    throw meaningless(`indexBase 是指数的基期，只与 transform=index 同用`, 'indexBase')
  if (transform === 'none') return
  const other = measure.find((each) => each !== 'level')
  if (other) {
    const why = `transform=${transform} 由数值（level）推算，不能用于${measureNames[other].zh}（${other}）`
    throw meaningless(`${why}；请去掉 measure，或去掉 transform`, 'measure')
  }
  checkNoHistory(asked)
  for (const indicator of indicators) {
    const why = whyNot(indicator, transform)
    if (why) throw meaningless(`${named(indicator)}${why}`, 'transform')
    if (transform === 'share') for (const region of regions) checkShare(indicator, region, partOf(indicator))
  }
}

/** A derived number has several parents, each with its own history. */
function checkNoHistory({ transform, includeHistory, updatedAfter }: Asked): void {
  const field = includeHistory ? 'includeHistory' : updatedAfter === undefined ? undefined : 'updatedAfter'
  if (field === undefined) return
  const why = `transform=${transform} 的结果由多个数值推算，各有发布时间，不能与 ${field} 同用`
  throw meaningless(`${why}；可用 asOf 看某日所知`, field)
}

/** Whether a transform of an indicator's levels means anything, whatever the region. */
export const isMeaningful = (indicator: Indicator, transform: Transform): boolean =>
  whyNot(indicator, transform) === undefined

function whyNot(indicator: Indicator, transform: Transform): string | undefined {
  if (!indicator.comparable && comparing.has(transform))
    return `的价格基期逐年更换，不同时期、地区的数值不能相比，不能推算 ${transform}；增速请用 measure=yoy_pct`
  if (indicator.unit === 'percent' && relative.has(transform))
    return '本身是百分比，增减用百分点；请用 transform=change'
  if (denominatorOf(transform) === indicator.code) return '不能除以自身'
  if (transform === 'per_head' && indicator.aggregation !== 'sum')
    return '不能按地区相加，没有人均数；transform=per_head 只用于可以相加的数量'
  if (transform === 'per_gdp' && (indicator.kind !== 'flow' || indicator.unit !== 'CNY'))
    return '不是以元计的流量，不能与地区生产总值相比；transform=per_gdp 只用于金额'
  if (transform === 'decumulate' && indicator.kind !== 'flow')
    return '不是逐月累加的流量，没有可拆分的累计值；transform=decumulate 只用于流量'
  return undefined
}

/** The whole of which a level is a share: for a region the nation, for the nation what the indicator is part of. */
export function wholeOf(
  indicator: Indicator,
  region: string,
): { readonly of: string; readonly indicator: string; readonly region: string } | undefined {
  if (region !== 'CN') return { of: 'region:CN', indicator: indicator.code, region: 'CN' }
  return indicator.partOf === undefined
    ? undefined
    : { of: indicator.partOf, indicator: indicator.partOf, region }
}

function checkShare(indicator: Indicator, region: string, whole: Indicator | undefined): void {
  if (region !== 'CN') {
    if (indicator.aggregation === 'sum') return
    throw meaningless(`${named(indicator)}各地区的数值不能相加成全国，没有占全国的比重`, 'transform')
  }
  if (!whole)
    throw meaningless(
      `${named(indicator)}在目录中不是其他指标的一部分，在全国没有占比；占全国的比重请另选地区`,
      'transform',
    )
  if (whole.unit !== indicator.unit) throw meaningless(whyNotInOne(indicator, whole, '单位不同'), 'transform')
  const [part, all] = [possibleBases(indicator, 'level'), possibleBases(whole, 'level')]
  if (timeOf(indicator, 'level') === timeOf(whole, 'level')) return
  const why = `口径不同：前者为 ${nameBases(part)}，后者为 ${nameBases(all)}`
  throw meaningless(whyNotInOne(indicator, whole, why), 'transform')
}

const whyNotInOne = (part: Indicator, whole: Indicator, why: string) =>
  `${named(part)}与它所属的${named(whole)}${why}，不能相除`

/**
 * The bases a transform of an indicator is asked in: months are made of cumulative numbers unless quarters are asked
 * for, and an index has those that its base has.
 * @throws Problem 422 naming the basis asked for and those that would do.
 */
export function chooseDerivedBases(
  indicator: Indicator,
  { transform, basis, indexBase }: Asked,
): readonly Basis[] {
  if (transform === 'decumulate') return chooseParts(basis)
  const chosen = chooseBases(indicator, 'level', basis)
  if (!indexBase) return chosen
  const period = choosePeriod(indicator, 'level', indexBase, 'indexBase')
  const unfit = basis && chosen.find((each) => !admits[each](period))
  const fitting = chosen.filter((each) => admits[each](period))
  if (!unfit && fitting.length > 0) return fitting
  const why = `基期${quoted(indexBase.text)}属于口径 ${nameBases(basesOf(period))}，不属于 ${nameBases(unfit ? [unfit] : chosen)}`
  throw meaningless(`${subjectOf(indicator, 'level')}的${why}，两者不能相比`, 'indexBase')
}

const parts: readonly Basis[] = ['month', 'quarter']

function chooseParts(asked: readonly Basis[] = ['month']): readonly Basis[] {
  const unfit = asked.filter((each) => !parts.includes(each))
  if (unfit.length === 0) return asked
  const why = `transform=decumulate 由 ${nameBases(['cumulative'])}推算 ${nameBases(parts)}，不能得出 ${nameBases(unfit)}`
  throw meaningless(`${why}；请改写 basis`, 'basis')
}
