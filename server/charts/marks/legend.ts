import type { LegendComponentOption } from 'echarts/components'
import type { Frame } from '../chart-kind.ts'
import { themes } from '../palette.ts'
import type { Shape } from '../region-colours.ts'
import { fontSizeOf, widthOf } from '../typography.ts'

interface Legend {
  readonly option: LegendComponentOption
  readonly names: readonly string[]
  readonly height: number
}

const [icon, space, line] = [9, 12, 14]

/** A legend above the plot, for more lines than can be named at their ends. */
export function legendOf(
  names: readonly string[],
  { colors, shapes }: { readonly colors: readonly string[]; readonly shapes: readonly Shape[] },
  frame: Frame,
): Legend {
  const theme = themes[frame.theme]
  const fontSize = fontSizeOf(frame)
  let [rows, used] = [1, 0]
  for (const name of names) {
    const width = icon + 6 + widthOf(name, fontSize) + space
    if (used > 0 && used + width > frame.width) [rows, used] = [rows + 1, 0]
    used += width
  }
  return {
    names,
    height: rows * (line + space),
    option: {
      show: true,
      left: 0,
      top: 0,
      width: frame.width,
      padding: 0,
      itemGap: space,
      itemWidth: icon,
      itemHeight: icon,
      selectedMode: false,
      textStyle: { color: theme.ink, fontSize, lineHeight: line },
      data: names.map((name, index) => ({
        name,
        icon: shapes[index] ?? 'circle',
        itemStyle: { color: colors[index] ?? theme.accent },
      })),
    },
  }
}
