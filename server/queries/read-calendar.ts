import type { Catalog } from '#data/catalog/catalog.ts'
import type { Text } from '#data/model/language.ts'
import { printPeriod } from '#data/model/period.ts'
import { findReleases, type Release } from '#data/model/release.ts'
import { editionPeriod, expectEditions, type Outlook, releaseStates } from '#data/model/release-days.ts'
import type { Store } from '#data/store/open-store.ts'
import { rhythmNames } from '#data/wording/release-names.ts'
import type { Answer } from '#server/answers.ts'
import type { CalendarQuery } from '#server/input.ts'
import { indicatorOf, regionOf, topicOf } from '#server/known.ts'
import { hashOf } from '#server/vintage.ts'
import { findDocuments } from './find-documents.ts'
import { nameIssuer, nameSources } from './name-sources.ts'
import { nation } from './national-totals.ts'

type ReleaseAnswer = Answer<'calendar'>['releases'][number]
type Wanted = Pick<CalendarQuery, 'topic' | 'region' | 'indicator'>

/** A release and what is to come of it. */
export interface Foreseen {
  readonly id: string
  readonly name: Text
  readonly release: Release
  readonly outlook: Outlook
}

/** Which releases recur, when they come, and what of them is missing on a day. */
export async function readCalendar(
  store: Store,
  query: CalendarQuery,
  today: string,
): Promise<Answer<'calendar'>> {
  const releases = (await foresee(store, query, today)).map(describe).sort(mostPressing)
  const last = releases.flatMap(({ last: { sources } }) => sources.map((source) => ({ source })))
  return { snapshot: store.snapshot.id, today, releases, sources: nameSources(store.catalog, last) }

  function describe({ id, name, release, outlook }: Foreseen): ReleaseAnswer {
    const { issuers, topic, region, compilation, rhythm, months, indicators, editions } = release
    const { end, issued, outBy, documents } = editions.at(-1) ?? editions[0]
    return {
      ...{ id, name, issuers: issuers.map((each) => nameIssuer(store.catalog, each)) },
      ...{ topic, region, compilation, rhythm, months: [...months], indicators: [...indicators] },
      editions: editions.length,
      lag: outlook.lag ?? null,
      last: {
        period: printPeriod(editionPeriod(release, end)),
        issued: issued ?? null,
        outBy,
        sources: [...documents],
      },
      state: outlook.state,
      expected: outlook.expected.map((each) => ({ ...each, period: printPeriod(each.period) })),
    }
  }
}

/**
 * The releases that were known at the end of a day, in the order of their names.
 * @throws Problem 404 for a code that there is not.
 */
export async function foresee(store: Store, wanted: Wanted, today: string): Promise<Foreseen[]> {
  const { catalog } = store
  checkWanted(catalog, wanted)
  return findReleases(await findDocuments(store), today)
    .filter((release) => isWanted(catalog, release, wanted))
    .map((release) => ({
      id: idOf(release),
      name: nameOf(catalog, release),
      release,
      outlook: expectEditions(release, today),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** @throws Problem 404 */
export function checkWanted(catalog: Catalog, { topic, region, indicator }: Wanted): void {
  if (topic !== undefined) topicOf(catalog, topic)
  for (const code of region ?? []) regionOf(catalog, code)
  for (const code of indicator ?? []) indicatorOf(catalog, code)
}

/** A release is of the topics of all that it usually states: that on telecommunications is of 5G too. */
const isWanted = ({ indicators }: Catalog, release: Release, { topic, region, indicator }: Wanted) =>
  (topic === undefined ||
    topic === release.topic ||
    release.indicators.some((code) => indicators.get(code)?.topic === topic)) &&
  (region?.includes(release.region) ?? true) &&
  (indicator?.some((code) => release.indicators.includes(code)) ?? true)

/** Made of what makes it a release, so that it stays while documents come. */
const idOf = ({ issuers, topic, region, compilation, rhythm }: Release) =>
  `${topic}-${hashOf(JSON.stringify([issuers, topic, region, compilation, rhythm])).slice(0, 8)}`

/** `工业和信息化部：通信业，年内各期`; with the region where it is not the nation. */
function nameOf(catalog: Catalog, { issuers, topic, region, rhythm }: Release): Text {
  const names = issuers.map((name) => nameIssuer(catalog, name))
  const subject = catalog.topics.find(({ code }) => code === topic)?.name ?? { zh: topic, en: topic }
  const place = region === nation ? undefined : catalog.regions.get(region)?.name
  return {
    zh: `${names.map(({ zh }) => zh).join('、')}：${place?.zh ?? ''}${subject.zh}，${rhythmNames[rhythm].zh}`,
    en: `${names.map(({ en }) => en).join(', ')}: ${subject.en}${place ? ` of ${place.en}` : ''}, ${rhythmNames[rhythm].en}`,
  }
}

function mostPressing(a: ReleaseAnswer, b: ReleaseAnswer): number {
  const order = (one: ReleaseAnswer) => releaseStates.indexOf(one.state)
  const late = (one: ReleaseAnswer) => one.expected[0]?.overdueDays ?? 0
  return order(a) - order(b) || late(b) - late(a) || (a.id < b.id ? -1 : 1)
}
