import { mix, themes } from '#server/charts/index.ts'
import type { NativeChart, NativePoint, NativeSeries } from '../native/native-chart.ts'
import { tag, valued, type Xml } from '../xml.ts'
import type { ChartRoom } from './chart-frame.ts'
import { type Dash, noOutline, outline, shapeLook, solidFill } from './chart-look.ts'
import type { ChartSheet } from './chart-sheet.ts'
import { barLabels, endLabels, labels } from './labels.ts'
import { cells, head, reference } from './references.ts'

const theme = themes.light

/** A line through points: its elements in the order of CT_LineSer. */
export function lineSeries(chart: NativeChart, index: number, sheet: ChartSheet, room: ChartRoom): Xml {
  const [series, column] = [chart.series[index], sheet.series[index]]
  if (!series || !column) return tag('c:ser')
  return tag(
    'c:ser',
    {},
    head(index, column, sheet),
    shapeLook(outline(series.color, series.width, dashes[series.dash])),
    series.isDotted ? marker(series, series.color, false) : noMarker,
    series.points.flatMap((point, at) =>
      point && isApart(series, at) ? [linePoint(series, point, at)] : [],
    ),
    endLabels(chart, index, room),
    reachBars(sheet, index, series.color, 'line'),
    cells(column, sheet),
    valued('c:smooth', 0),
  )
}

/** Bars: its elements in the order of CT_BarSer. */
export function barSeries(chart: NativeChart, index: number, sheet: ChartSheet, room: ChartRoom): Xml {
  const [series, column] = [chart.series[index], sheet.series[index]]
  if (!series || !column) return tag('c:ser')
  return tag(
    'c:ser',
    {},
    head(index, column, sheet),
    shapeLook(solidFill(series.color)),
    valued('c:invertIfNegative', 0),
    series.points.flatMap((point, at) => (point && isOtherBar(series, point) ? [barPoint(point, at)] : [])),
    barLabels(chart, series, room),
    reachBars(sheet, index, theme.muted, 'bar'),
    cells(column, sheet),
  )
}

/** Uprights as the error bars of lines that are not seen: dashed ones with their name, or ticks on the axis. */
export function ruleSeries(chart: NativeChart, sheet: ChartSheet, { frame }: ChartRoom): readonly Xml[] {
  const { axis, series } = chart
  const range = axis.max - axis.min
  return sheet.rules.map((column, index) => {
    const isTick = chart.rules.some(({ isRebase, name }) => isRebase && name === column.heading)
    const [type, length, look] = isTick
      ? (['plus', range * 0.03, outline(theme.muted, 1.5)] as const)
      : (['minus', range, outline(theme.axis, 1, 'dash')] as const)
    return tag(
      'c:ser',
      {},
      head(series.length + index, column, sheet),
      shapeLook(noOutline),
      noMarker,
      isTick
        ? undefined
        : labels([], { size: frame.fontSize, color: theme.muted }, { name: true, place: 'r' }),
      tag(
        'c:errBars',
        {},
        valued('c:errDir', 'y'),
        valued('c:errBarType', type),
        valued('c:errValType', 'fixedVal'),
        valued('c:noEndCap', 1),
        valued('c:val', length),
        shapeLook(look),
      ),
      cells(column, sheet),
      valued('c:smooth', 0),
    )
  })
}

const dashes: Readonly<Record<NativeSeries['dash'], Dash>> = { solid: 'solid', dash: 'dash', dot: 'sysDot' }

const noMarker = tag('c:marker', {}, valued('c:symbol', 'none'))

/** Full in its colour, or a ring of it. */
const marker = ({ shape }: Pick<NativeSeries, 'shape'>, color: string, isHollow: boolean, size = 5): Xml =>
  tag(
    'c:marker',
    {},
    valued('c:symbol', shape),
    valued('c:size', isHollow ? size + 1 : size),
    shapeLook(solidFill(isHollow ? '#ffffff' : color), outline(color, isHollow ? 1.75 : 0.75)),
  )

/** Whether a point looks otherwise than its line: not final, paler, or alone or last on a line without dots. */
function isApart({ points, isDotted, color }: NativeSeries, at: number): boolean {
  const point = points[at]
  if (!point) return false
  const isAlone = !points[at - 1] && !points[at + 1]
  const isLast = points.findLastIndex(Boolean) === at
  return point.isHollow || point.isAhead || point.color !== color || (!isDotted && (isAlone || isLast))
}

function linePoint(series: NativeSeries, point: NativePoint, at: number): Xml {
  const dash = point.isAhead ? 'sysDash' : dashes[series.dash]
  return tag(
    'c:dPt',
    {},
    valued('c:idx', at),
    marker(
      { shape: point.isAhead ? 'diamond' : series.shape },
      point.color,
      point.isHollow,
      point.isAhead ? 8 : 5,
    ),
    valued('c:bubble3D', 0),
    shapeLook(outline(series.color, series.width, dash)),
  )
}

const isOtherBar = (series: NativeSeries, { color, isHollow }: NativePoint) =>
  isHollow || color !== series.color

const barPoint = ({ color, isHollow, isAhead }: NativePoint, at: number): Xml =>
  tag(
    'c:dPt',
    {},
    valued('c:idx', at),
    valued('c:invertIfNegative', 0),
    valued('c:bubble3D', 0),
    isHollow
      ? shapeLook(solidFill(mix('#ffffff', color, 0.15)), outline(color, 1.25, isAhead ? 'sysDash' : 'solid'))
      : shapeLook(solidFill(color), noOutline),
  )

/** What derived numbers may be: wide pale bars behind a line, whiskers with caps on bars. */
function reachBars(sheet: ChartSheet, index: number, color: string, of: 'line' | 'bar'): Xml | undefined {
  const reach = sheet.reaches[index]
  if (!reach) return undefined
  const isLine = of === 'line'
  return tag(
    'c:errBars',
    {},
    // Bars know but one direction, and Office writes none for them.
    isLine ? valued('c:errDir', 'y') : undefined,
    valued('c:errBarType', 'both'),
    valued('c:errValType', 'cust'),
    valued('c:noEndCap', isLine ? 1 : 0),
    tag('c:plus', {}, reference(reach.above, sheet)),
    tag('c:minus', {}, reference(reach.below, sheet)),
    shapeLook(isLine ? outline(mix(color, theme.ground, 0.5), 4) : outline(color, 1.25)),
  )
}
