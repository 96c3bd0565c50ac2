import { groupBy } from '#data/model/group-by.ts'
import type { Text } from '#data/model/language.ts'
import type { Catalog, Region, Target } from './api.ts'
import type { TargetGroup } from './url-state.ts'

/** What a target's progress is called: one whose time is over without being reached is missed, not behind. */
export type TargetStanding = Target['state'] | 'missed'

export const standingOf = ({ state, months }: Target): TargetStanding =>
  state === 'behind' && months !== null && months <= 0 ? 'missed' : state

/** Targets of one region or topic. */
export interface TargetsOfGroup {
  readonly key: string
  readonly name: Text
  readonly targets: readonly Target[]
}

/** Targets under the regions or topics of the catalogue, in its order. */
export function groupTargets(
  targets: readonly Target[],
  by: TargetGroup,
  { topics, indicators }: Catalog,
  regions: readonly Region[],
): readonly TargetsOfGroup[] {
  const topicOf = (code: string) => indicators.find((each) => each.code === code)?.topic ?? ''
  const groups = groupBy(targets, ({ region, indicator }) => (by === 'region' ? region : topicOf(indicator)))
  const entries: readonly { readonly code: string; readonly name: Text }[] =
    by === 'region' ? regions : topics
  return entries.flatMap(({ code, name }) => {
    const own = groups.get(code)
    return own ? [{ key: code, name, targets: own }] : []
  })
}
