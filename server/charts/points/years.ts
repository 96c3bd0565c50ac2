import type { Language } from '#data/model/language.ts'
import { endYearOf } from '#data/model/period.ts'
import type { ChartSeries } from '../chart-kind.ts'

/** One year of a series, as a line of its own. */
export interface Year {
  readonly year: number
  readonly series: ChartSeries
}

/** A series cut into its years, the earliest first. */
export function yearsOf(series: ChartSeries): Year[] {
  const years = [...new Set(series.points.map(({ period }) => endYearOf(period)))]
  return years.map((year) => ({
    year,
    series: { ...series, points: series.points.filter(({ period }) => endYearOf(period) === year) },
  }))
}

export const yearText = (year: number, language: Language) => (language === 'zh' ? `${year}年` : String(year))
