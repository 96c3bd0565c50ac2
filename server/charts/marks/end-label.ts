import type { LineSeriesOption } from 'echarts/charts'
import { labelRoom, lineHeightOf, type Plot, wrap } from '../axes/plot.ts'
import type { Frame } from '../chart-kind.ts'
import { rule } from '../chart-option.ts'
import { themes } from '../palette.ts'
import { bold, fontSizeOf, widthOf } from '../typography.ts'
import { dodge } from './dodge.ts'

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

export interface PlacedLabel {
  readonly label: Label
  /** Grey dots to a label that stands away from its point: too faint to be taken for data. */
  readonly leader: LineSeriesOption | undefined
}

/** Labels in one column at the right of the plot, none over another, each for the last point of its line. */
export function endLabels(
  labels: readonly EndLabel[],
  plot: Plot,
  xMax: number,
  frame: Frame,
): PlacedLabel[] {
  const lineHeight = lineHeightOf(frame)
  const heights = labels.map(({ strong, plain }) => (linesIn(strong) + linesIn(plain)) * lineHeight + 3)
  const wishes = labels.map(({ y }, index) => ({ at: plot.toY(y), height: heights[index] ?? 0 }))
  const middles = dodge(wishes, plot.margins.top - lineHeight, plot.margins.top + plot.height + lineHeight)
  const right = plot.margins.left + plot.width
  return labels.map((label, index) => {
    const middle = middles[index] ?? 0
    const [dx, dy] = [right - plot.toX(label.x), middle - plot.toY(label.y)]
    const isAway = dx > 14 || Math.abs(dy) > 9
    return {
      label: labelAt(label, [dx, dy], frame),
      leader: isAway
        ? rule([label.x, label.y], [xMax, plot.fromY(middle)], {
            color: themes[frame.theme].axis,
            type: [1, 3],
          })
        : undefined,
    }
  })
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
      s: { color, fontSize, fontWeight: bold, lineHeight, ...halo },
      p: { color: themes[frame.theme].muted, fontSize, lineHeight, ...halo },
    },
  }
}

/** A label within the plot: above and left of a line that is the highest, else below and right of its end. */
export function insideLabel(label: EndLabel, isHighest: boolean, frame: Frame): Label {
  const placed = labelAt(label, isHighest ? [-gap, -lineHeightOf(frame)] : [0, lineHeightOf(frame)], frame)
  return isHighest ? { ...placed, position: 'left', align: 'right', distance: 0 } : placed
}
