import type { NativeChart } from './native-chart.ts'

/** A chart cut to some of its bars, and the whole of it with these first: the rows of its workbook. */
export interface FirstBars {
  readonly chart: NativeChart
  readonly whole: NativeChart
  /** How many regions there are, and how many of them are drawn. */
  readonly of: number
  readonly drawn: number
}

/**
 * The highest bars of a ranking with more regions than that, and in any case the nation and the region that was chosen.
 * @returns undefined where all have room, or where the chart is none of bars.
 */
export function firstBars(chart: NativeChart, most: number): FirstBars | undefined {
  const all = chart.slots.map((slot, at) => ({ slot, at }))
  const regions = all.filter(({ slot }) => slot.role !== 'nation')
  if (chart.shape !== 'bars' || regions.length <= most) return undefined
  const highest = new Set(regions.slice(0, most))
  const kept = all.filter((each) => highest.has(each) || each.slot.role)
  const others = all.filter((each) => !kept.includes(each))
  return {
    chart: withSlots(
      chart,
      kept.map(({ at }) => at),
    ),
    whole: withSlots(
      chart,
      [...kept, ...others].map(({ at }) => at),
    ),
    of: regions.length,
    drawn: kept.filter(({ slot }) => slot.role !== 'nation').length,
  }
}

const withSlots = (chart: NativeChart, places: readonly number[]): NativeChart => ({
  ...chart,
  slots: places.flatMap((at) => chart.slots[at] ?? []),
  series: chart.series.map((series) => ({ ...series, points: places.map((at) => series.points[at]) })),
})
