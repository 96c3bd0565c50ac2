import { identityRules } from '#data/model/identity-rule.ts'
import type { Observation } from '#data/model/observation.ts'
import { rank } from '#data/model/precedence.ts'
import { checkFigures } from '../check/check-figures.ts'
import { parentsOf } from '../check/find-contradictions.ts'
import type { Finding } from '../check/settle.ts'
import type { Doubter, Knowledge } from './doubter.ts'

/** What a figure may be in without being doubtful: two roundings of one fact have a test of their own. */
const leftToOthers = new Set(['same_fact'])

/** An identity that takes in a figure does not hold. */
export const breaksIdentity: Doubter = {
  doubt: 'breaks-identity',
  find(figures, knowledge) {
    const own = new Set(figures.map(({ id }) => id))
    const found = new Map<string, string>()
    for (const finding of openFindings(figures, knowledge))
      for (const { id } of parentsOf(finding.claim))
        if (own.has(id) && !found.has(id)) found.set(id, sayFinding(finding, id))
    return new Map(
      figures.flatMap((figure) => {
        const because = found.get(figure.id)
        return because === undefined ? [] : [[figure, because] as const]
      }),
    )
  },
}

function openFindings(
  figures: readonly Observation[],
  { curated, catalog, identities }: Knowledge,
): Finding[] {
  const all = rank([...curated, ...figures], catalog.sources)
  return checkFigures(all, catalog, identities, []).findings.filter(
    ({ state, rule }) => state === 'open' && !leftToOthers.has(rule.code),
  )
}

function sayFinding({ claim }: Finding, id: string): string {
  const others = parentsOf(claim).filter((parent) => parent.id !== id)
  const said = others.map((each) => `${each.id}=${each.printedValue}${each.printedUnit}`)
  return `${identityRules[claim.rule].zh}：${said.join(' ')}`
}
