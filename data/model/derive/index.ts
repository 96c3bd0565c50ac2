import { change } from './change.ts'
import { decumulate } from './decumulate.ts'
import type { Derived, Known, Surroundings, Transform } from './derived.ts'
import { impliedBase } from './implied-base.ts'
import { indexToBase } from './index-to-base.ts'
import { pctChange } from './pct-change.ts'
import { perGdp, perHead } from './per-denominator.ts'
import { priorStock } from './prior-stock.ts'
import { share } from './share.ts'
import { yoy } from './yoy.ts'

type Derivation = (levels: readonly Known[], surroundings: Surroundings) => Derived[]

/** What each transform makes of the levels of one series, in time order. */
export const transforms: Readonly<Record<Exclude<Transform, 'none'>, Derivation>> = {
  change,
  pct_change: pctChange,
  yoy,
  index: indexToBase,
  share,
  per_head: perHead,
  per_gdp: perGdp,
  decumulate,
  implied_base: impliedLevels,
}

/** The base that growth implies, and of a stock, where none was printed, the one that its net additions imply. */
function impliedLevels(levels: readonly Known[], surroundings: Surroundings): Derived[] {
  const implied = impliedBase(levels, surroundings)
  const known = new Set(implied.map(({ period }) => period.end))
  const stocks =
    surroundings.basis === 'stock'
      ? priorStock(levels, surroundings).filter(({ period }) => !known.has(period.end))
      : []
  return [...implied, ...stocks].sort((a, b) => a.period.end - b.period.end)
}
