import type { Catalog } from '#data/catalog/catalog.ts'
import { defaultCompilation, type SeriesCompilation } from '#data/model/compilation.ts'
import { groupBy } from '#data/model/group-by.ts'
import type { Indicator } from '#data/model/indicator.ts'
import { admits, basesOf, comparePeriods, lengthOf, type Period, printPeriod } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import { listOf } from '#data/wording/list-text.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import { type Answer, PointAnswer } from '#server/answers.ts'
import { Problem } from '#server/errors.ts'
import type { SentenceQuery } from '#server/input.ts'
import { indicatorOf, regionOf } from '#server/known.ts'
import { checkCompilations, chooseBases, chooseBasis, choosePeriod, subjectOf } from '#server/meaning.ts'
import type { Fact } from '#server/sentences/fact.ts'
import { gatherFacts, type Material, originsOf } from '#server/sentences/gather-facts.ts'
import { type Saying, sayLengths } from '#server/sentences/say-lengths.ts'
import { rank, toPlaced } from './compare-regions.ts'
import type { NumbersWanted } from './find-numbers.ts'
import { nameSources } from './name-sources.ts'
import { nation } from './national-totals.ts'
import { readMaterial } from './read-material.ts'
import { isActual, isOneOf } from './read-numbers.ts'
import { readTargets } from './read-targets.ts'
import { sceneOf } from './scene-of.ts'

/** One number of one region or several, as a sentence in three lengths, with every number that it quotes. */
export async function readSentence(store: Store, query: SentenceQuery): Promise<Answer<'sentence'>> {
  const { catalog, snapshot } = store
  const asked = checkSentence(catalog, query)
  const { indicator, regions } = asked
  const { measure, asOf, lang: language } = query
  const [only, ...others] = regions
  const { peers } = sceneOf(catalog, regionOf(catalog, only ?? nation))
  const isOfOne = only !== undefined && others.length === 0 && measure === 'level'
  const ranked = isOfOne ? peers.map(({ code }) => code) : []
  const material = await readMaterial(store, {
    indicators: [indicator],
    regions,
    peers: ranked,
    compilation: query.compilation,
    asOf,
  })
  const { period, compilation } = chooseNumbers(asked, query, material)
  const basis = chooseBasis(period, query.period?.text ?? printPeriod(period), query.basis)
  const subject = { indicator, measure, compilation, basis, period }
  const gathered = regions.map((region) => gatherFacts({ ...subject, region }, material))
  const facts = gathered.flatMap((each) => each.facts)
  const missing = regions.filter((_, at) => gathered[at]?.facts.length === 0)
  const target = isOfOne ? await readTarget(store, { figure: facts[0], asOf }) : undefined
  const numbers = [...facts, ...(target ? [target.fact] : [])]
  const sources = nameSources(
    catalog,
    numbers.flatMap((fact) => originsOf(fact, material)),
  )
  const place = isOfOne ? placeOf({ ...subject, region: only }, ranked, material) : undefined
  const notes = gathered.flatMap((each) => each.notes)
  const saying: Saying = { facts, notes, missing, place, target, sources }
  return {
    snapshot: snapshot.id,
    ...{ indicator: indicator.code, regions: [...regions], measure, compilation, basis },
    period: printPeriod(period),
    sentences: sayLengths(saying, { catalog, language }),
    ...{ missing, notes, numbers, sources },
  }
}

/** Which numbers a question asks for, whenever known. */
export const wantedSentence = ({
  indicator,
  region,
  measure,
  compilation,
}: SentenceQuery): NumbersWanted => ({
  indicators: [indicator],
  regions: region,
  isForm: (form) =>
    isActual(form) && form.measure === measure && (compilation === undefined || isOneOf([compilation], form)),
})

interface Asked {
  readonly indicator: Indicator
  readonly regions: readonly string[]
  readonly period: Period | undefined
}

function checkSentence(catalog: Catalog, query: SentenceQuery): Asked {
  const { measure, compilation, basis } = query
  const indicator = indicatorOf(catalog, query.indicator)
  const regions = query.region.map((code) => regionOf(catalog, code).code)
  if (basis) chooseBases(indicator, measure, [basis])
  if (compilation) checkCompilations([compilation], [indicator])
  const period = query.period && choosePeriod(indicator, measure, query.period)
  if (query.period && period) chooseBasis(period, query.period.text, basis)
  return { indicator, regions, period }
}

interface Candidate {
  readonly region: string
  readonly period: Period
  readonly compilation: SeriesCompilation
}

