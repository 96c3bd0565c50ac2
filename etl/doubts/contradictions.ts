import { Decimal } from 'decimal.js'
import { groupBy } from '#data/model/group-by.ts'
import { identityRules } from '#data/model/identity-rule.ts'
import { gapBetween, type Interval } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import { rank } from '#data/model/precedence.ts'
import { cellOf } from '#data/model/series.ts'
import { checkFigures } from '../check/check-figures.ts'
import { parentsOf } from '../check/find-contradictions.ts'
import type { Finding } from '../check/settle.ts'
import { type Doubter, inEach, type Knowledge, sayStatement } from './doubter.ts'

/** A revision may move an amount by so much of it, a percentage by so many points. */
const revision = { relative: 0.02, points: 0.3 }

/** A published figure of the same fact is another one, by more than rounding and revision. */
export const contradictsKnown: Doubter = {
  doubt: 'contradicts-known',
  find: inEach((figure, { known }) => {
    const statements = known.statementsOf(figure)
    const [first] = statements
    const isOther = first && !statements.some((statement) => isNear(figure, statement))
    return isOther ? `已发布 ${sayStatement(first)}` : undefined
  }),
}

function isNear(figure: Observation, statement: Observation): boolean {
  const gap = gapBetween(figure.interval, statement.interval)
  if (gap.isZero()) return true
  const isPercent = figure.unit === 'percent' || figure.unit === 'pp'
  const allowed = isPercent
    ? new Decimal(revision.points)
    : sizeOf(statement.interval).times(revision.relative)
  return gap.lte(allowed)
}

const sizeOf = ({ low, high }: Interval) =>
  Decimal.max(0, ...[low, high].filter((end) => end.isFinite()).map((end) => end.abs()))

/** A document prints two numbers of one fact that no value satisfies both. */
export const contradictsItself: Doubter = {
  doubt: 'contradicts-itself',
  find(figures, knowledge) {
    const placeOf = (each: Observation) => `${each.source}|${cellOf(each)}`
    const places = groupBy(figures, placeOf)
    const find = inEach((figure) => {
      const statements = places.get(placeOf(figure)) ?? []
      const other = statements.find((each) => !gapBetween(each.interval, figure.interval).isZero())
      return other && `又作 ${sayStatement(other)}`
    })
    return find([...places.values()].flat(), knowledge)
  },
}

/** What a figure may be in without being doubtful: two roundings of one fact have a test of their own. */
const leftToOthers = new Set(['same_fact'])

/** An identity that takes in a figure does not hold. */
export const breaksIdentity: Doubter = {
  doubt: 'breaks-identity',
  find(figures, knowledge) {
    const findings = openFindings(figures, knowledge).map((finding) => ({
      finding,
      ids: new Set(parentsOf(finding.claim).map(({ id }) => id)),
    }))
    const find = inEach(({ id }) => {
      const found = findings.find(({ ids }) => ids.has(id))
      return found && sayFinding(found.finding, id)
    })
    return find(figures, knowledge)
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
