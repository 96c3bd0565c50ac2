import { formatPeriod } from '#data/wording/period-text.ts'
import { statusNames } from '#data/wording/status-names.ts'
import type { ChartData, ChartSeries, ChartTable } from '../chart-kind.ts'
import { growthOf, isMixed, type Row, rank } from '../points/ranked.ts'
import { numberLabels, rankedLabels } from '../words/number-labels.ts'
import { withOddity } from '../words/oddity-words.ts'
import { everyRow } from '../words/ranking-words.ts'
import { subjectsOf } from '../words/words.ts'
import { cellOf } from './time-table.ts'

const headings = {
  zh: { rank: '位次', region: '地区', period: '时期', status: '状态' },
  en: { rank: 'Rank', region: 'Region', period: 'Period', status: 'Status' },
}

/** The regions in the order of a ranking, then those without a number. */
export function rankingTable(data: ChartData): ChartTable {
  const { language, series, growth = [] } = data
  const ranked = rank(data)
  if (!ranked) return { columns: [], rows: [] }
  const { rows, nation } = ranked
  const words = headings[language]
  const shown = new Set(everyRow(ranked).map((row) => row.series))
  const hasGrowth = growth.length > 0
  const mixed = isMixed(ranked)
  const labels = rankedLabels(ranked, language)
  const grown = new Map(everyRow(ranked).map((row) => [row, growthOf(data, row)]))
  const growthLabels = numberLabels(
    [...grown.values()].filter((each) => each !== undefined),
    language,
    'wide',
  )
  const growthText = (row: Row) => {
    const found = grown.get(row)
    return found ? withOddity(growthLabels.say(found), found.point) : '—'
  }
  const levelText = (row: Row) => {
    if (!data.inTable) return withOddity(labels.say(row), row.point)
    if (labels.unit === '') return withOddity(data.inTable(row), row.point)
    return data.inTable({ ...row, label: { digits: labels.write(row), unit: labels.unit } })
  }
  const line = (rankText: string, row: Row) => [
    rankText,
    row.series.region.name[language],
    ...(mixed ? [formatPeriod(row.point.period, language)] : []),
    levelText(row),
    ...(hasGrowth ? [growthText(row)] : []),
    statusNames[row.point.status][language],
  ]
  const empty = (each: ChartSeries) => [
    '—',
    each.region.name[language],
    ...(mixed ? ['—'] : []),
    cellOf(data, each, undefined),
    ...(hasGrowth ? ['—'] : []),
    '—',
  ]
  return {
    columns: [
      { label: words.rank, align: 'end' },
      { label: words.region, align: 'start' },
      ...(mixed ? [{ label: words.period, align: 'start' as const }] : []),
      { label: subjectsOf(series, language), align: 'end' },
      ...(hasGrowth ? [{ label: subjectsOf(growth, language), align: 'end' as const }] : []),
      { label: words.status, align: 'start' },
    ],
    rows: [
      ...rows.map((row, index) => line(String(index + 1), row)),
      ...(nation ? [line('—', nation)] : []),
      ...series.filter((each) => !shown.has(each)).map(empty),
    ],
  }
}
