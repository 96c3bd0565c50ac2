import { abroad } from '#data/language/lexicon.ts'
import type { Home } from '#data/language/token.ts'
import { homeRegion } from '../home-region.ts'
import { namedShare } from '../named-share.ts'
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
    const read = asShare(withWhole(statement, code, { before, context }), context)
    const { of, regions = [] } = meaningOf(read)
    if (!statement.aside && of && !regions.includes(abroad))
      before = { of, paragraph: statement.paragraph, code }
    return read
  })
}

/** 数字经济核心产业增加值占GDP的比重 goes by the name the catalogue has for it. */
function asShare(statement: Statement, { catalog }: ArticleContext): Statement {
  const { of, indicators: [code, ...others] = [] } = meaningOf(statement)
  if (!of || code === undefined || others.length > 0) return statement
  const share = namedShare(code, catalog, of)
  if (!share) return statement
  const codes = { indicators: [share.code] }
  return statement.stated.indicators
    ? { ...statement, stated: { ...statement.stated, ...codes } }
    : imply(statement, codes)
}

interface Around {
  readonly before: LastWhole | undefined
  readonly context: ArticleContext
}

/** 占网民的比重: a whole that nobody knows makes no share. */
function withWhole(statement: Statement, code: string, { before, context }: Around): Statement {
  const { whole } = statement.slots
  const stated = whole?.narrowed ? undefined : statedWhole(statement, code, context)
  const of = stated ?? wholeOfMember(statement, context)
  if (of !== undefined) return { ...statement, stated: { ...statement.stated, of } }
  const isSame = before?.paragraph === statement.paragraph && before.code === code
  const { regions = [] } = meaningOf(statement)
  const implied = isSame ? before.of : impliedWhole(code, regions, context)
  const isUnclear = whole?.unknown || whole?.narrowed
  if (implied !== undefined && !isUnclear) return imply(statement, { of: implied })
  return { ...statement, refused: statement.refused ?? 'unknown-reference' }
}

function statedWhole(
  statement: Statement,
  code: string,
  { catalog, home }: ArticleContext,
): string | undefined {
  const { indicators } = catalog
  const { whole } = statement.slots
  const shareOf = indicators.get(code)?.shareOf
  if (shareOf !== undefined || !whole) return shareOf
  if (whole.regions.length > 1) return undefined
  const region = whole.regions.at(-1)?.codes[0] ?? regionAround(statement, whole.home, { catalog, home })
  const other = whole.indicators.at(-1)?.codes[0]
  if (region !== undefined && (other === undefined || other === code))
    return whole.unknown ? undefined : `region:${region}`
  if (other !== undefined) return other
  return whole.general ? indicators.get(code)?.partOf : undefined
}

/** 「5G基站16万个，其中成都占40%」: of the region that the member lies in. */
function wholeOfMember({ slots }: Statement, { catalog }: ArticleContext): string | undefined {
  const code = slots.regions.at(-1)?.codes[0]
  if (!slots.has('scope') || slots.whole?.indicators.length || code === undefined) return undefined
  const parent = catalog.regions.get(code)?.parent
  return parent === undefined ? undefined : `region:${parent}`
}

/** 南京占全省的55%: the province around what is spoken of. */
function regionAround(
  statement: Statement,
  whole: Home | undefined,
  { catalog, home }: Pick<ArticleContext, 'catalog' | 'home'>,
): string | undefined {
  if (!whole) return undefined
  const [region] = meaningOf(statement).regions ?? []
  return homeRegion(whole, region, catalog) ?? homeRegion(whole, home, catalog)
}

/** Without a word: a part's share is of its whole or of what the catalogue names for it, a region's of the nation. */
function impliedWhole(
  code: string,
  regions: readonly string[],
  { catalog }: ArticleContext,
): string | undefined {
  const isRegional = regions.some((region) => region !== 'CN')
  const whole = catalog.indicators.get(code)?.partOf ?? namedShare(code, catalog)?.shareOf
  return whole ?? (isRegional ? 'region:CN' : undefined)
}
