import type { Language } from '#data/model/language.ts'
import type { ChartData, ChartSeries } from '../chart-kind.ts'
import { subjectOf } from './words.ts'

/** What tells a series from the others of its chart: its region, its indicator, its measure; nothing when it is alone. */
export function nameIn({ series, language }: ChartData, { region, ...said }: ChartSeries): string {
  const differs = (of: (each: ChartSeries) => string) => new Set(series.map(of)).size > 1
  const where = differs((each) => each.region.code) ? region.name[language] : ''
  const isOtherMeasure = differs((each) => each.measure + (each.of?.zh ?? ''))
  const isOtherIndicator = differs((each) => each.indicator.code)
  const what = isOtherMeasure
    ? subjectOf(said, language)
    : isOtherIndicator
      ? said.indicator.name[language]
      : ''
  return [where, what].filter((word) => word !== '').join(language === 'zh' ? '' : ', ')
}

/** `另有2个数值`. */
export function othersText(others: number, language: Language): string {
  if (language === 'zh') return `另有${others}个数值`
  return others === 1 ? '1 other figure' : `${others} other figures`
}
