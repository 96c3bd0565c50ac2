import { scaleFor } from '#data/model/quantity.ts'
import { axisUnit, type ChartData, unitOf } from '#server/charts/index.ts'
import type { OfficeChart } from './office-chart.ts'

const words = {
  zh: { unit: '单位：', inTable: '表中单位：' },
  en: { unit: 'in ', inTable: 'table in ' },
}

/** What stands behind the name of a table: what its chart says of its numbers, but their own unit. */
export function tableSubtitle({ words: { subtitle }, table, data }: OfficeChart): string {
  if (table.unit === '') return subtitle
  const units = unitsOf(data)
  const others = subtitle.split(separator).filter((part) => !units.has(part))
  return [...others, words[data.language].unit + table.unit].join(separator)
}

/** The subtitle of a chart whose table stands beside it, perhaps in another unit. */
export function subtitleWithTable({ words: { subtitle }, table, data }: OfficeChart): string {
  if (table.unit === '' || subtitle.split(separator).includes(table.unit)) return subtitle
  return subtitle + separator + words[data.language].inTable + table.unit
}

const separator = ' · '

/** All that the unit of these numbers can be called. */
function unitsOf(data: ChartData): ReadonlySet<string> {
  const { series, language } = data
  const [first] = series
  if (!first) return new Set()
  const unit = unitOf(first)
  const counter = first.indicator.counter ?? undefined
  const scales = unit.ladder[language].map(([power]) => scaleFor(10 ** power, unit, language, counter).label)
  const printed = series.flatMap(({ points }) => points.map(({ printedUnit }) => printedUnit))
  return new Set([axisUnit(data), ...scales, ...printed])
}
