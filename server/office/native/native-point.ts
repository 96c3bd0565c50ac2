import { Decimal } from 'decimal.js'
import type { Scale } from '#data/model/quantity.ts'
import { derivedWord } from '#data/wording/derived-names.ts'
import { statusNames } from '#data/wording/status-names.ts'
import {
  boundsIn,
  type ChartData,
  type ChartPoint,
  type ChartSeries,
  odditySign,
  paler,
  themes,
} from '#server/charts/index.ts'
import type { NativePoint } from './native-chart.ts'

/** A value of the API in another unit: the very decimal, moved by powers of ten. */
export const exactAt = (value: number, power: number): number =>
  new Decimal(value).div(Decimal.pow(10, power)).toNumber()

/** A number of a chart as Office draws it, in the colour of its series: paler where derived, hollow where not final. */
export function nativePoint(
  data: Pick<ChartData, 'sources' | 'language'>,
  series: ChartSeries,
  point: ChartPoint,
  { color, scale }: { readonly color: string; readonly scale: Scale },
): NativePoint {
  const { language } = data
  const { status, derived, source } = point
  const word = derivedWord[language]
  return {
    value: exactAt(point.value, scale.power),
    color: derived ? paler(color, themes.light) : color,
    isHollow: status !== 'actual' || (derived?.isAcrossBreak ?? false),
    isAhead: status === 'expected' || status === 'target',
    reach: reachOf(series, point, scale),
    aside: point.oddity ? odditySign : undefined,
    status: derived ? word : statusNames[status][language],
    source: derived ? word : (data.sources.find(({ id }) => id === source)?.title ?? source),
  }
}

/** How far a derived number may be off, where both ends are known and say how large it is. */
function reachOf(series: ChartSeries, point: ChartPoint, { power }: Scale): NativePoint['reach'] {
  const { low, high, isMeasured } = boundsIn(series)(point)
  if (!point.derived || !isMeasured || low === undefined || high === undefined) return undefined
  const value = new Decimal(point.value)
  return {
    below: exactAt(value.minus(low).toNumber(), power),
    above: exactAt(new Decimal(high).minus(value).toNumber(), power),
  }
}
