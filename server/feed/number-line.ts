import type { Catalog } from '#data/catalog/catalog.ts'
import type { Language, Text } from '#data/model/language.ts'
import { admits, type Basis, type Period } from '#data/model/period.ts'
import { sayStatus } from '#data/wording/status-names.ts'
import { basisOf, type ChartPoint, type ChartSeries, printedText, stateOf } from '#server/charts/index.ts'
import { nameReference } from '#server/queries/name-reference.ts'
import { type Row, toPeriod } from '#server/queries/printed-number.ts'

/** A number as a line of its own: `2026年1—7月，全国软件业务收入89,785亿元（累计）`. */
export function lineOf(catalog: Catalog, row: Row, language: Language): string {
  const { series, point, basis } = placed(catalog, row)
  const aside = [
    basis === undefined ? '' : basisOf([{ ...series, compilation: '' }], language),
    sayStatus(row.status, language).toLowerCase(),
  ].filter((word) => word !== '')
  const said = stateOf(series, point, language)
  if (aside.length === 0) return said
  return language === 'zh' ? `${said}（${aside.join('，')}）` : `${said} (${aside.join(', ')})`
}

/** Its value alone: `89,785亿元`. */
export function valueTextOf(catalog: Catalog, row: Row, language: Language): string {
  const { series, point } = placed(catalog, row)
  return printedText(point, series, language)
}

/** Of the bases that admit a period, the plainest word. */
const plainest: readonly Basis[] = ['stock', 'year', 'month', 'cumulative', 'quarter']

function placed(catalog: Catalog, row: Row) {
  const indicator = catalog.indicators.get(row.indicator)
  const region = catalog.regions.get(row.region)
  const unit = indicator && catalog.units.get(indicator.unit)
  if (!indicator || !region || !unit)
    throw new Error(`the catalogue lacks what the number ${row.id} is of: ${row.indicator}, ${row.region}`)
  const period = toPeriod(row)
  const basis = plainest.find((each) => admits[each](period))
  const named = (text: string) => (text === '' ? undefined : (nameReference(catalog, text) ?? stated))
  const series: ChartSeries = {
    indicator: { ...indicator, unit, notes: [] },
    region,
    measure: row.measure,
    compilation: row.compilation,
    basis: basis ?? 'cumulative',
    of: named(row.share_of),
    comparedTo: named(row.compared_to),
    points: [],
  }
  return { series, basis, point: toPoint(row, period) }
}

const stated: Text = { zh: '文中所述时期', en: 'the period the text names' }

const toPoint = (row: Row, period: Period): ChartPoint => ({
  ...{ period, value: row.value, low: row.low, high: row.high },
  ...{ printedValue: row.printed_value, printedUnit: row.printed_unit },
  ...{ status: row.status, qualifier: row.qualifier, source: row.source, trust: row.trust },
  ...{ others: row.others, derived: null, oddity: null, break: null },
})
