import { themes } from '#server/charts/index.ts'
import type { NativeChart } from '../native/native-chart.ts'
import { tag, valued, type Xml } from '../xml.ts'
import { axes, axisIds } from './axes.ts'
import { type ChartFrame, type ChartRoom, legendHeight, roomOf } from './chart-frame.ts'
import { manualLayout, noFill, noOutline, shapeLook, textLook } from './chart-look.ts'
import type { ChartSheet } from './chart-sheet.ts'
import { barSeries, lineSeries, ruleSeries } from './series.ts'

const namespaces = {
  'xmlns:c': 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

const { muted } = themes.light

/**
 * The part of a chart that Office draws (DrawingML, ECMA-376 part 1, 21.2), for PowerPoint and Word alike.
 * @param sheet the workbook behind it, whose cells its series name; the part has the relation `rId1` to it.
 */
export function chartXml(chart: NativeChart, sheet: ChartSheet, frame: ChartFrame): Xml {
  const room = roomOf(chart, frame)
  return tag(
    'c:chartSpace',
    namespaces,
    valued('c:date1904', 0),
    valued('c:lang', 'zh-CN'),
    valued('c:roundedCorners', 0),
    tag(
      'c:chart',
      {},
      valued('c:autoTitleDeleted', 1),
      plotArea(chart, sheet, room),
      chart.shape === 'lines' && !room.hasNames ? legend(chart, sheet, room) : undefined,
      valued('c:plotVisOnly', 1),
      valued('c:dispBlanksAs', chart.blanks),
    ),
    shapeLook(noFill, noOutline),
    textLook({ size: frame.fontSize, color: muted }),
    tag('c:externalData', { 'r:id': 'rId1' }, valued('c:autoUpdate', 0)),
  )
}

function plotArea(chart: NativeChart, sheet: ChartSheet, room: ChartRoom): Xml {
  const { frame, plot } = room
  return tag(
    'c:plotArea',
    {},
    manualLayout(
      {
        x: plot.left / frame.width,
        y: plot.top / frame.height,
        w: plot.width / frame.width,
        h: plot.height / frame.height,
      },
      'inner',
    ),
    chart.shape === 'lines' ? lines(chart, sheet, room) : bars(chart, sheet, room),
    axes(chart, room),
    shapeLook(noFill, noOutline),
  )
}

const ids = axisIds.map((id) => valued('c:axId', id))

function lines(chart: NativeChart, sheet: ChartSheet, room: ChartRoom): Xml {
  return tag(
    'c:lineChart',
    {},
    valued('c:grouping', 'standard'),
    valued('c:varyColors', 0),
    chart.series.map((_, index) => lineSeries(chart, index, sheet, room)),
    ruleSeries(chart, sheet, room),
    valued('c:marker', 1),
    ids,
  )
}

/** Bars, and over them on the same axes the uprights, which only lines can bear. */
function bars(chart: NativeChart, sheet: ChartSheet, room: ChartRoom): readonly Xml[] {
  const rules = ruleSeries(chart, sheet, room)
  const own = tag(
    'c:barChart',
    {},
    valued('c:barDir', chart.shape === 'bars' ? 'bar' : 'col'),
    valued('c:grouping', 'clustered'),
    valued('c:varyColors', 0),
    chart.series.map((_, index) => barSeries(chart, index, sheet, room)),
    valued('c:gapWidth', gapOf(chart, room)),
    ids,
  )
  if (rules.length === 0) return [own]
  return [
    own,
    tag(
      'c:lineChart',
      {},
      valued('c:grouping', 'standard'),
      valued('c:varyColors', 0),
      rules,
      valued('c:marker', 1),
      ids,
    ),
  ]
}

/** No bar is thicker than this, in points. */
const thickest = { bars: 26, columns: 52, lines: 0 }

/** The gap between bars in percent of their thickness. */
function gapOf({ shape, slots }: NativeChart, { plot }: ChartRoom): number {
  const slot = (shape === 'bars' ? plot.height : plot.width) / slots.length
  return Math.round(Math.max(47, Math.min(500, (slot / thickest[shape] - 1) * 100)))
}

/** Below; the uprights are no entry of it. */
function legend(chart: NativeChart, { rules }: ChartSheet, { frame }: ChartRoom): Xml {
  const height = legendHeight(chart, frame) / frame.height
  return tag(
    'c:legend',
    {},
    valued('c:legendPos', 'b'),
    rules.map((_, index) =>
      tag('c:legendEntry', {}, valued('c:idx', chart.series.length + index), valued('c:delete', 1)),
    ),
    manualLayout({ x: 0.02, y: 1 - height, w: 0.96, h: height }, 'edge'),
    valued('c:overlay', 0),
    textLook({ size: frame.fontSize, color: muted }),
  )
}
