import type { Language } from '#data/model/language.ts'
import { type Basis, endMonthOf, type Period } from '#data/model/period.ts'
import { monthName, quarterNames } from '#data/wording/month-names.ts'
import type { Frame } from '../chart-kind.ts'
import type { ChartOption } from '../chart-option.ts'
import { themes } from '../palette.ts'
import { fontSizeOf, widthOf } from '../typography.ts'

/** The year from January to December, or its four quarters. */
export interface SeasonAxis {
  readonly min: number
  readonly max: number
  positionOf(period: Period): number
  axis(plotWidth: number): NonNullable<ChartOption['xAxis']>
}

export function seasonAxis(basis: Basis, frame: Frame, language: Language): SeasonAxis {
  const isQuarter = basis === 'quarter'
  const count = isQuarter ? 4 : 12
  const [min, max] = isQuarter ? [0.8, 4.05] : [0.6, 12.1]
  return {
    min,
    max,
    positionOf: (period) => endMonthOf(period) / (isQuarter ? 3 : 1),
    axis: (plotWidth) => {
      const theme = themes[frame.theme]
      const fontSize = fontSizeOf(frame)
      const names = isQuarter ? quarterNames[language] : monthNames(language)
      const widest = Math.max(...names.map((name) => widthOf(name, fontSize)))
      const every = [1, 2, 3, 6].find((step) => (plotWidth * step) / (max - min) >= widest + 6) ?? 6
      const places = Array.from({ length: count }, (_, index) => index + 1)
      return {
        type: 'value',
        min,
        max,
        axisLine: { show: true, onZero: false, lineStyle: { color: theme.axis } },
        axisTick: { show: true, length: 4, customValues: places, lineStyle: { color: theme.axis } },
        splitLine: { show: false },
        axisLabel: {
          color: theme.muted,
          fontSize,
          margin: 8,
          hideOverlap: false,
          customValues: places.filter((place) => (isQuarter ? place - 1 : place) % every === 0),
          formatter: (value: number) => names[value - 1] ?? '',
        },
      }
    },
  }
}

const monthNames = (language: Language) =>
  Array.from({ length: 12 }, (_, index) => monthName(index + 1, language))
