import { endMonthOf } from '#data/model/period.ts'
import type { ChartData, ChartKind, ChartSeries, Frame, Picture } from './chart-kind.ts'
import { baseOption } from './chart-option.ts'
import { lineOf } from './line.ts'
import { colorOfRegion, themes } from './palette.ts'
import { restarts } from './runs.ts'
import { timeScaleOf } from './time-axis.ts'
import { trend } from './trend.ts'

/** A line without axes, its last point marked: how things went, at a glance. */
export const sparkline: ChartKind = {
  name: { zh: '微线', en: 'Sparkline' },
  fits: (series) => series.length === 1 && series.every(({ points }) => points.length > 1),
  describe: trend.describe,
  draw,
}

function draw(data: ChartData, frame: Frame): Picture {
  const height = frame.height ?? 40
  const theme = themes[frame.theme]
  const series = data.series.slice(0, 1).map(comparable)
  const time = timeScaleOf(series, 'lines')
  const values = series.flatMap(({ points }) => points.map(({ value }) => value))
  const [min, max] = [Math.min(...values), Math.max(...values)]
  const lines = series.map((each) => {
    const color = colorOfRegion(each.region.code, theme) ?? theme.accent
    const style = { color, width: 1.75, dot: 1.75, lastDot: 6, theme, label: undefined, tiny: true }
    return lineOf(each, ({ period }) => time.positionOf(period), style)
  })
  return {
    option: {
      ...baseOption(frame, { left: 3, right: 6, top: 5, bottom: 5 }),
      xAxis: { type: 'value', min: time.min, max: time.max, show: false },
      yAxis: { type: 'value', min, max: max > min ? max : min + 1, show: false },
      series: [...lines.map(({ line }) => line), ...lines.map(({ bridges }) => bridges)],
    },
    height,
    lanes: [],
    pointing: 'x',
  }
}

/** A series that starts again each January shows only the months its latest number covers, year by year. */
function comparable(series: ChartSeries): ChartSeries {
  const last = series.points.at(-1)
  if (!last || !restarts(series)) return series
  const points = series.points.filter(({ period }) => endMonthOf(period) === endMonthOf(last.period))
  return points.length > 2 ? { ...series, basis: 'year', points } : series
}
