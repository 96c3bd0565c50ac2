import { isWord, type PeriodToken, type Quantity } from '#data/language/token.ts'
import type { Measure } from '#data/model/measure.ts'
import type { Status } from '#data/model/observation.ts'
import type { Clause } from './clause.ts'
import type { Mention } from './mention.ts'
import type { RefusedBecause } from './refusal.ts'
import type { Origin, Reading } from './resolve/resolver.ts'

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
  readonly mention: Mention
  readonly quantity: Quantity
}

/** One finding for each number of a mention, or for each of its subjects: 云计算、大数据业务收入均增长37.5%. */
export function spread(mention: Mention, reading: Reading): readonly Finding[] | RefusedBecause {
  const { quantities } = mention.clause
  const { indicators, regions, references } = listsOf(reading)
  if (reading.measure?.value?.rule === undefined || indicators.length === 0) return 'no-subject'
  if (quantities.length === 1) return spreadOne(mention, reading)
  const byList = [references, regions, indicators].find((list) => list.length === quantities.length)
  if (!byList && !(isRange(quantities) && indicators.length === 1 && regions.length === 1))
    return 'list-does-not-fit'
  return quantities.flatMap((quantity, at) => {
    const pick = <Item>(list: readonly Item[]) => (list === byList ? list[at] : list.at(-1))
    const indicator = pick(indicators)
    const region = pick(regions)
    if (indicator === undefined || region === undefined) return []
    return [toFinding(mention, reading, quantity, { indicator, region, reference: pick(references) })]
  })
}

/** A single number speaks of all its subjects only where the words say so: 均增长, or a list right before it. */
function spreadOne(mention: Mention, reading: Reading): readonly Finding[] | RefusedBecause {
  const { clause, roles } = mention
  const { indicators, regions, references } = listsOf(reading)
  const [quantity] = clause.quantities
  if (!quantity) return []
  const isList = indicators.length > 1 || regions.length > 1
  const together = roles.has('evenly') || isBound(clause)
  if (isList && !together) return 'list-does-not-fit'
  return indicators.flatMap((indicator) =>
    regions.map((region) =>
      toFinding(mention, reading, quantity, { indicator, region, reference: references[0] }),
    ),
  )
}

const listsOf = ({ indicator, region, reference }: Reading) => ({
  indicators: indicator?.value ?? [],
  regions: region?.value ?? [],
  references: reference?.value ?? [],
})

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

/** What a number has of its own where a mention has several. */
interface Own {
  readonly indicator: string
  readonly region: string
  readonly reference: string | PeriodToken | undefined
}

function toFinding(mention: Mention, reading: Reading, quantity: Quantity, own: Own): Finding {
  const { clause } = mention
  const { rule = '', negative = false } = reading.measure?.value ?? {}
  const words = clause.tokens.filter((token) => !isWord(token, 'and'))
  const first = words.find(({ kind }) => kind !== 'word' && kind !== 'text') ?? words[0]
  return {
    rule,
    start: Math.min(first?.start ?? quantity.start, quantity.start),
    end: quantity.end,
    quantity: negative ? asFall(quantity, clause) : quantity,
    negative,
    undated: reading.period?.refused !== undefined,
    ...toSaid(reading, own),
  }
}

/** The fields in the terms of a row, by whether the words of the number state them. */
function toSaid(reading: Reading, own: Own): Pick<Finding, 'stated' | 'implied'> {
  const { indicator, region, measure, whole, period, reference, status } = reading
  const isOnMonth = isMonthBefore(own.reference, period?.value) && measure?.value?.measure === 'yoy_pct'
  const fields: readonly { by: Origin | undefined; said: Partial<Said> }[] = [
    { by: indicator?.by, said: { indicator: own.indicator } },
    { by: region?.by, said: { region: own.region } },
    { by: measure?.by, said: given({ measure: isOnMonth ? 'mom_pct' : measure?.value?.measure }) },
    { by: whole?.by, said: given({ of: whole?.value }) },
    { by: period?.by, said: given({ period: period?.value }) },
    { by: reference?.by, said: isOnMonth ? {} : given({ comparedTo: own.reference }) },
    { by: status?.by, said: given({ status: status?.value }) },
  ]
  const pick = (isStated: boolean): Partial<Said> =>
    Object.assign({}, ...fields.filter(({ by }) => (by === 'stated') === isStated).map(({ said }) => said))
  return { stated: pick(true), implied: pick(false) }
}

/** The fields that have a value. */
const given = (fields: { readonly [Name in keyof Said]?: Said[Name] | undefined }): Partial<Said> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** 「6月份…比5月份增长36%」 grows on the month before. */
function isMonthBefore(base: Own['reference'], period: PeriodToken | undefined): boolean {
  if (typeof base !== 'object' || !base.months || !period?.months || base.year !== period.year) return false
  const [[from, to], [first, last]] = [base.months, period.months]
  return from === to && first === last && to === first - 1
}