/** The period and compilation that most of the regions have, the newest of these, the widest, the usual first. */
function chooseNumbers({ indicator, regions, period }: Asked, query: SentenceQuery, material: Material) {
  const isMeant = (each: Candidate) =>
    ['', query.compilation ?? each.compilation].includes(each.compilation) &&
    (query.basis === undefined || admits[query.basis](each.period)) &&
    (period === undefined || (each.period.time === period.time && comparePeriods(each.period, period) === 0))
  const candidates = candidatesOf({ indicator, regions, period }, query, material).filter(isMeant)
  const groups = [
    ...groupBy(candidates, (each) => `${each.compilation}|${each.period.time}|${printPeriod(each.period)}`),
  ].flatMap(([, group]) =>
    group[0] ? [{ ...group[0], regions: new Set(group.map(({ region }) => region)).size }] : [],
  )
  const isUsual = ({ compilation }: Candidate) => Number(compilation === defaultCompilation)
  const [best] = groups.sort(
    (a, b) =>
      b.regions - a.regions ||
      b.period.end - a.period.end ||
      lengthOf(b.period) - lengthOf(a.period) ||
      isUsual(b) - isUsual(a),
  )
  if (best) return best
  throw noSuchNumber({ indicator, regions, period }, query, material.catalog)
}

function candidatesOf(
  { indicator, regions }: Asked,
  { measure }: SentenceQuery,
  material: Material,
): Candidate[] {
  const printed = material.numbers.filter(
    (each) =>
      each.indicator === indicator.code &&
      each.measure === measure &&
      regions.includes(each.region) &&
      basesOf(each.period).length > 0,
  )
  if (measure !== 'level' || !regions.includes(nation)) return printed
  const sums = indicator.compilations.flatMap((compilation) =>
    material.totals
      .of({ indicator: indicator.code, compilation }, [])
      .map(({ period }) => ({ region: nation, period, compilation })),
  )
  return [...printed, ...sums]
}

function noSuchNumber(
  { indicator, regions, period }: Asked,
  query: SentenceQuery,
  { regions: entries }: Catalog,
) {
  const places = listOf(
    regions.map((code) => entries.get(code)?.name.zh ?? code),
    'zh',
  )
  const limits = (['basis', 'compilation', 'asOf'] as const).filter((name) => query[name] !== undefined)
  const when = period ? `${formatPeriod(period, 'zh')}的` : ''
  const why =
    limits.length > 0 ? `（所限：${limits.map((name) => `${name}=${query[name]}`).join('、')}）` : ''
  const message = `${places}没有${when}${subjectOf(indicator, query.measure)}${why}；有数字的时期见 /api/v1/indicators/${indicator.code}`
  return new Problem(404, 'no_numbers', message, period ? 'period' : 'region')
}

type Ranked = Parameters<Material['find']>[0]

/** The place among the regions of its kind with a number of the same period; none where there is no other. */
function placeOf(
  {
    indicator: { code: indicator },
    region,
    compilation,
    basis,
    period,
  }: {
    readonly indicator: Indicator
    readonly region: string
    readonly period: Period
  } & Pick<Ranked, 'compilation' | 'basis'>,
  peers: readonly string[],
  { find, catalog }: Material,
) {
  const numbers = peers.flatMap((peer) =>
    find({ indicator, region: peer, measure: 'level', compilation, basis }).filter(
      (each) => each.period.time === period.time && comparePeriods(each.period, period) === 0,
    ),
  )
  const rows = rank(numbers.map(toPlaced))
  const own = rows.find((row) => row.region === region)
  const { kind } = regionOf(catalog, region)
  return own && rows.length > 1 ? { kind, place: own.rank, of: rows.length } : undefined
}

interface TargetAsked {
  readonly figure: Fact | undefined
  readonly asOf: string | undefined
}

/** The next target that the very figure is held against, with how it stands. */
async function readTarget(store: Store, { figure, asOf }: TargetAsked): Promise<Saying['target']> {
  if (!figure) return undefined
  const { indicator, region, compilation } = figure
  const { targets } = await readTargets(store, { indicator: [indicator], region: [region], asOf })
  const found = targets.find(
    ({ measure, actual, target }) =>
      measure === 'level' && target.compilation === compilation && actual?.period === figure.point.period,
  )
  if (!found) return undefined
  const { target, state } = found
  const fact: Fact = {
    ...{ role: 'target', indicator, region, measure: 'level', compilation, of: target.of },
    point: PointAnswer.parse(target),
  }
  return { state, fact }
}
