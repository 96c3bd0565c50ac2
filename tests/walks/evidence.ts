import { expect, test } from 'vitest'
import { factIdOf } from '#data/model/fact-id.ts'
import { basesOf, parsePeriod } from '#data/model/period.ts'
import { answers, type EvidenceAnswer, type ObservationAnswer, type SeriesAnswer } from '#server/answers.ts'
import { openRealApi } from '../support/real-api.ts'
import { everyObservation, questionsOf } from './every-series.ts'

type Point = SeriesAnswer['points'][number]

/** A number as an answer has it, with the id under which its evidence is asked for. */
interface Named {
  readonly id: string
  readonly point: Point
}

/** The rows that a number comes from in the end, each once. */
const leavesOf = ({ place, parents }: EvidenceAnswer): string[] => [
  ...new Set(place ? [place.observation] : parents.flatMap(leavesOf)),
]

const withParents = (evidence: EvidenceAnswer): EvidenceAnswer[] => [
  evidence,
  ...evidence.parents.flatMap(withParents),
]

/** What is wrong with the evidence of a number, and with that of all that it is made of. */
function faultsOf({ id, point }: Named, { evidence, sources }: Answer): string[] {
  const { derived, break: _, validFrom: __, validTo: ___, ...number } = point
  const isOf = (name: keyof typeof number) => same(evidence.number[name], number[name])
  const unlike = (Object.keys(number) as (keyof typeof number)[])
    .filter((name) => name in evidence.number && !isOf(name))
    .map((name) => `its ${name} is not that of the series`)
  const named = new Set(sources.map((source) => source.id))
  const rows = derived ? [...derived.parents].sort() : undefined
  const faults = [
    ...unlike,
    ...(evidence.id === id ? [] : [`it is called ${evidence.id}`]),
    ...(rows === undefined || same(rows, leavesOf(evidence).sort())
      ? []
      : ['its parents are not its leaves']),
    ...(rows === undefined || same(evidence.derived?.parents, derived?.parents)
      ? []
      : ['it is made otherwise']),
    ...withParents(evidence).flatMap((each) => faultsWithin(each, named)),
  ]
  return faults.map((fault) => `${id}: ${fault}`)
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** What every evidence must have, a parent's too. */
function faultsWithin(evidence: EvidenceAnswer, named: ReadonlySet<string>): string[] {
  const { id, name, citations, derived, place, sentence, others, parents, number, chosenBy } = evidence
  const isPrinted = place !== null && sentence !== null && sentence.text !== '' && parents.length === 0
  const isDerived = derived !== null && place === null && sentence === null && parents.length > 0
  const entries = citations.map(({ of }) => of).join()
  return [
    ...(isPrinted !== isDerived ? [] : ['is neither printed nor derived']),
    ...(entries === (derived ? 'number' : 'document,number') ? [] : [`is cited as ${entries}`]),
    ...(citations.every(({ gbt7714, bibtex }) => gbt7714.endsWith('.') && /^@misc\{.*,\n/.test(bibtex))
      ? []
      : ['has a broken citation']),
    ...(name.zh && name.en ? [] : ['has no name']),
    ...(others.length === number.others && (chosenBy === null) === (others.length === 0)
      ? []
      : ['does not list its other statements']),
    ...([number, ...others].every(({ source }) => named.has(source)) ? [] : ['does not name its source']),
  ].map((fault) => `${id} ${fault}`)
}

type Answer = ReturnType<typeof answers.evidence.parse>

/** How far to walk. */
interface Way {
  readonly choose: (indicator: string) => boolean
  /** Of so many numbers in a row, one. */
  readonly every: number
}

/** What a walk has met. */
export interface MetEvidence {
  printed: number
  derived: number
}

/**
 * Tests of the evidence of every number that is shown, of hopes too, and of every one that /series can derive.
 * @returns what they have met, complete when they are over.
 */
export async function walkEvidence({ choose, every }: Way): Promise<MetEvidence> {
  const { ask, get } = await openRealApi()
  const { indicators } = answers.indicators.parse(await ask('/indicators'))
  const shown = (await everyObservation(ask)).filter(({ rank }) => rank === 1)
  const met: MetEvidence = { printed: 0, derived: 0 }

  async function faultsAt(named: Named): Promise<string[]> {
    const response = await get(`/api/v1/evidence/${named.id}`)
    const body: unknown = await response.json()
    if (response.status !== 200) return [`${named.id}: ${response.status} ${JSON.stringify(body)}`]
    if (named.point.derived) met.derived++
    else met.printed++
    return faultsOf(named, answers.evidence.parse(body))
  }

  async function pointsOf(question: string): Promise<Named[]> {
    const response = await get(`/api/v1/series?${question}`)
    if (response.status === 422) return []
    const { series } = answers.series.parse(await response.json())
    return series.flatMap((each) => each.points.map((point) => ({ id: factIdOf(each, point) ?? '', point })))
  }

  const chosen = indicators.filter(({ code, coverage }) => choose(code) && coverage.regions.length > 0)
  test.each(chosen)('$code: each number has its evidence, and all that it is made of', async (indicator) => {
    const named = new Map<string, Named>()
    for (const row of shown.filter((each) => each.indicator === indicator.code))
      for (const each of factsOfRow(row)) named.set(each.id, each)
    for (const question of questionsOf(indicator))
      for (const each of await pointsOf(question)) named.set(each.id, each)
    const walked = [...named.values()].filter((_, at) => at % every === 0)
    const faults: string[] = []
    for (const each of walked) faults.push(...(await faultsAt(each)))
    expect(faults).toEqual([])
  })
  return met
}

/** A printed number is a fact for each basis that admits its period. */
function factsOfRow(row: ObservationAnswer): Named[] {
  const period = parsePeriod(row.period, row.time)
  if (!period) throw new Error(`${row.period} is no period`)
  const { indicator, region, measure, compilation, of } = row
  return basesOf(period).map((basis) => ({
    id: factIdOf({ indicator, region, measure, compilation, of, basis }, row) ?? '',
    point: row,
  }))
}
