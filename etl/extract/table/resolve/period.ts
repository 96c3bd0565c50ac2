import type { PeriodToken } from '#data/language/token.ts'
import type { ArticleContext } from '../../article-context.ts'
import { carried, type Known, refuse, resolver, stated } from '../../resolve/resolver.ts'
import { isAhead } from '../../time/publication.ts'
import type { CellContext, CellMention } from '../cell-mention.ts'
import { says, spanOf } from '../heading.ts'
import { wholeYear, within, withPublishedYear, withSpan } from '../period.ts'

/** The periods of caption, column and row, one in the other; refused where none is said, or two contradict each other. */
export const period = resolver<'period', 'measure' | 'mood', CellMention>({
  writes: 'period',
  reads: ['measure', 'mood'],
  examples: [
    ['| 指标 | 2024年末 |\n|---|---|\n| 5G基站（万个） | 425 |', 'base_stations_5g CN 2024-12 level 425万个'],
  ],
  begin: (article) => (mention, known) => {
    const { cell } = mention
    const own = nest([...cell.column.label.periods, ...cell.stub.periods])
    const said = own === null ? undefined : periodOf(cell, own, known)
    const period = said && withPublishedYear(said, article)
    if (!period || isOfNoTime(period, cell, known, article)) return refuse('no-period')
    const value = isMonthsAddition(mention, known) ? (withSpan(period, 'month') ?? period) : period
    return own?.year === undefined ? carried(value) : stated(value)
  },
})

const periodOf = (cell: CellContext, own: PeriodToken | undefined, known: Known<'mood'>) => {
  const { stub, column, outer } = cell
  const nested = withinOuter(cell, own, known)
  return nested && withSpan(nested, spanOf(stub) ?? spanOf(column.label) ?? outer.span)
}

/** A target has its own year, or that of the table where it is said to be of the year or the table is. */
function withinOuter(
  { stub, column, outer, given }: CellContext,
  own: PeriodToken | undefined,
  { mood }: Known<'mood'>,
): PeriodToken | undefined {
  const whole = outer.period ?? (own?.year === undefined ? given.period : undefined)
  const nested = own ? within(whole, own) : whole
  if (!mood) return nested
  if (own?.year !== undefined) return own
  if (says(stub, 'yearTarget') || says(column.label, 'yearTarget')) return nested && wholeYear(nested)
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

/** What was to come in a table of no plan; what was or was not over in a plan that nobody dates. */
function isOfNoTime(
  period: PeriodToken,
  { outer }: CellContext,
  { mood }: Known<'mood'>,
  article: ArticleContext,
): boolean {
  if (mood) return false
  return outer.status ? !article.published : isAhead(period, article)
}

/** 比上月净增: in that month. */
const isMonthsAddition = ({ roles }: CellMention, { measure }: Known<'measure'>) =>
  measure?.value?.measure === 'net_add' && roles.comparison === 'monthAgo'
