import { isOld } from '#data/model/age.ts'
import type { Topic } from '#data/model/indicator.ts'
import { parsePeriod, printPeriod } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import type { Answer, VerdictAnswer } from '#server/answers.ts'
import type { VerdictsQuery } from '#server/input.ts'
import { indicatorOf, regionOf } from '#server/known.ts'
import { gatherFacts } from '#server/sentences/gather-facts.ts'
import { originsOf } from '#server/sentences/material.ts'
import { sayVerdict } from '#server/sentences/say-verdict.ts'
import { nameSources } from './name-sources.ts'
import { nation } from './national-totals.ts'
import { readLatest } from './read-latest.ts'
import { readMaterial } from './read-material.ts'
import { readNewestMonth } from './read-standing.ts'

type LatestItem = Answer<'latest'>['items'][number]

/** One line for each topic of which the region has a number: how it stands by its headline, with the numbers behind it. */
export async function readVerdicts(store: Store, query: VerdictsQuery): Promise<Answer<'verdicts'>> {
  const { catalog, snapshot } = store
  const { lang: language, asOf } = query
  const region = regionOf(catalog, query.region).code
  const { items } = await readLatest(store, { region, asOf })
  const newest = (await readNewestMonth(store, { isNation: true, asOf })) ?? 0
  // Regions print their numbers later: they are old only against one another.
  const until = region === nation ? newest : ((await readNewestMonth(store, { isNation: false, asOf })) ?? 0)
  const chosen = catalog.topics.flatMap((topic) => chooseItem(topic, items, until))
  const indicators = chosen.map(({ item }) => indicatorOf(catalog, item.indicator))
  const material = await readMaterial(store, { indicators, regions: [region], asOf })
  const verdicts = chosen.map(({ topic, item }): VerdictAnswer => {
    const { indicator, compilation, basis } = item
    const period = periodOf(item)
    const about = { region, compilation, basis, period, measure: 'level' as const }
    const { facts } = gatherFacts({ ...about, indicator: indicatorOf(catalog, indicator) }, material)
    const numbers = facts.filter(({ role }) => role !== 'share' && role !== 'share_of_nation')
    const age = { months: until - period.end, isOld: isOld(period, until) }
    const isHeadline = indicator === topic.headline
    const judged = { topic: topic.name, facts: numbers, isHeadline, until: newest, ...age }
    const of = { topic: topic.code, indicator, compilation, basis, period: printPeriod(period) }
    return { ...of, ...age, verdict: sayVerdict(judged, { catalog, language }), numbers }
  })
  const numbers = verdicts.flatMap((each) => each.numbers)
  const said = new Set(verdicts.map(({ topic }) => topic))
  return {
    snapshot: snapshot.id,
    region,
    until: until === 0 ? '' : printPeriod({ time: 'moment', start: until, end: until }),
    verdicts,
    silent: catalog.topics.map(({ code }) => code).filter((code) => !said.has(code)),
    sources: nameSources(
      catalog,
      numbers.flatMap((fact) => originsOf(fact, material)),
    ),
  }
}

function periodOf({ level: { period, time } }: LatestItem) {
  const read = parsePeriod(period, time)
  if (!read) throw new Error(`${period} is no period`)
  return read
}

/** The headline of the topic, or where it has none that is recent, the first of its leads that has. */
function chooseItem(topic: Topic, items: readonly LatestItem[], until: number) {
  const found = [topic.headline, ...topic.leads].flatMap(
    (code) => items.find(({ indicator }) => indicator === code) ?? [],
  )
  const item = found.find((each) => !isOld(periodOf(each), until)) ?? found[0]
  return item ? [{ topic, item }] : []
}
