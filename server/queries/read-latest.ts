import { defaultCompilation } from '#data/model/compilation.ts'
import { groupBy } from '#data/model/group-by.ts'
import { type Basis, bases, basesOf } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import type { Answer } from '#server/answers.ts'
import type { LatestQuery } from '#server/input.ts'
import { regionOf, topicOf } from '#server/known.ts'
import { compareLists } from './compare-lists.ts'
import type { NumbersWanted } from './find-numbers.ts'
import { type Doubt, readDoubts } from './growth-beside.ts'
import { nameSources } from './name-sources.ts'
import { type PrintedNumber, type ShownRow, toPoint, toPrintedNumber } from './printed-number.ts'
import { isActual, type Meant, readNewestNumbers, readNumbersOf } from './read-numbers.ts'

/**
 * The newest level of each indicator that has one in the region, with the growth printed for the very same period
 * where the two go together.
 */
export async function readLatest(store: Store, query: LatestQuery): Promise<Answer<'latest'>> {
  const { catalog, snapshot } = store
  const region = regionOf(catalog, query.region).code
  const topic = query.topic === undefined ? undefined : topicOf(catalog, query.topic)
  const numbers = groupBy(await readNewest(store, region, query.asOf), ({ indicator }) => indicator)
  const doubt = await readDoubts(store, { indicators: [...numbers.keys()], region, asOf: query.asOf })
  const items = [...catalog.indicators.values()]
    .filter((indicator) => topic === undefined || indicator.topic === topic)
    .flatMap(({ code, topic }) => {
      const newest = chooseNewest(numbers.get(code) ?? [], doubt)
      return newest ? [{ topic, indicator: code, ...newest }] : []
    })
  const points = items.flatMap(({ level, growth, setApart }) => [
    level,
    ...(growth ? [growth] : []),
    ...(setApart ? [setApart.growth] : []),
  ])
  return { snapshot: snapshot.id, region, items, sources: nameSources(catalog, points) }
}

/** Levels and growth of the months in which each indicator's newest level ends. */
async function readNewest(store: Store, region: string, asOf?: string): Promise<PrintedNumber[]> {
  const rows =
    asOf === undefined
      ? await readNewestNumbers(store, region, isOfLatest)
      : await readNewestOf(store, region, asOf)
  return rows.sort((a, b) => compareLists(orderOf(a), orderOf(b))).map(toPrintedNumber)
}

const orderOf = ({ share_of, compared_to, id }: ShownRow) => [share_of, compared_to, id] as const

async function readNewestOf(store: Store, region: string, asOf: string): Promise<ShownRow[]> {
  const indicators = [...store.catalog.indicators.keys()]
  const asked = { indicators, regions: [region], isMeant: isOfLatest }
  const rows = await readNumbersOf(store, asked, asOf)
  const levels = groupBy(
    rows.filter(({ measure }) => measure === 'level'),
    ({ indicator }) => indicator,
  )
  const newest = new Map(
    [...levels].map(([indicator, of]) => [indicator, Math.max(...of.map(({ end_month }) => end_month))]),
  )
  return rows.filter(({ indicator, end_month }) => end_month === newest.get(indicator))
}

/** Which numbers a question asks for, whenever known. */
export function wantedLatest({ catalog }: Store, { region, topic }: LatestQuery): NumbersWanted {
  const ofTopic = [...catalog.indicators.values()].filter((indicator) => indicator.topic === topic)
  return {
    indicators: topic === undefined ? undefined : ofTopic.map(({ code }) => code),
    regions: [region],
    isForm: (form) => isActual(form) && isOfLatest(form),
  }
}

const isOfLatest = ({ measure }: Meant) => measure === 'level' || measure === 'yoy_pct'

/** Cumulative before year before quarter before month: the order of `bases`. */
const widest = ({ period }: PrintedNumber): Basis | undefined =>
  bases.find((basis) => basesOf(period).includes(basis))

/** Of two compilations that print the same period, the one that answers unasked comes first. */
const placeOf = ({ compilation }: PrintedNumber) => Number(compilation !== defaultCompilation)

function chooseNewest(numbers: readonly PrintedNumber[], doubt: Doubt) {
  const [newest] = numbers
    .filter(({ measure }) => measure === 'level')
    .flatMap((level) => widest(level) ?? [])
    .sort((a, b) => bases.indexOf(a) - bases.indexOf(b))
  const level = numbers
    .filter((number) => number.measure === 'level' && widest(number) === newest)
    .toSorted((a, b) => placeOf(a) - placeOf(b))[0]
  if (!newest || !level) return undefined
  const growth = numbers.find(
    ({ measure, compilation, of, comparedTo, period }) =>
      measure === 'yoy_pct' &&
      compilation === level.compilation &&
      of === level.of &&
      comparedTo === '' &&
      period.start === level.period.start,
  )
  const reason = growth && doubt(level, growth)
  return {
    compilation: level.compilation,
    basis: newest,
    level: toPoint(level.row),
    growth: growth && !reason ? toPoint(growth.row) : null,
    setApart: growth && reason ? { growth: toPoint(growth.row), reason } : null,
  }
}
