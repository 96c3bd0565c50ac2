import { type Interval, sum } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import type { Claim, ClaimSide, FindClaims, Read } from '../../check/claim.ts'
import { claimOn } from '../../check/claim-on.ts'
import { atMost } from '../../check/claim-side.ts'
import { composed } from '../../check/compositions.ts'
import { implyBase } from '../../check/imply-base.ts'
import type { Ledger } from '../../check/ledger.ts'

/** What the growth of the parts implies for the year before adds up to what the growth of the whole implies. */
export const basesSum: FindClaims = (ledger) =>
  [...composed(ledger)].flatMap(({ whole, parts, isComplete }): Claim[] => {
    if (whole.measure !== 'level') return []
    const base = baseOf(ledger, [whole], '由增速推算的上年基数')
    const bases = parts.flatMap((part) => baseOf(ledger, [part], '') ?? [])
    if (!base || bases.length === 0) return []
    const all: ClaimSide = {
      label: `${bases.length}项由增速推算的上年基数之和`,
      parents: bases.flatMap(({ parents }) => parents),
      value: (read) => sum(bases.map(({ value }) => value(read))),
    }
    const isWhole = isComplete && bases.length === parts.length
    const sides = isWhole ? { left: base, right: all } : { left: all, right: atMost(base) }
    return [claimOn('bases_sum', whole, ledger.catalog, sides)]
  })

function baseOf({ find }: Ledger, [level]: readonly [Observation], label: string): ClaimSide | undefined {
  const growth = find({ ...level, measure: 'yoy_pct' })
  if (!growth) return undefined
  const value = (read: Read): Interval => implyBase(read(level), read(growth))
  return { label, parents: [level, growth], value }
}
