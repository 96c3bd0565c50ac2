import type { Indicator, Point } from '#web/api.ts'
import { printText } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'

interface GrowthProps {
  readonly point: Point | null
  readonly indicator: Indicator
  /** Why there is none, where one was published. */
  readonly why?: string | undefined
}

/** Year-on-year growth as printed: ▲ or ▼ and a colour, and the whole phrase for who listens. */
export function Growth({ point, indicator, why }: GrowthProps) {
  const { language, t } = useLanguage()
  if (!point)
    return (
      <span className="growth growth-none" title={why ?? t.growth.none}>
        {t.none}
      </span>
    )
  const direction = point.value > 0 ? 'rise' : point.value < 0 ? 'fall' : 'flat'
  const value = printText(point, { indicator, measure: 'yoy_pct' }, language).replace('−', '')
  const sign = { rise: '▲', fall: '▼', flat: '＝' }[direction]
  return (
    <span className={`growth growth-${direction}`}>
      <span aria-hidden="true">
        <span className="growth-sign">{sign}</span>
        {value}
      </span>
      <span className="visually-hidden">{t.growth[direction](value)}</span>
    </span>
  )
}
