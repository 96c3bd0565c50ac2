import { Decimal } from 'decimal.js'
import { gapBetween } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import { shiftYears } from '#data/model/period.ts'
import { cellOf } from '#data/model/series.ts'
import { sayStatement } from '../doubts/doubter.ts'
import type { KnownFigures } from '../facts/known-figures.ts'

interface Others {
  /** All figures of documents of the inbox. */
  readonly figures: readonly Observation[]
  readonly known: KnownFigures
}

/** A base may have been revised by so much since it was published. */
const revision = 0.02

/**
 * What speaks for a figure that waits: another source that states the same, or growth beside it that leads from a
 * published figure to this one. In Chinese; '' where nothing does.
 */
export function evidenceFor(figure: Observation, others: Others): string {
  return sameElsewhere(figure, others) ?? ledToByGrowth(figure, others) ?? ''
}

function sameElsewhere(figure: Observation, { figures, known }: Others): string | undefined {
  const cell = cellOf(figure)
  const statements = [...known.statementsOf(figure), ...figures.filter((each) => cellOf(each) === cell)]
  const same = statements.find(
    (each) => each.source !== figure.source && gapBetween(each.interval, figure.interval).isZero(),
  )
  return same && `另一来源相同：${sayStatement(same)}`
}

function ledToByGrowth(figure: Observation, { figures, known }: Others): string | undefined {
  if (figure.measure !== 'level') return undefined
  const cell = cellOf({ ...figure, measure: 'yoy_pct' })
  const growth = figures.find((each) => each.source === figure.source && cellOf(each) === cell)
  const [base] = known.statementsOf({ ...figure, period: shiftYears(figure.period, -1) })
  if (!growth || !base || base.value.isZero()) return undefined
  const led = base.value.times(growth.value.div(100).plus(1))
  if (led.isZero() || figure.value.div(led).minus(1).abs().gt(new Decimal(revision))) return undefined
  return `与同文增速 ${growth.printedValue}% 和上年同期 ${sayStatement(base)} 相合`
}
