import type { Language } from '#data/model/language.ts'
import { formatPeriod } from '#data/model/period.ts'
import type { ChartData, ChartPoint, ChartSeries, Mark, Tip } from './chart-kind.ts'
import { breakLinesAt } from './foot.ts'
import { printedText } from './value-text.ts'
import { statusWords, subjectOf } from './words.ts'

type Place = Pick<Mark, 'seriesIndex' | 'dataIndex' | 'at'>

/** Something in the picture that stands for a printed number. */
export function markOf(data: ChartData, series: ChartSeries, point: ChartPoint, place: Place): Mark {
  const { language } = data
  const name = nameIn(data, series)
  const period = formatPeriod(point.period, language)
  const value = printedText(point, series, language)
  const comma = language === 'zh' ? '，' : ', '
  const status = statusWords[point.status][language]
  return {
    ...place,
    region: series.region.code,
    source: point.source,
    text: [name, period, value, status].filter((word) => word !== '').join(comma),
    tip: {
      heading: period,
      name,
      value,
      lines: [...linesOf(data, point), ...breakLinesAt(series, point, language)],
    },
  }
}

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

function linesOf({ sources, language }: ChartData, point: ChartPoint): Tip['lines'] {
  const source = sources.find(({ id }) => id === point.source)
  const status = statusWords[point.status][language]
  return [
    ...(status === '' ? [] : [status]),
    ...(source
      ? [
          `${source.publisher}${language === 'zh' ? '《' : ', “'}${source.title}${language === 'zh' ? '》' : '”'}`,
        ]
      : []),
    ...(point.others > 0 ? [othersText(point.others, language)] : []),
  ]
}

function othersText(others: number, language: Language): string {
  if (language === 'zh') return `另有${others}个来源`
  return others === 1 ? '1 other source' : `${others} other sources`
}
