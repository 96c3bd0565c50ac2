import type { CustomSeriesOption, LineSeriesOption } from 'echarts/charts'
import { labelRoom, type Plot, wrap } from '../axes/plot.ts'
import type { Frame } from '../chart-kind.ts'
import { leader } from '../chart-option.ts'
import { readable, themes } from '../palette.ts'
import { bold, fontSizeOf, lineHeightOf, widthOf } from '../typography.ts'
import { dodge } from './dodge.ts'
import { type Box, overlap, type Pixel, placeNear } from './near-label.ts'

/** What stands at the end of a line: who it is and how much. */
export interface EndText {
  readonly strong: string
  readonly plain: string
  readonly color: string
}

export interface EndLabel extends EndText {
  readonly x: number
  readonly y: number
  /** Name and number beside each other rather than one below the other. */
  readonly isOnOneLine?: boolean
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
  readonly leader: CustomSeriesOption | undefined
}

/** Beyond this many pixels a leader would be taken for data. */
const longestLeader = 40

/**
 * The labels of lines that end where the last one does: they stand in a column at the right of the plot. Others stand
 * at their own end, within it.
 */
export const inColumn = <Label extends { readonly x: number }>(
  labels: readonly Label[],
  plot: Pick<Plot, 'toX'>,
): readonly Label[] => togetherOf(labels, plot)[0] ?? []

/** Labels in groups that end at about the same time, the last first. */
function togetherOf<Label extends { readonly x: number }>(
  labels: readonly Label[],
  { toX }: Pick<Plot, 'toX'>,
): Label[][] {
  if (labels.length === 0) return []
  const last = Math.max(...labels.map(({ x }) => toX(x)))
  const isTogether = ({ x }: Label) => last - toX(x) <= longestLeader - gap
  const others = labels.filter((label) => !isTogether(label))
  return [labels.filter(isTogether), ...togetherOf(others, { toX })]
}

/**
 * A label at the end of each line: in one column at the right of the plot where the last lines end, else beside its end
 * and on one line, in a column of its own where several end together. None lies over another.
 * @param around what labels within the plot keep off: its lines in data coordinates, other words in pixels.
 */
export function endLabels(
  labels: readonly EndLabel[],
  plot: Plot,
  frame: Frame,
  { lines, words = [] }: Around,
): PlacedLabel[] {
  const around: Surroundings = {
    taken: [...words],
    lines: lines.map((line) => line.map(([x, y]): Pixel => [plot.toX(x), plot.toY(y)])),
    bounds: { left: plot.margins.left, right: frame.width, top: 0, bottom: plot.margins.top + plot.height },
  }
  const groups = togetherOf(labels, plot)
  const found = groups.flatMap((group, index) => placeGroup(group, index === 0, around, plot, frame))
  return labels.flatMap((label) => found.find((each) => each.of === label) ?? [])
}

/** The labels of lines that end together: in a column where there is room for it, else each beside its own end. */
function placeGroup(
  group: readonly EndLabel[],
  isLast: boolean,
  around: Surroundings,
  plot: Plot,
  frame: Frame,
): (PlacedLabel & { readonly of: EndLabel })[] {
  const texts = isLast ? group : group.map(onOneLine)
  const right = columnOf(texts, plot, frame)
  const column = isLast ? right : [right, leftOf(right, group, plot)].find((each) => isFree(each, around))
  if (column) around.taken.push(...column)
  const boxes = column ?? scattered(texts, plot, frame, around)
  return group.flatMap((of, place) => {
    const [text, box] = [texts[place], boxes[place]]
    if (!text || !box) return []
    const leader = column === right ? leaderOf(of, box, group, plot, frame) : undefined
    return [{ of, ...placed(text, box, { plot, frame, leader }) }]
  })
}

/** A column moved to the left of where its lines end. */
function leftOf(column: readonly Box[], group: readonly EndLabel[], { toX }: Plot): Box[] {
  const edge = Math.min(...group.map(({ x }) => toX(x))) - gap
  return column.map(({ left, right, ...box }) => ({ ...box, left: edge - (right - left), right: edge }))
}

