import type { LineSeriesOption } from 'echarts/charts'
import { labelRoom, lineHeightOf, type Plot, wrap } from '../axes/plot.ts'
import type { Frame } from '../chart-kind.ts'
import { rule } from '../chart-option.ts'
import { readable, themes } from '../palette.ts'
import { bold, fontSizeOf, widthOf } from '../typography.ts'
import { dodge } from './dodge.ts'
import { type Box, type Pixel, placeNear } from './near-label.ts'

/** What stands at the end of a line: who it is and how much. */
export interface EndText {
  readonly strong: string
  readonly plain: string
  readonly color: string
}

export interface EndLabel extends EndText {
  readonly x: number
  readonly y: number
}

type Label = NonNullable<LineSeriesOption['label']>

const gap = 8

const linesIn = (text: string) => (text === '' ? 0 : text.split('\n').length)

/** The texts broken to fit the column at the right of a plot. */
export function fitTexts(texts: readonly EndText[], frame: Frame): EndText[] {
  const fitted = (text: string) => wrap(text, labelRoom(frame), fontSizeOf(frame))
  return texts.map((text) => ({ ...text, strong: fitted(text.strong), plain: fitted(text.plain) }))
}

/** How much room the column of labels takes at the right. */
export function endColumn(texts: readonly EndText[], frame: Frame): number {
  const widest = Math.max(
    0,
    ...texts.flatMap(({ strong, plain }) => [strong, plain]).map((text) => widthOf(text, fontSizeOf(frame))),
  )
  return Math.ceil(widest * 1.03) + gap + 2
}

interface Around {
  readonly lines: readonly (readonly Pixel[])[]
  readonly words?: readonly Box[]
}

export interface PlacedLabel {
  readonly label: Label
  /** A hairline to a label in the column that had to move a little; one further off goes by its colour. */
  readonly leader: LineSeriesOption | undefined
}

/** Beyond this many pixels a leader would be taken for data. */
export const longestLeader = 40

/**
 * The labels that stand in a column: those of lines that end where the last line does. Others stand at their own end,
 * within the plot.
 */
export function inColumn<Label extends { readonly x: number }>(
  labels: readonly Label[],
  { toX }: Pick<Plot, 'toX'>,
): Label[] {
  const last = Math.max(...labels.map(({ x }) => toX(x)))
  return labels.filter(({ x }) => last - toX(x) <= longestLeader - gap)
}

/**
 * A label at the end of each line: in one column at the right of the plot where it ends there, else beside its end.
 * None lies over another.
 * @param around what labels within the plot keep off: its lines in data coordinates, other words in pixels.
 */
export function endLabels(
  labels: readonly EndLabel[],
  plot: Plot,
  frame: Frame,
  { lines, words = [] }: Around,
): PlacedLabel[] {
  const column = columnOf(inColumn(labels, plot), plot, frame)
  const taken = [...column.values(), ...words]
  const around = {
    lines: lines.map((line) => line.map(([x, y]): Pixel => [plot.toX(x), plot.toY(y)])),
    bounds: { left: plot.margins.left, right: frame.width, top: 0, bottom: plot.margins.top + plot.height },
  }
  return labels.map((label) => {
    const known = column.get(label)
    if (known)
      return placed(label, known, { plot, frame, leader: leaderOf(label, known, labels, plot, frame) })
    const box = placeNear([plot.toX(label.x), plot.toY(label.y)], sizeOf(label, frame), { ...around, taken })
    taken.push(box)
    return placed(label, box, { plot, frame, leader: undefined })
  })
}

function sizeOf({ strong, plain }: EndText, frame: Frame) {
  const fontSize = fontSizeOf(frame)
  return {
    width: Math.max(widthOf(strong, fontSize) * 1.03, widthOf(plain, fontSize)),
    height: (linesIn(strong) + linesIn(plain)) * lineHeightOf(frame) + 3,
  }
}

/** The boxes of the labels in the column, moved apart as little as it takes. */
function columnOf(labels: readonly EndLabel[], plot: Plot, frame: Frame): Map<EndLabel, Box> {
  const lineHeight = lineHeightOf(frame)
  const left = Math.max(...labels.map(({ x }) => plot.toX(x))) + gap
  const sizes = labels.map((label) => sizeOf(label, frame))
  const wishes = labels.map(({ y }, index) => ({ at: plot.toY(y), height: sizes[index]?.height ?? 0 }))
  const middles = dodge(wishes, plot.margins.top - lineHeight, plot.margins.top + plot.height + lineHeight)
  return new Map(
    labels.map((label, index) => {
      const { width, height } = sizes[index] ?? { width: 0, height: 0 }
      const top = (middles[index] ?? 0) - height / 2
      return [label, { left, right: left + width, top, bottom: top + height }]
    }),
  )
}

interface Place {
  readonly plot: Plot
  readonly frame: Frame
  readonly leader: LineSeriesOption | undefined
}

function placed(label: EndLabel, { left, top, bottom }: Box, { plot, frame, leader }: Place): PlacedLabel {
  const offset: [number, number] = [left - gap - plot.toX(label.x), (top + bottom) / 2 - plot.toY(label.y)]
  return { label: labelAt(label, offset, frame), leader }
}

/** A solid hairline from the end of a line to its label in the column, where that is not far. */
function leaderOf(
  label: EndLabel,
  { top, bottom }: Box,
  labels: readonly EndLabel[],
  plot: Plot,
  frame: Frame,
): LineSeriesOption | undefined {
  const edge = Math.max(...labels.map(({ x }) => x))
  const middle = (top + bottom) / 2
  const [dx, dy] = [plot.toX(edge) - plot.toX(label.x), middle - plot.toY(label.y)]
  const isAway = dx > 14 || Math.abs(dy) > 9
  if (!isAway || Math.hypot(dx + gap / 2, dy) > longestLeader) return undefined
  const end: [number, number] = [plot.fromX(plot.toX(edge) + gap / 2), plot.fromY(middle)]
  return rule([label.x, label.y], end, { color: themes[frame.theme].axis, width: 0.75 })
}

function labelAt({ strong, plain, color }: EndLabel, offset: [number, number], frame: Frame): Label {
  const fontSize = fontSizeOf(frame)
  const lineHeight = lineHeightOf(frame)
  const halo = { textBorderColor: themes[frame.theme].ground, textBorderWidth: 3 }
  const style = (kind: 's' | 'p', text: string) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => `{${kind}|${line}}`)
  return {
    show: true,
    position: 'right',
    distance: gap - 2,
    offset,
    align: 'left',
    verticalAlign: 'middle',
    formatter: [...style('s', strong), ...style('p', plain)].join('\n'),
    rich: {
      s: { color: readable(color, themes[frame.theme]), fontSize, fontWeight: bold, lineHeight, ...halo },
      p: { color: themes[frame.theme].muted, fontSize, lineHeight, ...halo },
    },
  }
}
