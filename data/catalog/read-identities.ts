import { join } from 'node:path'
import { BadInput } from '#data/model/bad-input.ts'
import { identityRuleCodes } from '#data/model/identity-rule.ts'
import type { Catalog } from './catalog.ts'
import { Identities } from './identity.ts'
import { parseJson } from './read-catalog.ts'

/**
 * Reads identities.json of a catalogue's folder.
 * @throws BadInput when it is not of its form, leaves a rule out, or names what the catalogue does not know.
 */
export function readIdentities(folder: string, catalog: Catalog): Identities {
  const file = join(folder, 'identities.json')
  const parsed = Identities.safeParse(parseJson(file))
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || '整体'}: ${message}`)
    throw new BadInput(`${file}: ${problems.join('；')}`)
  }
  const problem = problemsOf(parsed.data, catalog).next()
  if (!problem.done) throw new BadInput(`${file}: ${problem.value}`)
  return parsed.data
}

function* problemsOf(
  { rules, parts, regions, leaders, ratios, courses, yearlyCourses }: Identities,
  catalog: Catalog,
) {
  const codes = rules.map(({ code }) => code)
  for (const code of identityRuleCodes) {
    const times = codes.filter((each) => each === code).length
    if (times !== 1) yield `规则 ${code} 出现 ${times} 次，应恰好一次`
  }
  const scopes = rules.flatMap(({ tolerances, rebased, except }) => [...tolerances, ...rebased, ...except])
  const indicators = [
    ...scopes.flatMap((scope) => scope.indicators ?? []),
    ...parts.flatMap((each) => [each.whole, ...each.parts]),
    ...[...courses, ...yearlyCourses].map(({ indicator }) => indicator),
    ...ratios.flatMap(({ ratio, numerator, denominator }) => [ratio, numerator, denominator]),
  ]
  for (const code of indicators) if (!catalog.indicators.has(code)) yield `指标 ${code} 不在目录中`
  const places = [
    ...scopes.flatMap((scope) => scope.regions ?? []),
    ...regions.flatMap((each) => [each.whole, ...each.parts]),
    ...leaders.map(({ group }) => group),
  ]
  for (const code of places) if (!catalog.regions.has(code)) yield `地区 ${code} 不在目录中`
}
