import type { ChartData, Frame } from '../chart-kind.ts'
import type { YAxis } from '../chart-option.ts'
import type { Theme } from '../palette.ts'
import { growthBeside, type Row } from '../points/ranked.ts'
import { fontSizeOf, widthOf } from '../typography.ts'
import { withOddity } from '../words/oddity-words.ts'
import { printedText, withoutSign } from '../words/value-text.ts'

/** How fast each row grew, in a column of its own at the right. */
export interface GrowthColumn {
  readonly heading: string
  readonly cells: readonly { readonly text: string; readonly sign: number }[]
  /** In pixels, with the room before it; 0 where there is nothing to show. */
  readonly width: number
}

const headings = {
  printed: { zh: '同比', en: 'On a year' },
  derived: { zh: '同比（推算）', en: 'On a year (derived)' },
  some: { zh: '同比（部分推算）', en: 'On a year (some derived)' },
}

const empty: GrowthColumn = { heading: '', cells: [], width: 0 }

/** `▲9.8%` of every row, `—` where there is none; nothing where most rows have none (`growthBeside`). */
export function growthColumn(data: ChartData, rows: readonly Row[], frame: Frame): GrowthColumn {
  const grown = growthBeside(data, rows)
  if (!grown) return empty
  const found = grown.flatMap((row) => row ?? [])
  const derived = found.filter(({ point }) => point.derived).length
  const kind = derived === 0 ? 'printed' : derived === found.length ? 'derived' : 'some'
  const cells = grown.map((row) => {
    if (!row) return { text: '—', sign: 0 }
    const sign = Math.sign(row.point.value)
    const text = (['▼', '', '▲'][sign + 1] ?? '') + growthText(row, data)
    return { text: withOddity(text, row.point), sign }
  })
  const heading = headings[kind][data.language]
  const texts = [heading, ...cells.map(({ text }) => text)]
  const widest = Math.max(...texts.map((text) => widthOf(text, fontSizeOf(frame))))
  return { heading, cells, width: Math.ceil(widest) + 14 }
}

/** Without its sign; a derived one with one decimal. */
function growthText({ series, point }: Row, { language }: ChartData): string {
  const size = withoutSign(point)
  return point.derived ? `${size.value.toFixed(1)}%` : printedText(size, series, language)
}

/**
 * An axis without a line, whose labels are the column.
 * @param right from the plot to the edge of the picture, in pixels.
 */
export function growthAxis(
  { heading, cells }: GrowthColumn,
  right: number,
  theme: Theme,
  frame: Frame,
): YAxis[] {
  if (cells.length === 0) return []
  const fontSize = fontSizeOf(frame)
  const colorOf = (sign: number) => [theme.fall, theme.muted, theme.rise][sign + 1] ?? theme.muted
  return [
    {
      type: 'category',
      position: 'right',
      inverse: true,
      data: cells.map(({ text, sign }) => ({
        value: text,
        textStyle: { color: colorOf(sign), align: 'right' as const },
      })),
      name: heading,
      nameLocation: 'start',
      nameGap: 8,
      nameTextStyle: { color: theme.muted, fontSize, align: 'right', padding: [0, -right, 0, 0] },
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { interval: 0, fontSize, margin: right },
    },
  ]
}
