import type { BarSeriesOption } from 'echarts/charts'
import type { Language } from '#data/model/language.ts'
import { comparePeriods } from '#data/model/period.ts'
import { derivedWord } from '#data/wording/derived-names.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartData, ChartPoint, Frame, Picture } from '../chart-kind.ts'
import { baseOption, type ChartOption, rule, type YAxis } from '../chart-option.ts'
import { sizesOf } from '../kinds/ranking.ts'
import { barStyle } from '../marks/bar-style.ts'
import { growthAxis, growthColumn } from '../marks/growth-column.ts'
import { markOf } from '../marks/mark.ts'
import { mix, type Theme, themes } from '../palette.ts'
import { addsUp, breaksSince, isMixed, type Ranked, type Row, rank, rowsFromTop } from '../points/ranked.ts'
import { colorOfRegion } from '../region-colours.ts'
import { bold, fontSizeOf, isCompact, widthOf } from '../typography.ts'
import { rankedLabels } from '../words/number-labels.ts'
import { topShareText } from '../words/ranking-words.ts'

interface Layout {
  /** From top to bottom, the nation first. */
  readonly rows: readonly Row[]
  readonly numbers: readonly string[]
  /** What stands muted behind each number: its period where they differ, the weight of the highest for the nation. */
  readonly asides: readonly string[]
  readonly names: readonly string[]
  /** The nation's row, where it is a yardstick. */
  readonly yardstick: Row | undefined
  readonly min: number
  readonly max: number
  readonly theme: Theme
  isOld(point: ChartPoint): boolean
  /** Of a figure that is not final, or from before a change of 口径. */
  isHollow(row: Row): boolean
  hasBar(row: Row): boolean
}

export function drawRanking(data: ChartData, frame: Frame): Picture {
  const ranked = rank(data)
  const column = growthColumn(data, ranked ? rowsFromTop(ranked) : [], frame)
  const { top, count, rowHeight, height } = sizesOf(data, frame)
  if (!ranked) return { option: {}, height, lanes: [], pointing: 'y' }
  const layout = layoutOf(data, ranked, frame)
  const side = sideMargins(layout, column.width, frame)
  const margins = {
    left: side.left,
    right: side.right + column.width,
    top,
    bottom: height - top - count * rowHeight,
  }
  return {
    option: {
      ...baseOption(frame, margins),
      xAxis: yardstickAxis(layout),
      yAxis: [
        nameAxis(layout, ranked, frame),
        ...growthAxis(column, margins.right, layout.theme, frame),
        dividerAxis(layout),
      ],
      series: [bars(data, layout), numbersOver(data, layout, frame), ...divider(layout, column.width > 0)],
    },
    height,
    lanes: layout.rows.map((row, dataIndex) => [
      markOf(data, row.series, row.point, {
        seriesIndex: 0,
        dataIndex,
        at: [lengthOf(row, layout), dataIndex],
      }),
    ]),
    pointing: 'y',
  }
}

function layoutOf(data: ChartData, ranked: Ranked, frame: Frame): Layout {
  const { language } = data
  const { nation, period } = ranked
  const rows = rowsFromTop(ranked)
  const { write } = rankedLabels(ranked, language)
  const hasBar = (row: Row) => row !== nation || !addsUp(row.series)
  const values = rows.filter(hasBar).map(({ point }) => point.value)
  const isOld = (point: ChartPoint) => comparePeriods(point.period, period) < 0
  // Beside the column of growth a phone has room for one word only.
  const hasRoom = !(isCompact(frame) && data.growth)
  return {
    rows,
    numbers: rows.map(write),
    asides: rows.map((row) => asideOf(row, ranked, language, hasRoom)),
    names: rows.map(({ series }) => series.region.name[language]),
    yardstick: nation && hasBar(nation) && !isOld(nation.point) ? nation : undefined,
    min: Math.min(0, ...values),
    max: Math.max(0, ...values),
    theme: themes[frame.theme],
    isOld,
    isHollow: (row) => row.point.status !== 'actual' || breaksSince(ranked, row).length > 0,
    hasBar,
  }
}

/** Its period where they differ; of the nation that it is derived, and the weight of the highest. */
function asideOf(row: Row, ranked: Ranked, language: Language, hasRoom: boolean): string {
  if (isMixed(ranked)) return formatPeriod(row.point.period, language)
  if (row !== ranked.nation) return ''
  const derived = row.point.derived ? derivedWord[language] : ''
  return [derived, hasRoom ? topShareText(ranked, language) : ''].filter(Boolean).join(' · ')
}

const gap = 6

const labelWidth = ({ numbers, asides }: Layout, index: number, frame: Frame) =>
  widthOf([numbers[index], asides[index]].filter(Boolean).join(' '), fontSizeOf(frame))

/** Where a row's bar ends; the nation has none where the regions add up to it. */
const lengthOf = (row: Row, { hasBar }: Layout) => (hasBar(row) ? row.point.value : 0)

