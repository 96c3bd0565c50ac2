import { Link } from 'wouter'
import {
  type ChartData,
  type ChosenSeries,
  indicatorFields,
  onLatestBase,
  printState,
} from '#server/charts/index.ts'
import { useLanguage } from '#web/hooks/use-language.ts'

interface GrowthInsteadProps {
  readonly chosen: ChosenSeries
  readonly data: ChartData
}

/** Where levels do not compare, why most of them are not drawn, and the way to growth, which does. */
export function GrowthInstead({ chosen: { question, options }, data }: GrowthInsteadProps) {
  const { t } = useLanguage()
  if (onLatestBase(data.series).left.length === 0) return null
  const { indicator, region, basis, compilation } = question
  const growth = printState(indicatorFields, { region, measure: 'yoy_pct', compilation, basis })
  return (
    <p className="remark" role="status">
      {t.indicator.basesDiffer}{' '}
      {options.measures.includes('yoy_pct') && (
        <Link href={`/indicators/${indicator}?${growth}`}>{t.indicator.growthInstead}</Link>
      )}
    </p>
  )
}
