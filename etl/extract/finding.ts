import { isWord, type PeriodToken, type Quantity } from '#data/language/token.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Status } from '#data/model/observation.ts'
import type { Clause } from './clause.ts'
import type { Meaning, RefusedBecause, Statement } from './statement.ts'
import { meaningOf } from './statement.ts'

/** What one number means. */
export interface Said {
  readonly indicator: string
  readonly region: string
  readonly period: PeriodToken
  readonly measure: Measure
  readonly comparedTo: string | PeriodToken
  readonly of: string
  readonly status: Status
}

/** One number found in a text, with the rule that found it, what its words state and what the context implied. */
export interface Finding {
  readonly rule: string
  /** Offsets in the normalized paragraph: of the quote, of the number. */
  readonly start: number
  readonly end: number
  readonly quantity: Quantity
  readonly negative: boolean
  /** It stands only if another place says the same with its period. */
  readonly undated: boolean
  readonly stated: Partial<Said>
  readonly implied: Partial<Said>
}

/** A number that was read but cannot stand. */
export interface Unread {
  readonly because: RefusedBecause
  readonly statement: Statement
  readonly quantity: Quantity
}

/** One finding for each number of a statement, or for each of its subjects: 云计算、大数据业务收入均增长37.5%. */
export function spread(statement: Statement): readonly Finding[] | RefusedBecause {
  const { clause, rule } = statement
  const { indicators = [], regions = [], comparedTo = [] } = meaningOf(statement)
  if (rule === undefined || indicators.length === 0) return 'no-subject'
  const count = clause.quantities.length
  if (count === 1) return spreadOne(statement)
  const byList = [comparedTo, regions, indicators].find((list) => list.length === count)
  if (!byList && !(isRange(clause.quantities) && indicators.length === 1 && regions.length === 1))
    return 'list-does-not-fit'
  return clause.quantities.flatMap((quantity, at) => {
    const pick = <Item>(list: readonly Item[]) => (list === byList ? list[at] : list.at(-1))
    const indicator = pick(indicators)
    const region = pick(regions)
    if (indicator === undefined || region === undefined) return []
    return [toFinding(statement, quantity, { indicator, region, comparedTo: pick(comparedTo) ?? '' })]
  })
}

/** A single number speaks of all its subjects only where the words say so: 均增长, or a list right before it. */
function spreadOne(statement: Statement): readonly Finding[] | RefusedBecause {
  const { clause, slots } = statement
  const { indicators = [], regions = [], comparedTo = [] } = meaningOf(statement)
  const [quantity] = clause.quantities
  if (!quantity) return []
  const isList = indicators.length > 1 || regions.length > 1
  const together = slots.has('evenly') || isBound(clause)
  if (isList && !together) return 'list-does-not-fit'
  return indicators.flatMap((indicator) =>
    regions.map((region) =>
      toFinding(statement, quantity, { indicator, region, comparedTo: comparedTo[0] ?? '' }),
    ),
  )
}

/** 「西藏、青海等4省户均流量超过19GB」: a bound that so many places have passed holds for each. */
const isBound = ({ tokens, quantities: [quantity] }: Clause) =>
  ['>', '<', '>=', '<='].includes(quantity?.qualifier ?? '') &&
  tokens.some(({ kind }) => kind === 'counted-regions')

/** 下降5%—8%: at most -5 and at least -8. */
function asFall(quantity: Quantity, { quantities }: Clause): Quantity {
  if (!isRange(quantities)) return quantity
  return { ...quantity, qualifier: quantity.qualifier === '>=' ? '<=' : '>=' }
}

const isRange = (quantities: readonly Quantity[]) =>
  quantities.length === 2 && quantities[0]?.qualifier === '>=' && quantities[1]?.qualifier === '<='

type Parts = Pick<Said, 'indicator' | 'region' | 'comparedTo'>

function toFinding(statement: Statement, quantity: Quantity, parts: Parts): Finding {
  const { rule = '', clause, negative, stated, implied } = statement
  const words = clause.tokens.filter((token) => !isWord(token, 'and'))
  const first = words.find(({ kind }) => kind !== 'word' && kind !== 'text') ?? words[0]
  return {
    rule,
    start: Math.min(first?.start ?? quantity.start, quantity.start),
    end: quantity.end,
    quantity: negative ? asFall(quantity, clause) : quantity,
    negative,
    undated: statement.refused === 'no-period',
    stated: toSaid(stated, parts),
    implied: toSaid(implied, parts),
  }
}

function toSaid(meaning: Partial<Meaning>, parts: Parts): Partial<Said> {
  const { indicators, regions, comparedTo, ...rest } = meaning
  return {
    ...rest,
    ...(indicators ? { indicator: parts.indicator } : {}),
    ...(regions ? { region: parts.region } : {}),
    ...(comparedTo ? { comparedTo: parts.comparedTo } : {}),
  }
}
