import { Link } from 'wouter'
import type { Indicator, LatestItem, Source } from '#web/api.ts'
import { formatPointPeriod } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { Growth } from './growth.tsx'
import { OddMark } from './odd-mark.tsx'
import { Printed } from './printed.tsx'
import { SourceLink } from './source-link.tsx'

interface LatestRowsProps {
  readonly caption: string
  readonly items: readonly LatestItem[]
  readonly indicators: readonly Indicator[]
  readonly sources: readonly Source[]
  /** Added to the address of each indicator. */
  readonly region?: string
}

/** Newest numbers as tight rows: indicator, value, growth, period and basis, source. */
export function LatestRows({ caption, items, indicators, sources, region }: LatestRowsProps) {
  const { language, t } = useLanguage()
  return (
    <table className="table table-latest">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.table.indicator}</th>
          <th scope="col" className="number">
            {t.table.latest}
          </th>
          <th scope="col" className="number">
            {t.table.growth}
          </th>
          <th scope="col">{t.table.when}</th>
          <th scope="col">{t.table.source}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const indicator = indicators.find(({ code }) => code === item.indicator)
          return indicator ? (
            <tr key={item.indicator}>
              <th scope="row">
                <Link href={`/indicators/${item.indicator}${region ? `?region=${region}` : ''}`}>
                  {indicator.name[language]}
                </Link>
              </th>
              <td className="number">
                <Printed point={item.level} indicator={indicator} />
                <OddMark point={item.level} indicator={indicator} region={region ?? 'CN'} />
              </td>
              <td className="number growth-cell">
                <Growth point={item.growth} indicator={indicator} />
              </td>
              <td className="when">{formatPointPeriod(item.level, item.basis, language)}</td>
              <td className="from">
                <SourceLink source={sources.find(({ id }) => id === item.level.source)} show="date" />
              </td>
            </tr>
          ) : null
        })}
      </tbody>
    </table>
  )
}
