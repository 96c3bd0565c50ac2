import type { CustomSeriesOption } from 'echarts/charts'
import type { Domain } from '../axes/value-axis.ts'
import type { ChartPoint, ChartSeries } from '../chart-kind.ts'
import { type Bounds, boundsIn } from '../points/bounds.ts'
import { runsOf } from '../points/runs.ts'
import { fontFamily } from '../typography.ts'

type Place = (point: ChartPoint) => number
type Corner = [number, number]

interface Look {
  readonly color: string
  readonly domain: Domain
  readonly z: number
}

const isDerived = ({ points }: ChartSeries) => points.some(({ derived }) => derived)

/**
 * What derived numbers may be, as an area round each run of their line; a number alone has an upright bar, one with an
 * open end no area but a tick at the end that is known.
 * @param placeOf where a number stands on the axis of time.
 * @returns nothing where every number is printed.
 */
export function bandOf(series: ChartSeries, placeOf: Place, look: Look): CustomSeriesOption[] {
  if (!isDerived(series)) return []
  const boundsOf = boundsIn(series)
  const runs = runsOf(series).runs.flatMap((run) => measuredRuns(run, boundsOf))
  const area: CustomSeriesOption = {
    type: 'custom',
    silent: true,
    clip: true,
    z: look.z,
    data: runs.map((run) => [placeOfFirst(run, placeOf), run[0]?.value ?? 0]),
    renderItem: ({ dataIndex }, api) => ({
      type: 'polygon',
      shape: { points: outlineOf(runs[dataIndex] ?? [], placeOf).map((corner) => api.coord(corner)) },
      style: { fill: look.color, opacity: 0.22 },
    }),
  }
  return [...(runs.length === 0 ? [] : [area]), ...openEnds(series, series.points, placeOf, look)]
}

const placeOfFirst = (run: readonly ChartPoint[], placeOf: Place) => (run[0] ? placeOf(run[0]) : 0)

/** A run cut where a number has an open end: an area stands only for what is measured. */
function measuredRuns(run: readonly ChartPoint[], boundsOf: (point: ChartPoint) => Bounds): ChartPoint[][] {
  const cut: ChartPoint[][] = [[]]
  for (const point of run) {
    if (boundsOf(point).isMeasured) cut.at(-1)?.push(point)
    else cut.push([])
  }
  return cut.filter(({ length }) => length > 0)
}

/** Along the upper ends and back along the lower ones. */
export function outlineOf(run: readonly ChartPoint[], placeOf: Place): Corner[] {
  const [only, ...others] = run
  if (only && others.length === 0) {
    const [x, low, high] = [placeOf(only), only.low ?? only.value, only.high ?? only.value]
    return [
      [x - 0.25, high],
      [x + 0.25, high],
      [x + 0.25, low],
      [x - 0.25, low],
    ]
  }
  return [
    ...run.map((point): Corner => [placeOf(point), point.high ?? point.value]),
    ...run.toReversed().map((point): Corner => [placeOf(point), point.low ?? point.value]),
  ]
}

const line = (color: string, [x1, y1]: Corner, [x2, y2]: Corner) =>
  ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: color, lineWidth: 1.25 } }) as const

interface OpenEnd {
  readonly at: Corner
  readonly sign: '≥' | '≤'
}

/** A tick with ≥ or ≤ at the known end of each number that has an open one, the sign on the side away from the number. */
function openEnds(
  series: ChartSeries,
  points: readonly ChartPoint[],
  placeOf: Place,
  { color, domain, z }: Look,
): CustomSeriesOption[] {
  const ends = points.flatMap((point) => knownEnds(boundsIn(series)(point), placeOf(point), domain))
  if (ends.length === 0) return []
  return [
    {
      type: 'custom',
      silent: true,
      clip: false,
      z: z + 1,
      data: ends.map(({ at }) => at),
      renderItem: ({ dataIndex }, api) => {
        const { at, sign } = ends[dataIndex] ?? { at: [0, 0], sign: '≥' }
        const [x = 0, y = 0] = api.coord(at)
        const isLeast = sign === '≥'
        return {
          type: 'group',
          children: [
            line(color, [x - 5, y], [x + 5, y]),
            {
              type: 'text',
              style: {
                text: sign,
                x,
                y: y + (isLeast ? 3 : -3),
                align: 'center',
                verticalAlign: isLeast ? 'top' : 'bottom',
                fill: color,
                fontSize: 12,
                fontFamily,
              },
            },
          ],
        }
      },
    },
  ]
}

function knownEnds({ low, high, isMeasured }: Bounds, x: number, { min, max }: Domain): OpenEnd[] {
  if (isMeasured) return []
  const ends: readonly (readonly [number | undefined, OpenEnd['sign']])[] = [
    [low, '≥'],
    [high, '≤'],
  ]
  return ends.flatMap(([end, sign]) =>
    end === undefined || end < min || end > max ? [] : [{ at: [x, end], sign }],
  )
}

/** What a bar may reach, as an upright with caps, on every derived number; with an open end a tick at the other. */
export function whiskersOf(
  series: ChartSeries,
  placeOf: Place,
  { color, domain, width }: { readonly color: string; readonly domain: Domain; readonly width: number },
): CustomSeriesOption[] {
  const derived = series.points.filter((point) => point.derived)
  const boundsOf = boundsIn(series)
  const measured = derived.filter((point) => boundsOf(point).isMeasured)
  const whiskers: CustomSeriesOption = {
    type: 'custom',
    silent: true,
    clip: true,
    z: 4,
    data: measured.map((point) => [placeOf(point), point.value]),
    renderItem: ({ dataIndex }, api) => {
      const point = measured[dataIndex]
      const [x = 0, low = 0] = api.coord([api.value(0), point?.low ?? 0])
      const [, high = 0] = api.coord([api.value(0), point?.high ?? 0])
      const half = width / 2
      return {
        type: 'group',
        children: [
          line(color, [x, low], [x, high]),
          line(color, [x - half, low], [x + half, low]),
          line(color, [x - half, high], [x + half, high]),
        ],
      }
    },
  }
  return [
    ...(measured.length === 0 ? [] : [whiskers]),
    ...openEnds(series, derived, placeOf, { color, domain, z: 4 }),
  ]
}

/** Every value a chart has to have room for: derived numbers with those of their ends that say how large they are. */
export const reachOf = (series: readonly ChartSeries[]): number[] =>
  series.flatMap((each) => {
    const boundsOf = boundsIn(each)
    return each.points.flatMap((point) => {
      const { low, high, isMeasured } = boundsOf(point)
      const isWide = low !== undefined && high !== undefined && !isMeasured
      return point.derived && !isWide ? [point.value, low ?? point.value, high ?? point.value] : [point.value]
    })
  })
