import type { CustomSeriesOption } from 'echarts/charts'
import type { Domain } from '../axes/value-axis.ts'
import type { ChartPoint, ChartSeries } from '../chart-kind.ts'
import { runsOf } from '../points/runs.ts'

type Place = (point: ChartPoint) => number
type Corner = [number, number]

/**
 * What derived numbers may be, as an area round each run of their line; a number alone has an upright bar.
 * @param placeOf where a number stands on the axis of time.
 * @returns nothing where every number is printed.
 */
export function bandOf(
  series: ChartSeries,
  placeOf: Place,
  { color, domain, z }: { readonly color: string; readonly domain: Domain; readonly z: number },
): CustomSeriesOption[] {
  if (!series.points.some(({ derived }) => derived)) return []
  const { runs } = runsOf(series)
  return [
    {
      type: 'custom',
      silent: true,
      clip: true,
      z,
      data: runs.map((run) => [placeOfFirst(run, placeOf), run[0]?.value ?? 0]),
      renderItem: ({ dataIndex }, api) => ({
        type: 'polygon',
        shape: {
          points: outlineOf(runs[dataIndex] ?? [], placeOf, domain).map((corner) => api.coord(corner)),
        },
        style: { fill: color, opacity: 0.22 },
      }),
    },
  ]
}

const placeOfFirst = (run: readonly ChartPoint[], placeOf: Place) => (run[0] ? placeOf(run[0]) : 0)

/** Along the upper ends and back along the lower ones; an open end reaches the edge of the plot. */
export function outlineOf(run: readonly ChartPoint[], placeOf: Place, { min, max }: Domain): Corner[] {
  const [only, ...others] = run
  if (only && others.length === 0) {
    const [x, low, high] = [placeOf(only), only.low ?? min, only.high ?? max]
    return [
      [x - 0.25, high],
      [x + 0.25, high],
      [x + 0.25, low],
      [x - 0.25, low],
    ]
  }
  return [
    ...run.map((point): Corner => [placeOf(point), point.high ?? max]),
    ...run.toReversed().map((point): Corner => [placeOf(point), point.low ?? min]),
  ]
}

/** What a bar may reach, as an upright with caps, on every derived number. */
export function whiskersOf(
  series: ChartSeries,
  placeOf: Place,
  { color, domain, width }: { readonly color: string; readonly domain: Domain; readonly width: number },
): CustomSeriesOption[] {
  const points = series.points.filter(({ derived }) => derived)
  if (points.length === 0) return []
  return [
    {
      type: 'custom',
      silent: true,
      clip: true,
      z: 4,
      data: points.map((point) => [placeOf(point), point.value]),
      renderItem: ({ dataIndex }, api) => {
        const point = points[dataIndex]
        const [x = 0, low = 0] = api.coord([api.value(0), point?.low ?? domain.min])
        const [, high = 0] = api.coord([api.value(0), point?.high ?? domain.max])
        const line = (x1: number, y1: number, x2: number, y2: number) =>
          ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: color, lineWidth: 1.25 } }) as const
        const half = width / 2
        return {
          type: 'group',
          children: [
            line(x, low, x, high),
            line(x - half, low, x + half, low),
            line(x - half, high, x + half, high),
          ],
        }
      },
    },
  ]
}

/** Every value a chart has to have room for: derived numbers with their ends. */
export const reachOf = (series: readonly ChartSeries[]): number[] =>
  series.flatMap(({ points }) =>
    points.flatMap(({ value, low, high, derived }) =>
      derived ? [value, low ?? value, high ?? value] : [value],
    ),
  )
