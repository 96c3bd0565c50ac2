import type { Catalog } from '#data/catalog/catalog.ts'
import type { Fact } from '#data/model/fact-id.ts'
import { parentsOf } from '#data/model/fact-parents.ts'
import type { Store } from '#data/store/open-store.ts'
import type { PointAnswer } from '#server/answers.ts'
import { deriveNumber } from './number-of-fact.ts'
import { type Row, toPoint } from './printed-number.ts'
import { cellOfFact, readStatements } from './read-statements.ts'

/** A fact with what stands behind it. */
export interface FoundFact {
  readonly fact: Fact
  readonly number: PointAnswer
  /** All of them, the one shown first; none where the number is derived. */
  readonly statements: readonly Row[]
  /** The facts that it is derived from, in the order of its formula. */
  readonly parents: readonly FoundFact[]
}

/**
 * Finds facts and all that they are made of, a generation at a time: a share, its part and its whole, the provinces that
 * make up the whole.
 * @returns in the order asked for; undefined for a fact that is neither printed nor derived.
 */
export async function findFacts(
  store: Store,
  facts: readonly Fact[],
): Promise<readonly (FoundFact | undefined)[]> {
  if (facts.length === 0) return []
  const statements = await readStatements(
    store,
    facts.filter(({ transform }) => transform === 'none'),
  )
  const own = (fact: Fact) => (fact.transform === 'none' ? (statements.get(cellOfFact(fact)) ?? []) : [])
  const numbers = await Promise.all(
    facts.map(async (fact) => {
      const [shown] = own(fact)
      return shown ? toPoint(shown) : deriveNumber(store, fact)
    }),
  )
  const families = facts.map((fact, at) => familyOf(store.catalog, fact, numbers[at]))
  const found = await findFacts(store, families.flat())
  let next = 0
  return facts.map((fact, at) => {
    const [number, family = []] = [numbers[at], families[at]]
    const parents = found.slice(next, next + family.length)
    next += family.length
    return number && { fact, number, statements: own(fact), parents: parents.map(needed) }
  })
}

function familyOf({ indicators, regions }: Catalog, fact: Fact, number: PointAnswer | undefined) {
  if (!number?.derived) return []
  return parentsOf(fact, number.derived, {
    compilationOf: (code) => (indicators.get(code)?.compilations.length ? fact.compilation : ''),
    members: regions.get(fact.region)?.members ?? [],
  })
}

function needed(parent: FoundFact | undefined): FoundFact {
  if (!parent) throw new Error('a derived number has a parent that nothing states')
  return parent
}
