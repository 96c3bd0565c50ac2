import { isWord, type Quantity, type Token } from '#data/language/token.ts'
import type { Clause } from './clause.ts'

/** Numbers that 分别 announces, each with the words right before it. */
export interface Told {
  readonly first: Clause
  readonly clauses: number
  readonly numbers: readonly { readonly quantity: Quantity; readonly words: readonly Token[] }[]
}

/** 分别提高2.1和0.3个百分点 is told by one clause, 分别提高2.1个和回落0.3个百分点 by two. */
export function tellAll(clauses: readonly Clause[], at: number): Told | undefined {
  const [first] = clauses.slice(at, at + 1)
  const [quantity] = first?.quantities ?? []
  if (!first || !quantity || !first.tokens.some((token) => isWord(token, 'respectively'))) return undefined
  if (first.quantities.length > 1)
    return { first, clauses: 1, numbers: first.quantities.map((each) => ({ quantity: each, words: [] })) }
  const numbers = [{ quantity, words: first.tokens.slice(0, 0) }]
  for (let next = clauses[at + 1]; next; next = clauses[at + numbers.length]) {
    const [more, ...others] = next.quantities
    if (!more || others.length > 0 || next.after !== 'nothing' || !isWord(next.tokens[0], 'and')) break
    numbers.push({ quantity: more, words: next.tokens.slice(1) })
  }
  return { first, clauses: numbers.length, numbers: withUnit(numbers) }
}

/** 分别回落3.2和提高1.8个百分点: both are points. */
function withUnit(numbers: Told['numbers']): Told['numbers'] {
  const unit = numbers.at(-1)?.quantity.unit
  if (unit !== '个百分点') return numbers
  return numbers.map(({ quantity, words }) =>
    quantity.unit === '' || quantity.unit === '个'
      ? { quantity: { ...quantity, unit }, words }
      : { quantity, words },
  )
}
