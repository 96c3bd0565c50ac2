import { readable, themes } from '#server/charts/index.ts'
import type { NativeChart, NativePoint, NativeSeries } from '../native/native-chart.ts'
import { tag, valued, type Xml } from '../xml.ts'
import type { ChartRoom } from './chart-frame.ts'
import {
  manualLayout,
  noFill,
  noOutline,
  runLook,
  shapeLook,
  solidFill,
  type TextLook,
  textLook,
} from './chart-look.ts'

const theme = themes.light

interface Shown {
  readonly value?: boolean
  readonly name?: boolean
  readonly place: 'l' | 'r' | 't' | 'outEnd'
}

interface Label {
  readonly at: number
  readonly look: TextLook
  readonly format: string
  /** In shares of the chart. */
  readonly shift?: { readonly x: number; readonly y: number } | undefined
  readonly shown: Shown
  /** What stands in the place of name and number, in lines of which the first is strong. */
  readonly lines?: readonly string[] | undefined
}

/** Labels of a series: those of single points, and how all others look; none but the single ones where nothing is given. */
export function labels(single: readonly Label[], look?: TextLook, shown?: Shown, format?: string): Xml {
  return tag(
    'c:dLbls',
    {},
    single.map(({ at, look: own, format: written, shift, shown: what, lines }) =>
      tag(
        'c:dLbl',
        {},
        valued('c:idx', at),
        shift ? manualLayout(shift, 'shift') : undefined,
        lines ? ownText(lines, own) : undefined,
        labelParts(own, what, written),
      ),
    ),
    labelParts(look, shown, format),
    single.some(({ shift }) => shift) ? noLeaders : undefined,
  )
}

const body = { wrap: 'none', lIns: 38_100, tIns: 0, rIns: 38_100, bIns: 0, anchor: 'ctr' }

/** A label in words of its own. Office does not change them when numbers are edited. */
const ownText = (lines: readonly string[], look: TextLook): Xml =>
  tag(
    'c:tx',
    {},
    tag(
      'c:rich',
      {},
      tag('a:bodyPr', body),
      tag('a:lstStyle'),
      lines.map((line, at) => {
        const own = at === 0 ? look : { size: look.size, color: theme.muted }
        return tag(
          'a:p',
          {},
          tag('a:pPr', { algn: 'l' }, runLook('a:defRPr', own)),
          tag('a:r', {}, runLook('a:rPr', own, 'zh-CN'), tag('a:t', {}, line)),
        )
      }),
    ),
  )

/** No lines to labels that had to move, which are in the colour of their line: an extension of 2013 to the standard. */
const noLeaders = tag(
  'c:extLst',
  {},
  tag(
    'c:ext',
    {
      uri: '{CE6537A1-D6FC-4f65-9D91-7224C49458BB}',
      'xmlns:c15': 'http://schemas.microsoft.com/office/drawing/2012/chart',
    },
    valued('c15:showLeaderLines', 0),
  ),
)

const labelParts = (look?: TextLook, shown?: Shown, format?: string): readonly (Xml | undefined)[] => [
  format ? tag('c:numFmt', { formatCode: format, sourceLinked: 0 }) : undefined,
  shapeLook(shown?.place === 't' ? solidFill(theme.ground) : noFill, noOutline),
  look ? textLook(look, body) : undefined,
  shown ? valued('c:dLblPos', shown.place) : undefined,
  valued('c:showLegendKey', 0),
  valued('c:showVal', shown?.value ? 1 : 0),
  valued('c:showCatName', 0),
  valued('c:showSerName', shown?.name ? 1 : 0),
  valued('c:showPercent', 0),
  valued('c:showBubbleSize', 0),
  shown?.name && shown.value ? tag('c:separator', {}, ' ') : undefined,
]

/** A number format with words behind the number, or in its place. */
function formatOf(format: string, { aside, remark }: NativePoint): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '″')}"`
  if (remark) return [1, 2, 3].map(() => quoted(remark)).join(';')
  if (!aside) return format
  return format
    .split(';')
    .map((part) => part + quoted(` ${aside}`))
    .join(';')
}

/** Names and numbers at the ends of a line, and remarks where they belong. */
export function endLabels(chart: NativeChart, index: number, room: ChartRoom): Xml | undefined {
  const { series, axis, labels: where } = chart
  const own = series[index]
  const last = own?.points.findLastIndex(Boolean) ?? -1
  if (!own || last < 0) return undefined
  const { fontSize, width, height } = room.frame
  const look = {
    size: fontSize,
    color: readable(own.color, theme),
    isBold: series.length === 1 || own.width >= 3,
  }
  const shown = { value: where === 'ends' || own.end !== undefined, name: series.length > 1 } as const
  const { first = 0, name } = room.ends[index] ?? {}
  const remarks = own.points.flatMap((point, at): Label[] =>
    point?.remark && at !== last
      ? [
          {
            at,
            look: { size: fontSize * 0.9, color: theme.muted },
            format: formatOf(axis.labelFormat, point),
            shown: { value: true, place: 't' },
          },
        ]
      : [],
  )
  const ends = [
    ...(where === 'ends' && last > 0 ? [{ at: 0, x: 0, y: first, place: 'l' as const }] : []),
    ...(name ? [{ ...name, place: 'r' as const, lines: own.end }] : []),
  ].flatMap(({ at, x, y, place, ...text }): Label[] => {
    const point = own.points[at]
    if (!point) return []
    const format = formatOf(axis.labelFormat, { ...point, remark: undefined })
    const shift = x === 0 && y === 0 ? undefined : { x: x / width, y: y / height }
    return [{ at, look, format, shift, shown: { ...shown, place }, ...text }]
  })
  const all = [...remarks, ...ends].toSorted((a, b) => a.at - b.at)
  return all.length === 0 ? undefined : labels(all)
}

/** A number on every bar, or on the last. */
export function barLabels(
  { axis, labels: where, shape }: NativeChart,
  { points }: NativeSeries,
  { frame }: ChartRoom,
): Xml {
  const look = { size: frame.fontSize, color: shape === 'bars' ? theme.ink : theme.muted }
  const shown = { value: true, place: 'outEnd' } as const
  const last = points.findLastIndex(Boolean)
  const single = points.flatMap((point, at): Label[] => {
    const isStrong = shape === 'columns' && at === last
    if (!point || !(isStrong || (where === 'every' && point.aside))) return []
    const own = isStrong ? { ...look, color: theme.accent, isBold: true } : look
    return [{ at, look: own, format: formatOf(axis.labelFormat, point), shown }]
  })
  return where === 'every' ? labels(single, look, shown, axis.labelFormat) : labels(single)
}
