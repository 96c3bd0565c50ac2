import { denominators } from '#data/model/derive/derived.ts'
import { printPeriod } from '#data/model/period.ts'
import type { Region } from '#data/model/region.ts'
import type { Store } from '#data/store/open-store.ts'
import type { Answer, LeadAnswer } from '#server/answers.ts'
import type { StandingQuery } from '#server/input.ts'
import { regionOf } from '#server/known.ts'
import { candidatesOf, chooseLeads } from './choose-leads.ts'
import { finderOf } from './derive-series.ts'
import { describeLead } from './describe-lead.ts'
import { newestMonths } from './find-numbers.ts'
import { type Doubt, readDoubts } from './growth-beside.ts'
import { nameSources } from './name-sources.ts'
import { nation } from './national-totals.ts'
import type { Form } from './number-keys.ts'
import { type PrintedNumber, toPrintedNumber } from './printed-number.ts'
import { readBreaks } from './read-breaks.ts'
import { readLatest } from './read-latest.ts'
import { isActual, type Meant, readNumbersOf } from './read-numbers.ts'
import { placesOf, regionsIn, sceneOf } from './scene-of.ts'

/** How a region stands: its lead indicators, each with its place, share, growth and level per head. */
export async function readStanding(store: Store, query: StandingQuery): Promise<Answer<'standing'>> {
  const { catalog, snapshot } = store
  const scene = sceneOf(catalog, regionOf(catalog, query.region))
  const candidates = candidatesOf(catalog, (await readLatest(store, query)).items)
  const codes = candidates.map(({ indicator }) => indicator.code)
  const regions = regionsIn(scene)
  const numbers = await readNumbers(store, codes, regions, query.asOf)
  const rowOf = new Map(numbers.map(({ row }) => [row.id, row]))
  const breaks = await readBreaks(store, codes, regions, query.asOf)
  const newest = await readNewestMonth(store, { isNation: false, asOf: query.asOf })
  const doubtIn = await readDoubtsIn(store, placesOf(scene), codes, query.asOf)
  const material = { find: finderOf(numbers), rowOf, breaks, doubtIn }
  const described = candidates.map((each) => ({ ...each, lead: describeLead(each, scene, material) }))
  const leads = chooseLeads(described, newest).map(({ lead }) => lead)
  const points = leads.flatMap(pointsOf)
  const parents = points.flatMap(({ derived }) => derived?.parents ?? [])
  return {
    snapshot: snapshot.id,
    region: scene.region.code,
    zone: scene.zone?.code ?? null,
    newest: newest === undefined ? '' : printPeriod({ time: 'moment', start: newest, end: newest }),
    leads,
    sources: nameSources(catalog, [...points, ...parents.flatMap((id) => rowOf.get(id) ?? [])]),
  }
}

async function readDoubtsIn(
  store: Store,
  places: readonly Region[],
  indicators: readonly string[],
  asOf?: string,
): Promise<ReadonlyMap<string, Doubt>> {
  const doubts = places.map(
    async ({ code: region }) => [region, await readDoubts(store, { indicators, region, asOf })] as const,
  )
  return new Map(await Promise.all(doubts))
}

const pointsOf = ({ level, share, growth, perHead, nation, zone }: LeadAnswer) =>
  [level, share, growth, perHead, nation.growth, nation.perHead, zone.growth].flatMap((each) => each ?? [])

/** Levels and growth of indicators, and the population, of all times: an earlier number may be a parent. */
async function readNumbers(
  store: Store,
  indicators: readonly string[],
  regions: readonly string[],
  asOf?: string,
): Promise<PrintedNumber[]> {
  const needed = [...indicators, denominators.per_head]
  const rows = await readNumbersOf(store, { indicators: needed, regions, isMeant: isOfStanding }, asOf)
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(toPrintedNumber)
}

const isOfStanding = ({ measure, compared_to }: Meant) =>
  (measure === 'level' || measure === 'yoy_pct') && compared_to === ''

/**
 * The last month of any level of a kind of places: what to call a number old against.
 * @param isNation of the nation and all below it, else only below it, where numbers come later.
 */
export async function readNewestMonth(
  store: Store,
  { isNation, asOf }: { readonly isNation: boolean; readonly asOf: string | undefined },
): Promise<number | undefined> {
  const isForm = (form: Form) => isActual(form) && form.measure === 'level'
  const months = [...(await newestMonths(store, { isForm, asOf }))]
  const asked = months.filter(([region]) => isNation || region !== nation).map(([, month]) => month)
  return asked.length > 0 ? Math.max(...asked) : undefined
}
