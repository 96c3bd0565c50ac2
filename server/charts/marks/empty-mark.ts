import type { Period } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { ChartData, ChartRegion, Mark } from '../chart-kind.ts'
import { isUncounted } from '../points/uncounted.ts'

const noData = { zh: '无数据', en: 'No data' }
const notCounted = { zh: '未纳入统计', en: 'Not in these statistics' }

/** Something in the picture that stands for a number that is not there. */
export function emptyMark(
  { language }: ChartData,
  region: Pick<ChartRegion, 'code' | 'name'>,
  period: Period | undefined,
  place: Pick<Mark, 'seriesIndex' | 'dataIndex' | 'at'>,
): Mark {
  const [name, heading] = [region.name[language], period ? formatPeriod(period, language) : '']
  const value = (isUncounted(region.code) ? notCounted : noData)[language]
  return {
    ...place,
    region: region.code,
    source: '',
    text: `${name}${language === 'zh' ? '，' : ', '}${value}`,
    tip: { heading, name, value, lines: [], others: '', parents: [] },
  }
}
