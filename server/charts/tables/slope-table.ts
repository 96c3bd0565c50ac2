import type { Period } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartData, ChartTable } from '../chart-kind.ts'
import { type Row, rowsAt } from '../points/ranked.ts'
import { compare } from '../points/region-pairs.ts'
import { cellOf } from './time-table.ts'

const headings = { zh: '地区', en: 'Region' }

/** The regions that changed, then those that lack one of the two periods. */
export function slopeTable(data: ChartData): ChartTable {
  const { language, series } = data
  const compared = compare(data)
  if (!compared) return { columns: [], rows: [] }
  const { periods, pairs } = compared
  const complete = new Set(pairs.map(({ to }) => to.series.region.code))
  const others = series.filter(({ region }) => !complete.has(region.code))
  const cell = (each: Row['series'], period: Period) => cellOf(data, each, rowsAt([each], period)[0]?.point)
  return {
    columns: [
      { label: headings[language], align: 'start' },
      ...periods.map((period) => ({ label: formatPeriod(period, language), align: 'end' as const })),
    ],
    rows: [...pairs.map(({ to }) => to.series), ...others].map((each) => [
      each.region.name[language],
      ...periods.map((period) => cell(each, period)),
    ]),
  }
}
