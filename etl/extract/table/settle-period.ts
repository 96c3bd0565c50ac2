import type { PeriodToken } from '#data/language/token.ts'
import type { Status } from '#data/model/observation.ts'
import { isAhead } from '../time/publication.ts'
import type { Around } from './combine.ts'
import { wholeYear, within, withPublishedYear, withSpan } from './period.ts'

/** The period of a number with its status; undefined where nobody says it, or two say different ones. */
export function periodOf(around: Around) {
  const { stub, column, article } = around
  const own = nest([...column.label.periods, ...stub.label.periods])
  if (own === null) return undefined
  const nested = withinOuter(around, own)
  const spanned = nested && withSpan(nested, stub.saying.span ?? column.saying.span ?? around.outer.span)
  const token = spanned && withPublishedYear(spanned, article)
  const status = token && (statusOf(around) ?? statusByTime(around, token))
  return status && { token, status, isSaid: own?.year !== undefined }
}

/** A target has its own year, or that of the table where it is said to be of the year or the table is. */
function withinOuter(around: Around, own: PeriodToken | undefined): PeriodToken | undefined {
  const { stub, column, outer } = around
  const whole = outer.period ?? (own?.year === undefined ? around.given.period : undefined)
  const nested = own ? within(whole, own) : whole
  const status = column.saying.status ?? stub.saying.status
  if (status === undefined) return nested
  if (own?.year !== undefined) return own
  if (column.saying.wholeYear || stub.saying.wholeYear) return nested && wholeYear(nested)
  const isOfYear =
    own?.months !== undefined || nested?.months === undefined || nested.months.join() === '1,12'
  return isOfYear ? nested : undefined
}

/** Periods one in the other; null where they contradict. */
function nest(periods: readonly PeriodToken[]): PeriodToken | undefined | null {
  let nested: PeriodToken | undefined
  for (const period of periods) {
    const next = within(nested, period)
    if (!next) return null
    nested = next
  }
  return nested
}

/** Whether a period was to come when the text was written; a table that names it was written after it, where no day is said. */
function isToCome(period: PeriodToken, { outer: { captioned, status }, article, isDated }: Around): boolean {
  if (!isAhead(period, article)) return false
  const { year, months: [, month] = [1, 12] } = captioned ?? {}
  const isCaptioned =
    !isDated && !status && year !== undefined && !isAhead(period, { ...article, published: { year, month } })
  return !isCaptioned
}

/** Under 「2025年主要目标」, what was not over at publication is a target; undefined where nobody can tell. */
function statusByTime(around: Around, period: PeriodToken): Status | undefined {
  const { outer, article } = around
  const known = article.preliminary || outer.preliminary ? 'preliminary' : 'actual'
  if (isToCome(period, around)) return outer.status
  return outer.status && !article.published ? undefined : known
}

/** The status that header or row say. */
export const statusOf = ({ stub, column }: Around): Status | undefined =>
  column.saying.status ?? stub.saying.status
