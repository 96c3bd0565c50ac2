import type { ArticleContext } from '../../article-context.ts'
import type { RefusedBecause } from '../../refusal.ts'
import { type Known, refuse, resolver } from '../../resolve/resolver.ts'
import { standing as standingOfClause } from '../../resolve/standing.ts'
import type { CellMention } from '../cell-mention.ts'
import { says } from '../heading.ts'

type Read = Known<'indicator' | 'region' | 'measure' | 'whole' | 'period' | 'reference' | 'status'>

/** Whether a number stands as a figure, in a table too: its unit and sign fit its headings, and they say since when it moved. */
export const standing = resolver<
  'standing',
  'indicator' | 'region' | 'measure' | 'whole' | 'period' | 'reference' | 'status',
  CellMention
>({
  writes: 'standing',
  reads: ['indicator', 'region', 'measure', 'whole', 'period', 'reference', 'status'],
  examples: [['| 指标 | 2024年增加额（万个） |\n|---|---|\n| 5G基站 | 7 |', 'unknown-reference 7']],
  begin: (article, mentions) => {
    const decide = standingOfClause.begin(article, mentions)
    return (mention, known) => {
      const isOpen = known.refused === undefined || known.refused === 'no-period'
      const refused = isOpen ? whyNot(mention, known, article) : undefined
      return refused ? refuse(refused) : decide(mention, known)
    }
  },
})

function whyNot(mention: CellMention, known: Read, { catalog }: ArticleContext): RefusedBecause | undefined {
  const { measure, negative } = known.measure?.value ?? {}
  if (!mention.hasUnit) return 'unit-does-not-fit'
  if (negative && mention.clause.quantities.some(({ value }) => value.startsWith('-')))
    return 'unknown-change'
  const entry = catalog.indicators.get(known.indicator?.value?.[0] ?? '')
  if (mention.rule === 'net-add' && entry?.kind === 'flow') return 'unknown-change'
  if (isOfNoBase(mention, known)) return 'unknown-reference'
  return measure === 'net_add' ? whyNotAdded(mention, known) : undefined
}

/** 增加额, 提高3.3部/百人, and nobody says since when; a share and what is printed in points go by the year. */
function isOfNoBase({ rule, roles, cell: { stub, column } }: CellMention, { measure }: Read): boolean {
  const isMove = roles.direction === 'up' || roles.direction === 'down'
  if (!isMove || roles.comparison !== undefined) return false
  const isAmount = rule === 'level-change' || says(stub, 'amount') || says(column.label, 'amount')
  return isAmount || measure?.value?.measure === 'growth_change_pp'
}

/** An addition is counted from the end of last year, or in a month. */
function whyNotAdded(
  { roles: { comparison, reference } }: CellMention,
  { period }: Read,
): RefusedBecause | undefined {
  const { year, months = [1, 12] } = period?.value ?? {}
  if (comparison === 'yearAgo' && period?.value && months[1] !== 12) return 'unknown-change'
  const base = reference?.period
  if (!base) return undefined
  const isLastYearEnd =
    (base.months ?? [1, 12])[1] === 12 && (base.year === undefined || base.year + 1 === year)
  return isLastYearEnd ? undefined : 'unknown-reference'
}
