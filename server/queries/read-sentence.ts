import type { Catalog } from '#data/catalog/catalog.ts'
import { printPeriod } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import { type Answer, PointAnswer } from '#server/answers.ts'
import type { SentenceQuery } from '#server/input.ts'
import { indicatorOf, regionOf } from '#server/known.ts'
import { checkCompilations, chooseBases, chooseBasis, choosePeriod } from '#server/meaning.ts'
import type { Fact } from '#server/sentences/fact.ts'
import { gatherFacts } from '#server/sentences/gather-facts.ts'
import { originsOf } from '#server/sentences/material.ts'
import { type Saying, sayLengths } from '#server/sentences/say-lengths.ts'
import { chooseNumbers, type NumbersSought } from './choose-numbers.ts'
import type { NumbersWanted } from './find-numbers.ts'
import { nameSources } from './name-sources.ts'
import { nation } from './national-totals.ts'
import { placeAmong } from './place-among.ts'
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
  const { period, compilation } = chooseNumbers(asked, material)
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
  const place = isOfOne ? placeAmong(ranked, { ...subject, region: only }, material) : undefined
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

function checkSentence(catalog: Catalog, query: SentenceQuery): NumbersSought {
  const { measure, compilation, basis } = query
  const indicator = indicatorOf(catalog, query.indicator)
  const regions = query.region.map((code) => regionOf(catalog, code).code)
  if (basis) chooseBases(indicator, measure, [basis])
  if (compilation) checkCompilations([compilation], [indicator])
  const period = query.period && choosePeriod(indicator, measure, query.period)
  if (query.period && period) chooseBasis(period, query.period.text, basis)
  return { indicator, regions, period, measure, compilation, basis, asOf: query.asOf }
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
