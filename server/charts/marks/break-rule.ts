import type { LineSeriesOption } from 'echarts/charts'
import { groupBy } from '#data/model/group-by.ts'
import type { Plot } from '../axes/plot.ts'
import type { TimeScale } from '../axes/time-axis.ts'
import type { Domain } from '../axes/value-axis.ts'
import type { ChartData, Frame, Mark } from '../chart-kind.ts'
import { rule } from '../chart-option.ts'
import { themes } from '../palette.ts'
import { type Break, breakLine, breaksIn, breakWord } from '../points/breaks.ts'
import { fontSizeOf, isCompact, lineHeightOf, widthOf } from '../typography.ts'
import type { Box } from './near-label.ts'

type LineStyle = LineSeriesOption['lineStyle']

export interface BreakRule {
  readonly breaks: readonly Break[]
  /** Where it can be pointed at. */
  readonly at: readonly [number, number]
  readonly option: LineSeriesOption
  /** Where its word stands, in pixels; left out where it has none. */
  readonly word: Box | undefined
}

/** A number of pixels by which a re-set base stands up from the axis. */
const tickHeight = 9

/**
 * A dashed upright before the first number of each change of 口径, a short tick on the axis where the base was only
 * re-set; its reason stands in the foot and where it is pointed at.
 */
export function breakRules(
  data: ChartData,
  time: TimeScale,
  { min, max }: Domain,
  plot: Plot,
  frame: Frame,
): BreakRule[] {
  const theme = themes[frame.theme]
  const all = placed(breaksIn(data.series), time)
  const changes = all.filter(({ breaks }) => !isRebase(breaks))
  const sides = sidesOf(
    changes.map(({ at }) => plot.toX(at)),
    widthOf(change[data.language], fontSizeOf(frame)) + 10,
    plot,
  )
  const top = plot.fromY(plot.margins.top + plot.height - tickHeight)
  const label = (side: Side | undefined) => ({
    show: side !== undefined,
    position: side ?? ('right' as const),
    distance: 4,
    offset: [0, isCompact(frame) ? 5 : 6],
    formatter: change[data.language],
    color: theme.muted,
    fontSize: fontSizeOf(frame),
    textBorderColor: theme.ground,
    textBorderWidth: 3,
  })
  const tick: LineStyle = { color: theme.muted, width: 1.5 }
  const upright: LineStyle = { color: theme.axis, type: [4, 3] }
  return all.map((each) => {
    const { at, breaks } = each
    const [y, line, side] = isRebase(breaks)
      ? ([top, tick, undefined] as const)
      : ([max, upright, sides[changes.indexOf(each)]] as const)
    return {
      breaks,
      at: [at, y],
      word: side && wordBox(plot.toX(at), side, data, plot, frame),
      option: {
        ...rule([at, min], [at, y], line),
        symbol: 'circle',
        symbolSize: 1,
        itemStyle: { color: 'transparent' },
        data: [[at, min], { value: [at, y], label: label(side) }],
      },
    }
  })
}

function wordBox(x: number, side: Side, { language }: ChartData, { margins }: Plot, frame: Frame): Box {
  const reach = widthOf(change[language], fontSizeOf(frame)) + 6
  const [left, right] = side === 'left' ? [x - reach, x] : [x, x + reach]
  return { left, right, top: margins.top - 4, bottom: margins.top + lineHeightOf(frame) }
}

const change = breakWord({ isRebase: false })
const isRebase = (breaks: readonly Break[]) => breaks.every((each) => each.isRebase)

/** Where each stands: breaks between the same two numbers in one place. */
function placed(breaks: readonly Break[], time: TimeScale): { at: number; breaks: Break[] }[] {
  const gaps = groupBy(breaks, ({ between }) => between.map(({ end }) => end).join('|'))
  return [...gaps.values()]
    .map((own) => ({ at: placeOf(own, time), breaks: own }))
    .toSorted((a, b) => a.at - b.at)
}

/** The start of the new 口径 where it is known, else half way between the two numbers. */
function placeOf(breaks: readonly Break[], time: TimeScale): number {
  const since = breaks.find((each) => each.since !== undefined)?.since
  const [before = 0, after = before] = breaks[0]?.between.map(time.positionOf) ?? []
  return since === undefined ? (before + after) / 2 : since - 0.5
}

type Side = 'left' | 'right'

/** On which side of its rule each word goes so that none lies over another rule; the last has its word in any case. */
function sidesOf(places: readonly number[], room: number, { margins, width }: Plot): (Side | undefined)[] {
  const right = margins.left + width
  const sides: (Side | undefined)[] = []
  let taken = margins.left
  for (const [index, x] of places.entries()) {
    const next = places[index + 1] ?? right
    const preferred: readonly Side[] = x > margins.left + width / 2 ? ['left', 'right'] : ['right', 'left']
    const free = { left: x - taken, right: next - x }
    const side = preferred.find((each) => free[each] >= room)
    sides.push(side)
    taken = side === 'right' ? x + room : x
  }
  if (places.length > 0 && sides.every((side) => !side)) return [...sides.slice(1), 'left']
  return sides
}

/** The rules as marks to point at: a lane of its own. */
export function breakLane({ language }: ChartData, rules: readonly BreakRule[], firstIndex: number): Mark[] {
  return rules.map(({ at, breaks }, index) => {
    const lines = breaks.map((each) => breakLine(each, language))
    const colon = language === 'zh' ? '：' : ': '
    const since = language === 'zh' ? '起' : ''
    const [first] = breaks
    return {
      seriesIndex: firstIndex + index,
      dataIndex: 1,
      at,
      region: '',
      source: '',
      text: lines.join(language === 'zh' ? '；' : '; '),
      tip: {
        heading: language === 'zh' ? `${first?.when.zh}${since}` : `from ${first?.when.en}`,
        name: '',
        value: breakWord({ isRebase: isRebase(breaks) })[language],
        lines: lines.map((line) => line.slice(line.indexOf(colon) + colon.length)),
        others: '',
        parents: [],
      },
    }
  })
}
