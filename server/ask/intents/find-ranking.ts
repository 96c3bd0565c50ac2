import { type Compilation, defaultCompilation } from '#data/model/compilation.ts'
import { groupBy } from '#data/model/group-by.ts'
import type { Indicator } from '#data/model/indicator.ts'
import { type Period, parsePeriod, printPeriod } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import type { Answer } from '#server/answers.ts'
import { answerOr } from '#server/errors.ts'
import { indicatorOf } from '#server/known.ts'
import { compareLatest } from '#server/queries/compare-latest.ts'
import { compareRegions, rank } from '#server/queries/compare-regions.ts'
import { isWanted, type Wanted, wantedPeriods } from '../asked-time.ts'
import type { Reading } from '../decide.ts'
import { type Found, findPoints, type Look, looksFor, plainestBasis, timeOfLook } from '../find-points.ts'

/** A number and its place among those of the other regions. */
export interface Ranked {
  readonly rank: number
  readonly found: Found
}

export interface Ranking {
  /** The largest first. */
  readonly rows: readonly Ranked[]
  /** That of all rows; undefined where each has its own. */
  readonly period: string | undefined
}

const nothing: Ranking = { rows: [], period: undefined }

/** A province stands for all: what is looked for of one is looked for of the others. */
const anyProvince = '110000'

/**
 * Regions of a group by their numbers: of the looks that may be meant, and of the compilations, the one that most have.
 * @param members the codes of the group
 */
export async function findRanking(
  store: Store,
  reading: Reading,
  group: string,
  members: readonly string[],
): Promise<Ranking> {
  const indicator = indicatorOf(store.catalog, reading.indicators[0] ?? '')
  const looks = looksFor(indicator, anyProvince, reading).filter(
    ({ transform }) => transform !== 'decumulate',
  )
  let best = nothing
  for (const look of looks) {
    const [wanted] = wantedPeriods(reading.time, timeOfLook(indicator, look))
    if (!wanted) continue
    const found =
      look.transform === 'none'
        ? await comparePrinted(store, indicator, group, { look, wanted })
        : await compareMade(store, indicator, members, { look, wanted })
    if (found.rows.length > best.rows.length) best = found
    if (best.rows.length * 2 >= members.length) break
  }
  return best
}

interface Sought {
  readonly look: Look
  readonly wanted: Wanted
}

async function comparePrinted(
  store: Store,
  indicator: Indicator,
  group: string,
  sought: Sought,
): Promise<Ranking> {
  const { wanted } = sought
  const compilations = indicator.compilations.length > 0 ? indicator.compilations : [defaultCompilation]
  for (const period of wanted.kind === 'exact' ? wanted.periods : [undefined]) {
    const asked = compilations.map((compilation) =>
      compareIn(
        store,
        { indicator: indicator.code, regions: [group], measure: sought.look.measure, compilation },
        period,
      ),
    )
    const [most = nothing] = (await Promise.all(asked))
      .map((ranking) =>
        ranking.rows.every(({ found }) => isWanted(found.period, wanted)) ? ranking : nothing,
      )
      .toSorted((a, b) => b.rows.length - a.rows.length)
    if (most.rows.length > 0) return most
  }
  return nothing
}

interface Question {
  readonly indicator: string
  readonly regions: string[]
  readonly measure: Look['measure']
  readonly compilation: Compilation
}

/** All at one period, or each at its newest. */
async function compareIn(store: Store, question: Question, period: Period | undefined): Promise<Ranking> {
  const asked = period && { text: printPeriod(period), span: { ...period, time: 'span' } as const }
  const answer = asked
    ? compareRegions(store, { ...question, period: asked })
    : compareLatest(store, question)
  const compared = await answerOr<Compared, undefined>(answer, undefined, [404, 422])
  return compared ? toRanking(compared, asked?.text) : nothing
}

type Compared = Pick<Answer<'compare'>, 'indicator' | 'measure' | 'compilation' | 'basis' | 'of' | 'rows'>

function toRanking(
  { rows, indicator, measure, compilation, basis, of }: Compared,
  text: string | undefined,
): Ranking {
  const ranked = rows.flatMap(({ rank, region, point }) => {
    const period = parsePeriod(point.period, point.time)
    const plain = period && plainestBasis(period)
    const key = { indicator, region, measure, compilation, of, transform: 'none' } as const
    return period ? [{ rank, found: { ...key, basis: plain ?? basis, period, point } }] : []
  })
  return { rows: ranked, period: text }
}

/** A comparison of numbers that are made of others: per head, growth of levels. Of the period and compilation that most have. */
async function compareMade(
  store: Store,
  { code }: Indicator,
  members: readonly string[],
  { look, wanted }: Sought,
): Promise<Ranking> {
  const points = (await findPoints(store, code, members, look)).filter(({ period }) =>
    isWanted(period, wanted),
  )
  const groups = [
    ...groupBy(points, ({ point, basis, compilation }) => `${point.period} ${basis} ${compilation}`).values(),
  ]
  const [most = []] = groups.toSorted(
    (a, b) => b.length - a.length || (b[0]?.period.end ?? 0) - (a[0]?.period.end ?? 0),
  )
  const foundOf = new Map(most.map((found) => [found.region, found]))
  const rows = rank(most).flatMap(({ rank, region }) => {
    const found = foundOf.get(region)
    return found ? [{ rank, found }] : []
  })
  return { rows, period: most[0]?.point.period }
}
