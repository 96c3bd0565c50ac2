import type { BarSeriesOption } from 'echarts/charts'
import type { ChartData, ChartKind, Frame, Picture } from '../chart-kind.ts'
import { baseOption, type ChartOption } from '../chart-option.ts'
import { barStyle } from '../marks/bar-style.ts'
import { markOf } from '../marks/mark.ts'
import { colorOfRegion, type Theme, themes } from '../palette.ts'
import { addsUp, type Row, rank } from '../points/ranked.ts'
import { bold, fontSizeOf, isCompact, widthOf } from '../typography.ts'
import { numberLabels } from '../words/number-labels.ts'
import { describeRanking } from '../words/ranking-words.ts'
import { printedText } from '../words/value-text.ts'

/** Regions in one period as bars, the highest first; the nation as a line where it is a yardstick. */
export const ranking: ChartKind = {
  name: { zh: '排名', en: 'Ranking' },
  fits: (series) =>
    new Set(series.filter(({ points }) => points.length > 0).map(({ region }) => region.code)).size > 1,
  describe: describeRanking,
  draw,
}

interface Layout {
  readonly labels: readonly string[]
  readonly names: readonly string[]
  readonly min: number
  readonly max: number
  readonly theme: Theme
}

function draw(data: ChartData, frame: Frame): Picture {
  const ranked = rank(data)
  const count = Math.max(1, ranked?.rows.length ?? 1)
  const yardstick = ranked?.nation && !addsUp(ranked.nation.series) ? ranked.nation : undefined
  const top = yardstick ? 24 : 4
  const rowHeight = rowHeightOf(frame, count, top)
  const height = Math.max(frame.height ?? 0, Math.ceil(top + 6 + count * rowHeight))
  if (!ranked) return { option: {}, height, lanes: [], pointing: 'y' }
  const { rows } = ranked
  const layout = layoutOf(data, rows, yardstick, frame)
  const margins = { ...sideMargins(layout, frame), top, bottom: height - top - count * rowHeight }
  return {
    option: {
      ...baseOption(frame, margins),
      xAxis: yardstickAxis(data, yardstick, layout, frame),
      yAxis: nameAxis(layout, frame),
      series: [bars(data, rows, layout.theme), numbers(data, rows, layout, frame)],
    },
    height,
    lanes: rows.map(({ series, point }, dataIndex) => [
      markOf(data, series, point, { seriesIndex: 0, dataIndex, at: [point.value, dataIndex] }),
    ]),
    pointing: 'y',
  }
}

/** As high as suits, or as the height asked for allows, but never so low that labels touch. */
function rowHeightOf(frame: Frame, count: number, top: number): number {
  if (frame.height === undefined) return isCompact(frame) ? 24 : fontSizeOf(frame) + 14
  return Math.max(17, Math.min(32, (frame.height - top - 6) / count))
}

function layoutOf(
  { language }: ChartData,
  rows: readonly Row[],
  yardstick: Row | undefined,
  frame: Frame,
): Layout {
  const values = [...rows, ...(yardstick ? [yardstick] : [])].map(({ point }) => point.value)
  return {
    labels: rows.map(numberLabels(rows, language, 'wide').write),
    names: rows.map(({ series }) => series.region.name[language]),
    min: Math.min(0, ...values),
    max: Math.max(0, ...values),
    theme: themes[frame.theme],
  }
}

/** Room for the names at the left and for the numbers where the longest bars end. */
function sideMargins({ labels, names, min }: Layout, frame: Frame) {
  const fontSize = fontSizeOf(frame)
  const widest = (texts: readonly string[]) =>
    Math.ceil(Math.max(0, ...texts.map((text) => widthOf(text, fontSize))))
  const nameColumn = Math.min(widest(names), frame.width * 0.34) + 10
  return { left: nameColumn + (min < 0 ? widest(labels) + 6 : 0), right: widest(labels) + 12, nameColumn }
}

function nameAxis({ names, theme, labels, min }: Layout, frame: Frame): NonNullable<ChartOption['yAxis']> {
  const fontSize = fontSizeOf(frame)
  const beside = min < 0 ? Math.ceil(Math.max(...labels.map((label) => widthOf(label, fontSize)))) + 6 : 0
  return {
    type: 'category',
    inverse: true,
    data: [...names],
    axisLine: { show: true, onZero: true, lineStyle: { color: theme.axis } },
    axisTick: { show: false },
    axisLabel: {
      interval: 0,
      color: theme.ink,
      fontSize,
      margin: 10 + beside,
      width: frame.width * 0.34,
      overflow: 'truncate',
    },
  }
}

function bars({ selected }: ChartData, rows: readonly Row[], theme: Theme): BarSeriesOption {
  return {
    type: 'bar',
    barWidth: '68%',
    cursor: 'default',
    emphasis: { itemStyle: { opacity: 0.78 } },
    data: rows.map(({ series: { region }, point }) => {
      const color =
        region.code === selected ? theme.accent : (colorOfRegion(region.code, theme) ?? theme.rest)
      return { value: point.value, itemStyle: barStyle(point, color, theme) }
    }),
  }
}

/** The numbers lie over the nation's line, and so in a series of their own. */
function numbers(
  { selected }: ChartData,
  rows: readonly Row[],
  { labels, theme }: Layout,
  frame: Frame,
): BarSeriesOption {
  return {
    type: 'bar',
    barWidth: '68%',
    barGap: '-100%',
    silent: true,
    z: 6,
    itemStyle: { color: 'transparent' },
    data: rows.map(({ series: { region }, point }, index) => ({
      value: point.value,
      label: {
        show: true,
        position: point.value < 0 ? 'left' : 'right',
        distance: 6,
        formatter: labels[index] ?? '',
        fontSize: fontSizeOf(frame),
        fontWeight: region.code === selected ? bold : 400,
        color: region.code === selected ? theme.accent : theme.ink,
        textBorderColor: theme.ground,
        textBorderWidth: 3,
      },
    })),
  }
}

/** Nothing but a dashed line across all bars where the nation stands, named above. */
function yardstickAxis(
  { language }: ChartData,
  yardstick: Row | undefined,
  { min, max, theme }: Layout,
  frame: Frame,
): NonNullable<ChartOption['xAxis']> {
  if (!yardstick) return { type: 'value', min, max, show: false }
  const { series, point } = yardstick
  return {
    type: 'value',
    position: 'top',
    min,
    max,
    z: 4,
    axisLine: { show: false },
    axisTick: { show: false, customValues: [point.value] },
    splitLine: { show: true, lineStyle: { color: theme.ink, type: [3, 3] } },
    axisLabel: {
      customValues: [point.value],
      margin: 6,
      formatter: `${series.region.name[language]} ${printedText(point, series, language)}`,
      color: theme.ink,
      fontSize: fontSizeOf(frame),
      fontWeight: bold,
    },
  }
}
