import { homeRegion } from '../home-region.ts'
import { abroad } from '../lexicon.ts'
import type { ArticleContext, Refiner } from '../refiner.ts'
import { imply, meaningOf, type Statement } from '../statement.ts'

interface LastWhole {
  readonly of: string
  readonly paragraph: number
  readonly code: string
}

/** 「占电信业务收入的7.7%」, 「占全国比重5.4%」, 「占总用户数的94.5%」: what a share is a share of. */
export const takeWhole: Refiner = (statements, context) => {
  let before: LastWhole | undefined
  return statements.map((statement) => {
    const { measure, indicators: [code] = [] } = meaningOf(statement)
    if ((measure !== 'share_pct' && measure !== 'share_change_pp') || code === undefined) return statement
    const read = withWhole(statement, code, { before, context })
    const { of, regions = [] } = meaningOf(read)
    if (!statement.aside && of && !regions.includes(abroad))
      before = { of, paragraph: statement.paragraph, code }
    return read
  })
}

interface Around {
  readonly before: LastWhole | undefined
  readonly context: ArticleContext
}

function withWhole(statement: Statement, code: string, { before, context }: Around): Statement {
  const of = statedWhole(statement, code, context)
  if (of !== undefined) return { ...statement, stated: { ...statement.stated, of } }
  const isSame = before?.paragraph === statement.paragraph && before.code === code
  const { regions = [] } = meaningOf(statement)
  const implied = isSame ? before.of : impliedWhole(code, regions, context)
  if (implied !== undefined) return imply(statement, { of: implied })
  const isOpen = statement.slots.whole === undefined
  return isOpen
    ? { ...statement, refused: statement.refused ?? 'unknown-reference' }
    : imply(statement, { of: '' })
}

function statedWhole(
  { slots: { whole } }: Statement,
  code: string,
  context: ArticleContext,
): string | undefined {
  const { indicators } = context.catalog
  const shareOf = indicators.get(code)?.shareOf
  if (shareOf !== undefined || !whole) return shareOf
  const region = whole.regions.at(-1)?.codes[0] ?? homeRegion(whole.home, context)
  const other = whole.indicators.at(-1)?.codes[0]
  if (region !== undefined && (other === undefined || other === code))
    return whole.unknown ? '' : `region:${region}`
  if (other !== undefined) return other
  return whole.general ? indicators.get(code)?.partOf : undefined
}

/** Without a word: a region's share is of the nation, a part's of its whole. */
function impliedWhole(
  code: string,
  regions: readonly string[],
  { catalog: { indicators } }: ArticleContext,
): string | undefined {
  const isRegional = regions.some((region) => region !== 'CN')
  return indicators.get(code)?.partOf ?? (isRegional ? 'region:CN' : undefined)
}
