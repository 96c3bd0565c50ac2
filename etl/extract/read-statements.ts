import { unreadable } from '#data/language/scanned-number.ts'
import type { Quantity, RegionToken } from '#data/language/token.ts'
import { type Clause, splitClauses } from './clause.ts'
import { distribute } from './distribute.ts'
import { rules } from './grammar.ts'
import type { Passage } from './read-passages.ts'
import type { ArticleContext } from './refiner.ts'
import type { Rule } from './rule.ts'
import { readSlots, type Slots } from './slots.ts'
import type { Statement } from './statement.ts'

/** The clauses of a passage, each read by the first rule that knows it. */
export function readStatements(passage: Passage, { catalog }: ArticleContext): Statement[] {
  const isItem = isListItem(passage)
  let sentence = 0
  return withSlots(distribute(splitClauses(passage.tokens))).map(({ clause, slots: said }) => {
    const slots = withRegion(said, passage.region)
    if (clause.after === 'sentence') sentence++
    const input = { clause, slots, catalog, text: passage.normalized.text }
    const [rule, reading] = clause.quantities.length > 0 ? firstReading(input) : []
    return {
      rule: rule?.name,
      clause,
      slots,
      negative: reading?.negative ?? false,
      stated: {
        ...(reading?.measure ? { measure: reading.measure } : {}),
        ...(reading?.indicators ? { indicators: reading.indicators } : {}),
      },
      implied: {},
      refused: refusedFor(passage, clause) ?? reading?.refused,
      aside: passage.aside !== undefined,
      paragraph: passage.number,
      sentence,
      isHeading: passage.isHeading,
      isItem,
    }
  })
}

/** Nobody tells whether what stands in parentheses twice over speaks of what the inner or the outer ones follow. */
function refusedFor({ isNested }: Passage, { quantities }: Clause): Statement['refused'] {
  if (quantities.some(isUnreadable)) return 'unreadable-number'
  return isNested && quantities.length > 0 ? 'no-subject' : undefined
}

const isUnreadable = ({ unit }: Quantity) => unit === unreadable

/** What stands in parentheses right behind a region speaks of it, unless it names another. */
function withRegion(slots: Slots, region: RegionToken | undefined): Slots {
  return region && slots.regions.length === 0 && slots.countedRegions === undefined && !slots.home
    ? { ...slots, regions: [region] }
    : slots
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

function withSlots(clauses: readonly Clause[]): { clause: Clause; slots: Slots }[] {
  let base: Slots | undefined
  return clauses.map((clause) => {
    const slots = withBase(readSlots(clause), clause.after === 'sentence' ? undefined : base)
    const isBase = clause.quantities.length === 0 && slots.comparison === 'than' && !slots.has('level')
    base = isBase ? slots : undefined
    return { clause, slots }
  })
}

/** 「与江苏相比，基站少2.5万个」: the base that the clause before named. */
function withBase(slots: Slots, base: Slots | undefined): Slots {
  const isMove = slots.direction === 'up' || slots.direction === 'down'
  if (!base?.target?.regions.length || slots.comparison || !isMove) return slots
  return { ...slots, comparison: 'than', target: base.target }
}

function firstReading(input: Parameters<Rule['read']>[0]) {
  for (const rule of rules) {
    const reading = rule.read(input)
    if (reading) return [rule, reading] as const
  }
  return []
}
