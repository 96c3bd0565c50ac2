import type { Measure } from '#data/model/measure.ts'
import type { Indicator, Point } from '#web/api.ts'
import { printParts } from '#web/format.ts'
import { useLanguage } from '#web/hooks/use-language.ts'

interface PrintedProps {
  readonly point: Point
  readonly indicator: Indicator
  readonly measure?: Measure
}

/** A number as printed: the digits, and smaller its unit and 约 or 超. */
export function Printed({ point, indicator, measure = 'level' }: PrintedProps) {
  const { language } = useLanguage()
  const { before, digits, after } = printParts(point, { indicator, measure }, language)
  return (
    <span className="printed">
      {before && <span className="printed-unit">{before}</span>}
      <span className="printed-digits">{digits}</span>
      {after && <span className="printed-unit">{after}</span>}
    </span>
  )
}
