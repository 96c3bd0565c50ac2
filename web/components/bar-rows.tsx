import { Link } from 'wouter'
import { colorVariableOf } from '#server/charts/index.ts'
import type { CompareAnswer, Indicator, Region } from '#web/api.ts'
import { useLanguage } from '#web/hooks/use-language.ts'
import { Printed } from './printed.tsx'

interface BarRowsProps {
  readonly answer: CompareAnswer
  readonly indicator: Indicator
  readonly regions: readonly Region[]
}

/** A comparison of few regions as plain rows: name, bar from zero, printed value. */
export function BarRows({ answer, indicator, regions }: BarRowsProps) {
  const { language } = useLanguage()
  const largest = Math.max(...answer.rows.map(({ point }) => Math.abs(point.value)))
  return (
    <ol className="bar-rows">
      {answer.rows.map(({ region, point }) => (
        <li key={region} className="bar-row">
          <Link href={`/regions/${region}`}>{nameOf(regions, region, language)}</Link>
          <span className="bar-track" aria-hidden="true">
            <span
              className="bar"
              style={{
                width: `${(Math.abs(point.value) / largest) * 100}%`,
                background: colorVariableOf(region),
              }}
            />
          </span>
          <Printed point={point} indicator={indicator} measure={answer.measure} />
        </li>
      ))}
    </ol>
  )
}

const nameOf = (regions: readonly Region[], code: string, language: 'zh' | 'en') =>
  regions.find((region) => region.code === code)?.name[language] ?? code
