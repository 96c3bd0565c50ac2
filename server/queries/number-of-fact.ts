import { defaultCompilation } from '#data/model/compilation.ts'
import type { Fact } from '#data/model/fact-id.ts'
import { isSamePeriod, parsePeriod, printPeriod } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import type { PointAnswer } from '#server/answers.ts'
import { answerOr } from '#server/errors.ts'
import type { SeriesQuery } from '#server/input.ts'
import { indicatorOf } from '#server/known.ts'
import { toDerivedPoint } from './derived-point.ts'
import { type Amend, nation, readNationalTotals, unchanged } from './national-totals.ts'
import { readSeries } from './read-series.ts'

/**
 * The number that is derived for a fact, as /series has it.
 * @param amend what is taken for shown instead of what is.
 * @returns undefined where nothing can be derived.
 */
export async function deriveNumber(
  store: Store,
  fact: Fact,
  amend: Amend = unchanged,
): Promise<PointAnswer | undefined> {
  if (fact.transform === 'none') return sumOf(store, fact, amend)
  if (fact.measure !== 'level' || fact.comparedTo !== '' || fact.hoped !== '') return undefined
  const { series } = await answerOr(readSeries(store, questionOf(fact), amend), { series: [] })
  const own = series.find(({ basis, of }) => basis === fact.basis && of === fact.of)
  const period = printPeriod(fact.period)
  return own?.points.find((point) => point.derived && point.period === period)
}

/** The series that holds a fact, of all times. */
export function questionOf({
  indicator,
  region,
  basis,
  compilation,
  transform,
  indexBase,
}: Fact): SeriesQuery {
  const span = parsePeriod(indexBase, 'span')
  return {
    indicator: [indicator],
    region: [region],
    measure: ['level'],
    compilation: [compilation || defaultCompilation],
    basis: [basis],
    transform,
    includeHistory: false,
    ...(span && { indexBase: { text: indexBase, span } }),
  }
}

/** The sum of the provinces where nobody printed the level of the nation. */
async function sumOf(store: Store, fact: Fact, amend: Amend): Promise<PointAnswer | undefined> {
  const { indicator: code, region, measure, of, comparedTo, hoped, compilation, period } = fact
  const isLevel = measure === 'level' && of === '' && comparedTo === '' && hoped === ''
  if (region !== nation || !isLevel || compilation === '') return undefined
  const indicator = indicatorOf(store.catalog, code)
  const totals = await readNationalTotals(store, [indicator], { compilation: [compilation], amend })
  const sum = totals
    .of({ indicator: code, compilation }, [])
    .find((each) => isSamePeriod(each.period, period))
  return sum && toDerivedPoint(sum, indicator.unit, new Map(totals.rows.map((row) => [row.id, row])))
}
