import { unreadable } from '#data/language/scanned-number.ts'
import type { Quantity, RegionToken } from '#data/language/token.ts'
import type { ArticleContext } from './article-context.ts'
import { type Clause, splitClauses } from './clause.ts'
import { distribute } from './distribute.ts'
import type { Mention } from './mention.ts'
import type { Passage } from './read-passages.ts'
import { type Roles, readRoles } from './roles.ts'
import type { Rule, RuleInput } from './rule.ts'

/** The clauses of a passage, each read by the first rule that knows it. */
export function readMentions(
  passage: Passage,
  { catalog, isOfCompany }: ArticleContext,
  rules: readonly Rule[],
): Mention[] {
  const isItem = isListItem(passage)
  let sentence = 0
  return withRoles(distribute(splitClauses(passage.tokens))).map(({ clause, roles: own }) => {
    const roles = withRegion(own, passage.region)
    if (clause.after === 'sentence') sentence++
    const input = { clause, roles, catalog, text: passage.normalized.text }
    const [rule, saying = {}] = clause.quantities.length > 0 ? firstSaying(input, rules) : []
    return {
      rule: rule?.name,
      clause,
      roles,
      saying,
      refused: refusedFor(passage, clause) ?? (isOfCompany ? 'part-of-subject' : saying.refused),
      aside: passage.aside !== undefined,
      paragraph: passage.number,
      sentence,
      isHeading: passage.isHeading,
      isBelow: passage.isBelow,
      isItem,
    }
  })
}

/** Nobody tells whether what stands in parentheses twice over speaks of what the inner or the outer ones follow. */
function refusedFor({ isNested }: Passage, { quantities }: Clause): Mention['refused'] {
  if (quantities.some(isUnreadable)) return 'unreadable-number'
  return isNested && quantities.length > 0 ? 'no-subject' : undefined
}

const isUnreadable = ({ unit }: Quantity) => unit === unreadable

/** What stands in parentheses right behind a region speaks of it, unless it names another. */
function withRegion(roles: Roles, region: RegionToken | undefined): Roles {
  return region && roles.regions.length === 0 && roles.countedRegions === undefined && !roles.home
    ? { ...roles, regions: [region] }
    : roles
}

/** 「东部地区：…」 as a line of its own, with or without a dash. */
function isListItem({ tokens, normalized }: Passage): boolean {
  const at = tokens[0]?.kind === 'region' ? 0 : 1
  const [region, stop] = [tokens[at], tokens[at + 1]]
  if (region?.kind !== 'region' || stop?.kind !== 'stop') return false
  return (
    /^[-·•]?$/.test(normalized.text.slice(0, region.start)) && /[:：]/.test(normalized.text[stop.start] ?? '')
  )
}

function withRoles(clauses: readonly Clause[]): { clause: Clause; roles: Roles }[] {
  let base: Roles | undefined
  return clauses.map((clause) => {
    const roles = withBase(readRoles(clause), clause.after === 'sentence' ? undefined : base)
    const isBase = clause.quantities.length === 0 && roles.comparison === 'than' && !roles.has('level')
    base = isBase ? roles : undefined
    return { clause, roles }
  })
}

/** 「与江苏相比，基站少2.5万个」: the base that the clause before named. */
function withBase(roles: Roles, base: Roles | undefined): Roles {
  const isMove = roles.direction === 'up' || roles.direction === 'down'
  if (!base?.reference?.regions.length || roles.comparison || !isMove) return roles
  return { ...roles, comparison: 'than', reference: base.reference }
}

/** The first rule that knows a clause, with what it makes of it. */
export function firstSaying(input: RuleInput, rules: readonly Rule[]) {
  for (const rule of rules) {
    const saying = rule.read(input)
    if (saying) return [rule, saying] as const
  }
  return []
}
