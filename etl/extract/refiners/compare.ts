import type { Catalog } from '#data/catalog/catalog.ts'
import type { Refiner } from '../refiner.ts'
import type { Target } from '../slots.ts'
import { meaningOf, type Statement } from '../statement.ts'

/** 「较一季度」, 「比同期工业、高技术制造业」, 「比东部」: what a change or a gap is measured from. */
export const compare: Refiner = (statements, { catalog }) =>
  statements.map((statement) => withComparison(statement, catalog))

function withComparison(statement: Statement, catalog: Catalog): Statement {
  const { target, has } = statement.slots
  if (has('otherBase')) return { ...statement, refused: statement.refused ?? 'unknown-reference' }
  if (!target || statement.clause.quantities.length === 0) return statement
  const named = namesIn(target, statement, catalog)
  if (named.length > 0) return { ...statement, stated: { ...statement.stated, comparedTo: named } }
  if (target.period) return { ...statement, stated: { ...statement.stated, comparedTo: [target.period] } }
  const isChange = statement.rule === 'point-change' || statement.rule === 'level-change'
  return isChange ? { ...statement, refused: statement.refused ?? 'unknown-reference' } : statement
}

function namesIn(target: Target, statement: Statement, catalog: Catalog): string[] {
  const codes = target.indicators.flatMap((token) => token.codes)
  const whole = target.general && codes.length === 0 ? wholeOf(statement, catalog) : undefined
  const indicators = (whole === undefined ? codes : [whole]).map((code) => `indicator:${code}`)
  if (indicators.length > 0) return indicators
  const regions = target.regions.flatMap((token) => token.codes.map((code) => `region:${code}`))
  return regions.length === 0 && target.general && isRegional(statement) ? ['region:CN'] : regions
}

const isRegional = (statement: Statement) =>
  (meaningOf(statement).regions ?? []).some((region) => region !== 'CN')

/** 高出全行业平均水平: the whole of which the subject is a part, of a part of a part too; said of a region, the nation. */
function wholeOf(statement: Statement, { indicators }: Catalog): string | undefined {
  const [code] = meaningOf(statement).indicators ?? []
  let whole = code === undefined ? undefined : indicators.get(code)?.partOf
  for (let next = whole; next !== undefined; next = indicators.get(next)?.partOf) whole = next
  return whole
}
