import { share } from '#data/model/derive/share.ts'
import type { FactRole } from '#server/answers.ts'
import { isMeaningful, wholeOf } from '#server/meaning-of-transform.ts'
import { nation } from '#server/queries/national-totals.ts'
import { type Fact, isTelling } from './fact.ts'
import { derivedFact, isOf, levelsOf, type Scene, statements, toFact } from './material.ts'

/** Shares of what it is part of and, below the nation, of the nation: as printed, else made of both levels. */
export function shareFacts(scene: Scene): Fact[] {
  const { indicator, region } = scene
  const wholes = [
    ...(indicator.partOf === undefined ? [] : [{ of: indicator.partOf, role: 'share' as const }]),
    ...(region === nation ? [] : [{ of: `region:${nation}`, role: 'share_of_nation' as const }]),
  ]
  return wholes.flatMap(({ of, role }) => {
    const printed = statements(scene, 'share_pct').find((each) => isOf(scene.period)(each) && each.of === of)
    return printed ? [toFact(printed, role)] : derivedShare(scene, of, role)
  })
}

function derivedShare(scene: Scene, of: string, role: FactRole): Fact[] {
  const { indicator, region, period, material } = scene
  const whole = wholeOf(indicator, region)
  const entry = whole && material.catalog.indicators.get(whole.indicator)
  if (!entry || entry.unit !== indicator.unit) return []
  if (whole.of !== of || !isMeaningful(indicator, 'share') || indicator.unit === 'percent') return []
  if (region !== nation && indicator.aggregation !== 'sum') return []
  const levels = levelsOf({ ...scene, indicator: entry, region: whole.region })
  const made = share(levelsOf(scene), { whole: { of, levels } }).find(isOf(period))
  const facts = made ? [derivedFact(scene, made, { role, measure: 'share_pct', unit: 'percent', of })] : []
  return facts.filter(({ point }) => isTelling(point) && point.value <= 100)
}