/** What labels keep off; those that are placed join it. */
type Surroundings = Parameters<typeof placeNear>[2] & { readonly taken: Box[] }

/** Each label beside its own end; what is placed is taken. */
const scattered = (labels: readonly EndLabel[], plot: Plot, frame: Frame, around: Surroundings): Box[] =>
  labels.map((label) => {
    const box = placeNear([plot.toX(label.x), plot.toY(label.y)], sizeOf(label, frame), around)
    around.taken.push(box)
    return box
  })

const isFree = (
  boxes: readonly Box[],
  { taken, bounds }: { readonly taken: readonly Box[]; readonly bounds: Box },
) =>
  boxes.every(
    (box) =>
      box.left >= bounds.left && box.right <= bounds.right && !taken.some((other) => overlap(box, other)),
  )

/** Where a line ends the axis says when: name and number are enough. */
const onOneLine = (label: EndLabel): EndLabel => ({
  ...label,
  strong: label.strong.replaceAll('\n', ''),
  plain: label.plain.split('\n')[0] ?? '',
  isOnOneLine: true,
})

function sizeOf({ strong, plain, isOnOneLine = false }: EndLabel, frame: Frame) {
  const fontSize = fontSizeOf(frame)
  const widths = [widthOf(strong, fontSize) * 1.03, widthOf(plain, fontSize)]
  const [name = 0, number = 0] = widths
  return {
    width: isOnOneLine ? name + number + fontSize * 0.4 : Math.max(name, number),
    height: (isOnOneLine ? 1 : linesIn(strong) + linesIn(plain)) * lineHeightOf(frame) + 3,
  }
}

/** The boxes of labels in a column, moved apart as little as it takes, in the order of the labels. */
function columnOf(labels: readonly EndLabel[], plot: Plot, frame: Frame): Box[] {
  const lineHeight = lineHeightOf(frame)
  const left = Math.max(...labels.map(({ x }) => plot.toX(x))) + gap
  const sizes = labels.map((label) => sizeOf(label, frame))
  const wishes = labels.map(({ y }, index) => ({ at: plot.toY(y), height: sizes[index]?.height ?? 0 }))
  const middles = dodge(wishes, plot.margins.top - lineHeight, plot.margins.top + plot.height)
  return sizes.map(({ width, height }, index) => {
    const top = (middles[index] ?? 0) - height / 2
    return { left, right: left + width, top, bottom: top + height }
  })
}

interface Place {
  readonly plot: Plot
  readonly frame: Frame
  readonly leader: CustomSeriesOption | undefined
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
): CustomSeriesOption | undefined {
  const edge = Math.max(...labels.map(({ x }) => x))
  const middle = (top + bottom) / 2
  const [dx, dy] = [plot.toX(edge) - plot.toX(label.x), middle - plot.toY(label.y)]
  const isAway = dx > 14 || Math.abs(dy) > 9
  if (!isAway || Math.hypot(dx + gap / 2, dy) > longestLeader) return undefined
  const end: [number, number] = [plot.fromX(plot.toX(edge) + gap / 2), plot.fromY(middle)]
  return leader([label.x, label.y], end, themes[frame.theme])
}

/** Ground around a label within the plot, in pixels. */
const edge = 2

function labelAt(
  { strong, plain, color, isOnOneLine }: EndLabel,
  offset: [number, number],
  frame: Frame,
): Label {
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
    offset: isOnOneLine ? [offset[0] - edge, offset[1]] : offset,
    align: 'left',
    verticalAlign: 'middle',
    // Within the plot lines may run behind it: they stop at its edge, else a dash between name and number reads as a minus.
    ...(isOnOneLine ? { backgroundColor: themes[frame.theme].ground, padding: [1, edge] } : {}),
    formatter: [...style('s', strong), ...style('p', plain)].join(isOnOneLine ? ' ' : '\n'),
    rich: {
      s: { color: readable(color, themes[frame.theme]), fontSize, fontWeight: bold, lineHeight, ...halo },
      p: { color: themes[frame.theme].muted, fontSize, lineHeight, ...halo },
    },
  }
}
