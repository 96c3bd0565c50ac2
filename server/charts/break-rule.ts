import type { LineSeriesOption } from 'echarts/charts'
import type { ChartData, Frame } from './chart-kind.ts'
import { rule } from './chart-option.ts'
import { breaksOf, everyPoint } from './foot.ts'
import { themes } from './palette.ts'
import type { TimeScale } from './time-axis.ts'
import { fontSizeOf, isCompact } from './typography.ts'
import type { Domain } from './value-axis.ts'

const words = { zh: '口径调整', en: 'Break in series' }

/** A dashed upright before the first month of each change of 口径; its reason stands in the foot. */
export function breakRules(
  data: ChartData,
  time: TimeScale,
  { min, max }: Domain,
  frame: Frame,
): LineSeriesOption[] {
  const theme = themes[frame.theme]
  return breaksOf(everyPoint(data)).map(({ since }) => {
    const [year = 0, month = 1] = since.split('-').map(Number)
    const at = year * 12 + month - 1.5
    const label = {
      show: true,
      position: at > (time.min + time.max) / 2 ? ('left' as const) : ('right' as const),
      distance: 4,
      offset: [0, isCompact(frame) ? 5 : 6],
      formatter: words[data.language],
      color: theme.muted,
      fontSize: fontSizeOf(frame),
    }
    return {
      ...rule([at, min], [at, max], { color: theme.axis, type: [4, 3] }),
      symbol: 'circle',
      symbolSize: 1,
      itemStyle: { color: 'transparent' },
      data: [[at, min], { value: [at, max], label }],
    }
  })
}
