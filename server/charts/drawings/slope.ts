import type { CustomSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { Language } from '#data/model/language.ts'
import type { Period } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import { type Plot, plotOf } from '../axes/plot.ts'
import type { ChartData, Frame, Picture } from '../chart-kind.ts'
import { baseOption, leader, rule } from '../chart-option.ts'
import { slope } from '../kinds/slope.ts'
import { dodge } from '../marks/dodge.ts'
import { markOf } from '../marks/mark.ts'
import { readable, type Theme, themes } from '../palette.ts'
import type { Row } from '../points/ranked.ts'
import { compare, directionOf, isLogarithmic, type Pair, valuesOf } from '../points/region-pairs.ts'
import { ownColorOf, shapeOfRegion } from '../region-colours.ts'
import { bold, fontSizeOf, isCompact, lineHeightOf, widthOf } from '../typography.ts'
import { numberLabels } from '../words/number-labels.ts'

/** How high a value stands: in proportion, or by its logarithm where the values differ by an order of magnitude. */
type Height = (value: number) => number

interface Ends {
  /** With the styles `number`, `arrow` and `name` for their parts. */
  readonly texts: readonly string[]
  /** The middles of the labels in pixels, moved so that none covers another. */
  readonly middles: readonly number[]
}

interface Layout {
  readonly plot: Plot
  readonly theme: Theme
  readonly height: Height
  readonly from: Ends
  readonly to: Ends
}

type Side = 'from' | 'to'

export function drawSlope(data: ChartData, frame: Frame): Picture {
  const compared = compare(data)
  const height = slope.heightOf(data, frame)
  if (!compared || compared.pairs.length === 0) return { option: {}, height, lanes: [], pointing: 'xy' }
  const { periods, pairs } = compared
  const layout = layoutOf(data, pairs, frame, height)
  const { min, max } = extentOf(pairs, layout.height)
  return {
    option: {
      ...baseOption(frame, layout.plot.margins),
      xAxis: periodAxis(periods, data.language, layout.plot.width, frame),
      yAxis: { type: 'value', min, max, show: false },
      series: [
        ...pairs.map((pair, index) => lineFor(pair, index, layout, data.selected, frame)),
        ...[0, 1].map((x) => rule([x, min], [x, max], { color: layout.theme.grid })),
        ...pairs.flatMap((pair, index) => leadersOf(pair, index, layout)),
      ],
    },
    height,
    lanes: pairs.map(({ from, to }, seriesIndex) =>
      [from, to].map(({ series, point }, dataIndex) =>
        markOf(data, series, point, { seriesIndex, dataIndex, at: [dataIndex, layout.height(point.value)] }),
      ),
    ),
    pointing: 'xy',
  }
}

function extentOf(pairs: readonly Pair[], height: Height) {
  const values = valuesOf(pairs).map(height)
  const [min, max] = [Math.min(...values), Math.max(...values)]
  return max > min ? { min, max } : { min: min - 1, max: max + 1 }
}

/** From a line to its labels, in pixels. */
const gap = 14

function layoutOf({ language }: ChartData, pairs: readonly Pair[], frame: Frame, height: number): Layout {
  const all = pairs.flatMap(({ from, to }) => [from, to])
  const numberOf = numberLabels(all, language, 'wide').write
  const nameOf = ({ series }: Row) => series.region.name[language]
  const hasLeftNames = language === 'zh' || !isCompact(frame)
  const lefts = pairs.map(({ from }) => (hasLeftNames ? `${nameOf(from)} ${numberOf(from)}` : numberOf(from)))
  const rights = pairs.map((pair) => [numberOf(pair.to), arrowOf(pair), nameOf(pair.to)] as const)
  const room = (texts: readonly string[]) =>
    Math.ceil(Math.max(...texts.map((text) => widthOf(text, fontSizeOf(frame)))) * 1.03) + gap + 4
  const spare = Math.max(0, frame.width - 760) / 2
  const margins = {
    left: room(lefts) + spare,
    right: room(rights.map((parts) => parts.filter(Boolean).join(' '))) + spare,
    top: 38,
    bottom: 12,
  }
  const place: Height = isLogarithmic(pairs) ? Math.log10 : (value) => value
  const plot = plotOf({ width: frame.width, height }, margins, { min: 0, max: 1 }, extentOf(pairs, place))
  const ends = (side: Side, texts: readonly string[]): Ends => {
    const lineHeight = lineHeightOf(frame) + 1
    const wishes = pairs.map((pair) => ({ at: plot.toY(place(pair[side].point.value)), height: lineHeight }))
    return {
      texts,
      middles: dodge(wishes, margins.top - lineHeight / 2, margins.top + plot.height + lineHeight / 2),
    }
  }
  return {
    plot,
    theme: themes[frame.theme],
    height: place,
    from: ends('from', lefts),
    to: ends(
      'to',
      rights.map(
        ([number, arrow, name]) => `{number|${number}}${arrow && ` {arrow|${arrow}}`}\u2002{name|${name}}`,
      ),
    ),
  }
}

const arrows = ['▼', '＝', '▲']
const arrowOf = (pair: Pair) => ofDirection(pair, arrows) ?? ''
const arrowColorOf = (pair: Pair, { rise, fall, muted }: Theme) =>
  ofDirection(pair, [fall, muted, rise]) ?? muted

/** What stands for a fall, for no change or for a rise; nothing across a change of 口径. */
function ofDirection<Item>(pair: Pair, [fall, none, rise]: readonly Item[]): Item | undefined {
  const direction = directionOf(pair)
  return direction === undefined ? undefined : direction < 0 ? fall : direction > 0 ? rise : none
}

const dashOf = (pair: Pair): number[] | 'solid' => ofDirection(pair, [[5, 3], 'solid', 'solid']) ?? [2, 3]

/** In the region's own colour, solid where it rose, dashed where it fell, dotted across a change of 口径; beside a chosen region the others step back. */
function lineFor(
  pair: Pair,
  index: number,
  { plot, theme, height, from, to }: Layout,
  selected: string | undefined,
  frame: Frame,
): LineSeriesOption {
  const { code } = pair.to.series.region
  const isSelected = code === selected
  const color = ownColorOf(code, theme)
  const font = { fontSize: fontSizeOf(frame), fontWeight: isSelected ? bold : 400 }
  const label = (side: Side, { texts, middles }: Ends) => ({
    show: true,
    position: side === 'from' ? ('left' as const) : ('right' as const),
    distance: gap - 3,
    offset: [0, (middles[index] ?? 0) - plot.toY(height(pair[side].point.value))],
    formatter: texts[index] ?? '',
    color: theme.muted,
    ...font,
    rich: {
      number: { color: theme.ink, ...font },
      arrow: { color: arrowColorOf(pair, theme), ...font },
      name: { color: readable(color, theme), ...font },
    },
  })
  return {
    type: 'line',
    clip: false,
    cursor: 'default',
    symbol: shapeOfRegion(code),
    symbolSize: isSelected ? 9 : 7,
    z: isSelected ? 5 : 3,
    itemStyle: { color },
    lineStyle: {
      color,
      width: isSelected ? 3 : 1.75,
      type: dashOf(pair),
      opacity: selected === undefined || isSelected ? 1 : 0.4,
    },
    emphasis: { scale: 1.5 },
    data: [
      { value: [0, height(pair.from.point.value)], label: label('from', from) },
      { value: [1, height(pair.to.point.value)], label: label('to', to) },
    ],
  }
}

/** Thin lines to the labels that had to move. */
function leadersOf(
  pair: Pair,
  index: number,
  { plot, theme, height, from, to }: Layout,
): CustomSeriesOption[] {
  return (
    [
      ['from', 0, -1, from],
      ['to', 1, 1, to],
    ] as const
  ).flatMap(([side, x, away, ends]) => {
    const value = height(pair[side].point.value)
    const middle = ends.middles[index] ?? 0
    if (Math.abs(middle - plot.toY(value)) < 4) return []
    return leader([x, value], [x + (away * (gap - 4)) / plot.width, plot.fromY(middle)], theme)
  })
}

/** The two periods above their columns; away from each other where the columns are near. */
function periodAxis(periods: readonly [Period, Period], language: Language, room: number, frame: Frame) {
  const fontSize = fontSizeOf(frame)
  const names = periods.map((period) => formatPeriod(period, language))
  const isNarrow = names.some((name) => widthOf(name, fontSize) > room - 16)
  return {
    type: 'value' as const,
    min: 0,
    max: 1,
    position: 'top' as const,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: {
      customValues: [0, 1],
      ...(isNarrow ? { alignMinLabel: 'right' as const, alignMaxLabel: 'left' as const } : {}),
      margin: 16,
      color: themes[frame.theme].ink,
      fontSize,
      fontWeight: bold,
      formatter: (value: number) => names[value] ?? '',
    },
  }
}
