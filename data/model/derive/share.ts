import { apply } from './apply.ts'
import type { Derived, Known, Surroundings } from './derived.ts'
import { percentOf } from './growth-rate.ts'
import { finder } from './pairs.ts'
import { traceOf } from './trace.ts'

/**
 * Level ÷ level of the whole in the same period × 100, in percent.
 *
 * The whole of a region is the nation, that of the nation's indicator the one it is part of: `against` says which.
 * A period for which the whole was not printed, or printed as 0 or below, gives none. Part and whole are of one
 * period, so no break lies between them. Where the whole is a sum of regions, its parents are parents of the share.
 */
export function share(levels: readonly Known[], { whole }: Pick<Surroundings, 'whole'>): Derived[] {
  if (!whole) return []
  const find = finder(whole.levels)
  return levels.flatMap((part): Derived[] => {
    const all = find(part.period)
    const found = all?.value.gt(0) ? apply(percentOf, part, all) : undefined
    if (!all || !found) return []
    const derived = { ...found, ...traceOf(part, all), method: 'share', period: part.period } as const
    return [{ ...derived, isAcrossBreak: false, against: whole.of }]
  })
}
