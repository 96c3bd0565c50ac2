import { beforeAll, describe, expect, test } from 'vitest'
import { readIdentities } from '#data/catalog/read-identities.ts'
import { printedPower, unitCodeOf } from '#data/model/indicator.ts'
import { intervalOf } from '#data/model/interval.ts'
import type { Observation } from '#data/model/observation.ts'
import { assemble } from '#etl/build.ts'
import type { Claim } from '#etl/check/claim.ts'
import { findClaims, findContradictions, parentsOf } from '#etl/check/find-contradictions.ts'
import { type Ledger, openLedger } from '#etl/check/ledger.ts'
import { settle } from '#etl/check/settle.ts'

/** One digit of every chosen figure is changed, one figure at a time: is it noticed? */

const mutations = 500

let assembled: Awaited<ReturnType<typeof assemble>>
let ledger: Ledger
let claims: readonly Claim[]
/** Findings on the figures as they are: whatever explains them, they are not news. */
let known: ReadonlySet<string>
let claimsOf: ReadonlyMap<Observation, readonly Claim[]>

beforeAll(async () => {
  assembled = await assemble({ dataFolder: 'data' })
  const { catalog, observations } = assembled
  ledger = openLedger(observations, catalog, readIdentities('data/catalog', catalog))
  claims = findClaims(ledger)
  const contradictions = findContradictions(claims, ledger)
  known = new Set(contradictions.map(({ id }) => id))
  const broken = new Set(contradictions.map(({ claim }) => claim))
  const map = new Map<Observation, Claim[]>()
  for (const claim of claims) {
    for (const parent of new Set(parentsOf(claim))) map.set(parent, [...(map.get(parent) ?? []), claim])
  }
  claimsOf = map
  related = [...map]
    .filter(([, own]) => own.some(({ rule }) => rule !== 'yearly_course'))
    .map(([each]) => each)
  exact = [...map]
    .filter(([, own]) => own.some((claim) => isExact(claim) && !broken.has(claim)))
    .map(([each]) => each)
})

let exact: readonly Observation[]
/** Figures that an identity relates to others; what only keeps to its course of the years before is related to nothing. */
let related: readonly Observation[]

const bounds = new Set(['between', 'course', 'yearly_course', 'monotone', 'base_monotone', 'within_whole'])
/** An identity in the strict sense, both sides of which say how much; others only say how much at most. */
const isExact = ({ rule, right }: Claim) => !bounds.has(rule) && !right.label.startsWith('不超过')

function numbersFrom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const digitsOf = (printed: string) => [...printed].flatMap((letter, at) => (/\d/.test(letter) ? [at] : []))

interface Mutation {
  readonly isLast: boolean
  readonly isCaught: boolean
}

function mutate(figure: Observation, random: (below: number) => number): Mutation {
  const { printedValue } = figure
  const digits = digitsOf(printedValue)
  const at = digits[random(digits.length)] ?? 0
  const digit = (Number(printedValue[at]) + 1 + random(9)) % 10
  const changed = printedValue.slice(0, at) + digit + printedValue.slice(at + 1)
  return { isLast: at === digits.at(-1), isCaught: isCaught(figure, changed) }
}

function isCaught(figure: Observation, printed: string): boolean {
  if (figure.measure === 'share_pct' && Number(printed) > 100) return true
  const interval = intervalOf(printed, powerFor(figure), figure.qualifier)
  const touched = claimsOf.get(figure) ?? []
  const found = findContradictions(touched, ledger, (each) => (each === figure ? interval : each.interval))
  return settle(found, ledger.catalog, []).findings.some(
    ({ state, id }) => state === 'open' && !known.has(id),
  )
}

function powerFor({ indicator, measure, printedUnit }: Observation): number {
  const entry = ledger.catalog.indicators.get(indicator)
  const unit = entry && ledger.catalog.units.get(unitCodeOf(entry, measure))
  return (unit && printedPower(printedUnit, entry, unit)) ?? 0
}

/** Changes one digit each of figures drawn from a pool, until there are enough of the kind wanted. */
function rateOf(pool: readonly Observation[], wanted: (mutation: Mutation) => boolean): number {
  const random = numbersFrom(20240426)
  const outcomes: Mutation[] = []
  while (outcomes.length < mutations) {
    const figure = pool[random(pool.length)]
    const outcome = figure && mutate(figure, random)
    if (outcome && wanted(outcome)) outcomes.push(outcome)
  }
  return outcomes.filter((outcome) => outcome.isCaught).length / outcomes.length
}

describe('one wrong digit in 500 figures that take part in an identity', () => {
  test('is noticed in at least 9 of 10 where it is not the digit that was rounded', () => {
    expect(rateOf(exact, ({ isLast }) => !isLast)).toBeGreaterThanOrEqual(0.9)
  })

  test('is noticed in 8 of 10 whatever the digit: a wrong last digit often stays within rounding', () => {
    expect(rateOf(exact, () => true)).toBeGreaterThanOrEqual(0.8)
  })

  test('is noticed more often than not where figures only bound each other', () => {
    expect(rateOf(related, () => true)).toBeGreaterThanOrEqual(0.6)
  })
})

test('figures as published raise no finding that nobody has explained', () => {
  const { checked } = assembled
  expect(claims.length).toBeGreaterThan(5000)
  expect(exact.length).toBeGreaterThan(2000)
  expect(checked.findings.filter(({ state }) => state === 'open').length).toBeLessThanOrEqual(
    claims.length / 100,
  )
})