/** How far the labels of falling bars reach beyond them. */
const roomBelow = (layout: Layout, frame: Frame) =>
  Math.ceil(
    Math.max(
      0,
      ...layout.rows.map((row, at) => (lengthOf(row, layout) < 0 ? labelWidth(layout, at, frame) + gap : 0)),
    ),
  )

/** Room for the names at the left and for the labels at the right, which need it only as far as their own bars leave none. */
function sideMargins(layout: Layout, column: number, frame: Frame) {
  const { names, rows, min, max } = layout
  const fontSize = fontSizeOf(frame)
  const nameColumn =
    Math.min(Math.max(0, ...names.map((name) => widthOf(name, fontSize))), frame.width * 0.34) + 10
  const left = Math.ceil(nameColumn) + roomBelow(layout, frame)
  const room = frame.width - left - column
  const right = rows.map((row, at) => {
    const end = lengthOf(row, layout)
    const share = max > min ? (end - min) / (max - min) : 0
    const label = labelWidth(layout, at, frame) + gap + 6
    return end < 0 || share === 0 ? 0 : (label - room * (1 - share)) / share
  })
  return { left, right: Math.ceil(Math.max(12, ...right)) }
}

function nameAxis(layout: Layout, { nation }: Ranked, frame: Frame): YAxis {
  const { names, theme } = layout
  const fontSize = fontSizeOf(frame)
  return {
    type: 'category',
    inverse: true,
    data: names.map((value, index) => ({
      value,
      textStyle: nation && index === 0 ? { fontWeight: bold } : {},
    })),
    axisLine: { show: true, onZero: true, lineStyle: { color: theme.axis } },
    axisTick: { show: false },
    axisLabel: {
      interval: 0,
      color: theme.ink,
      fontSize,
      margin: 10 + roomBelow(layout, frame),
      width: frame.width * 0.34,
      overflow: 'truncate',
    },
  }
}

function bars({ selected }: ChartData, layout: Layout): BarSeriesOption {
  const { rows, theme, isOld, isHollow } = layout
  return {
    type: 'bar',
    barWidth: '68%',
    cursor: 'default',
    emphasis: { itemStyle: { opacity: 0.78 } },
    data: rows.map((row) => {
      const { region } = row.series
      const own = region.code === selected ? theme.accent : (colorOfRegion(region.code, theme) ?? theme.rest)
      const color = isOld(row.point) ? mix(own, theme.ground, 0.55) : own
      return { value: lengthOf(row, layout), itemStyle: barStyle(row.point, color, theme, isHollow(row)) }
    }),
  }
}

/** The numbers lie over the nation's line, which stops at their edge, and so in a series of their own. */
function numbersOver({ selected }: ChartData, layout: Layout, frame: Frame): BarSeriesOption {
  const { rows, numbers, asides, theme } = layout
  const fontSize = fontSizeOf(frame)
  return {
    type: 'bar',
    barWidth: '68%',
    barGap: '-100%',
    silent: true,
    z: 6,
    itemStyle: { color: 'transparent' },
    data: rows.map((row, index) => {
      const { region } = row.series
      const isChosen = region.code === selected
      const weight = isChosen || region.kind === 'nation' ? bold : 400
      const aside = asides[index] ?? ''
      return {
        value: lengthOf(row, layout),
        label: {
          show: true,
          position: lengthOf(row, layout) < 0 ? ('left' as const) : ('right' as const),
          distance: gap - 2,
          backgroundColor: theme.ground,
          padding: [1, 2],
          formatter: `{n|${numbers[index] ?? ''}}${aside === '' ? '' : `{a| ${aside}}`}`,
          rich: {
            n: { fontSize, fontWeight: weight, color: isChosen ? theme.accent : theme.ink },
            a: { fontSize, color: theme.muted },
          },
        },
      }
    }),
  }
}

/** Nothing but a dashed line through all bars where the nation stands. */
function yardstickAxis({ min, max, theme, yardstick }: Layout): NonNullable<ChartOption['xAxis']> {
  if (!yardstick) return { type: 'value', min, max, show: false }
  return {
    type: 'value',
    min,
    max,
    z: 4,
    axisLine: { show: false },
    axisTick: { show: false, customValues: [yardstick.point.value] },
    splitLine: { show: true, lineStyle: { color: theme.ink, type: [3, 3] } },
    axisLabel: { show: false, customValues: [yardstick.point.value] },
  }
}

/** Counts rows from the top: lines between rows stand on it. */
const dividerAxis = ({ rows }: Layout): YAxis => ({
  type: 'value',
  min: 0,
  max: rows.length,
  inverse: true,
  show: false,
})

/** A hairline between the nation and the regions. */
function divider({ rows, min, max, theme }: Layout, hasGrowth: boolean) {
  if (rows[0]?.series.region.kind !== 'nation' || rows.length < 2) return []
  return [{ ...rule([min, 1], [max, 1], { color: theme.axis }), yAxisIndex: hasGrowth ? 2 : 1 }]
}
