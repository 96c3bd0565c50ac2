import { subtract } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import type { Claim, FindClaims, Read } from '../../check/claim.ts'
import { claimOn } from '../../check/claim-on.ts'
import { printed } from '../../check/claim-side.ts'
import { implyBase, percentOf } from '../../check/imply-base.ts'
import type { Ledger } from '../../check/ledger.ts'

/** 拉动电信业务收入增长3.6个百分点: what the part grew by, in percent of the base of the whole of all. */
export const contribution: FindClaims = (ledger) =>
  ledger.of('contribution_pp').flatMap((said) => claims(said, ledger))

function claims(said: Observation, ledger: Ledger): Claim[] {
  const { find, catalog } = ledger
  const part = find({ ...said, measure: 'level' })
  const whole = find({ ...said, measure: 'level', indicator: rootOf(said.indicator, ledger) })
  const [partGrowth, wholeGrowth] = [part, whole].map(
    (level) => level && find({ ...level, measure: 'yoy_pct' }),
  )
  if (!part || !whole || !partGrowth || !wholeGrowth) return []
  const right = {
    label: '由部分和总量的数值与增速推算',
    parents: [part, partGrowth, whole, wholeGrowth],
    value: (read: Read) =>
      percentOf(
        subtract(read(part), implyBase(read(part), read(partGrowth))),
        implyBase(read(whole), read(wholeGrowth)),
      ),
  }
  return [claimOn('contribution', said, catalog, { left: printed(said, catalog), right })]
}

function rootOf(code: string, { catalog }: Ledger): string {
  const above = catalog.indicators.get(code)?.partOf
  return above === undefined ? code : rootOf(above, { catalog } as Ledger)
}
