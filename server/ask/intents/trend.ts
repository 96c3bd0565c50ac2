import type { Catalog } from '#data/catalog/catalog.ts'
import { groupBy } from '#data/model/group-by.ts'
import type { Language } from '#data/model/language.ts'
import { bases, endMonthOf, yearOf } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import { indicatorOf } from '#server/known.ts'
import { addressOfSeries } from '../address.ts'
import { yearsAsked } from '../asked-time.ts'
import type { Reading } from '../decide.ts'
import { type Found, findPoints, looksFor } from '../find-points.ts'
import { sayMeasured, sayNumber, sayRegion, saySources, sayTime, sayValue } from '../say.ts'
import type { Outcome } from './outcome.ts'
import { sayNothing } from './value.ts'

/** How numbers moved: the first and the last of the time asked for. */
export async function answerTrend(store: Store, reading: Reading): Promise<Outcome> {
  const { catalog } = store
  const { regions, time } = reading
  const all: Found[][] = []
  for (const code of reading.indicators)
    for (const region of regions) {
      const line = await findLine(store, code, region, reading)
      if (line.length < 2) return sayNothing(catalog, { code, region }, line)
      all.push(line)
    }
  const [line = []] = all
  const [first, last = first] = reading.isExtreme ? [extremeOf(line, reading)] : [line[0], line.at(-1)]
  if (!first || !last) throw new Error('a trend without numbers')
  const sentence = (language: Language) => {
    const [place, what] = [sayRegion(catalog, first.region, language), sayMeasured(catalog, first, language)]
    const [from, to] = [sayTime(first, language), sayTime(last, language)]
    const [then, now] = [sayValue(catalog, first, language), sayValue(catalog, last, language)]
    const source = saySources(catalog, [first, last], language)
    if (reading.isExtreme)
      return (
        sayExtreme(catalog, first, reading.isLowest, language) + source + (language === 'zh' ? '。' : '.')
      )
    return language === 'zh'
      ? `${place}${what}：${from}为${then}，${to}为${now}${source}。`
      : `${place}, ${what}: ${then} (${from}), ${now} (${to})${source}.`
  }
  return {
    kind: 'answer',
    ...addressOfSeries(first, regions, yearsAsked(time)),
    numbers: reading.isExtreme
      ? [first]
      : all.flatMap((each) => [each[0], each.at(-1)].flatMap((found) => found ?? [])),
    sentence,
  }
}

/** The numbers of one basis and compilation, within the years asked for: of the basis that suits, else of that with most numbers. */
async function findLine(store: Store, code: string, region: string, reading: Reading): Promise<Found[]> {
  const asked = yearsAsked(reading.time)
  const indicator = indicatorOf(store.catalog, code)
  for (const look of looksFor(indicator, region, reading)) {
    if (look.transform === 'decumulate') continue
    const points = await findPoints(store, code, [region], { ...look, isWithSums: true })
    const inside = points.filter(({ period, point }) => {
      const year = yearOf(period.end)
      return (!asked || (year >= asked[0] && year <= asked[1])) && point.comparedTo === ''
    })
    const lines = [
      ...groupBy(inside, ({ basis, compilation, of }) => `${basis} ${compilation} ${of}`).values(),
    ]
    const [best] = lines.toSorted((a, b) => yearlyFirst(a, b, reading) || b.length - a.length)
    if (best && best.length > 1) return atYearEnds(best, reading)
  }
  return []
}

/** Of the years asked for, the ends where two are known. */
function atYearEnds(line: Found[], { time }: Reading): Found[] {
  const ends = line.filter(({ period }) => period.time === 'moment' && endMonthOf(period) === 12)
  const asked = yearsAsked(time)
  return asked && asked[0] < asked[1] && ends.length > 1 ? ends : line
}

/** Years are compared with years; where there are too few, whatever has most numbers. */
function yearlyFirst(a: readonly Found[], b: readonly Found[], { time }: Reading): number {
  const isYearly = (line: readonly Found[]) =>
    (line[0]?.basis === 'year' || line[0]?.basis === 'stock') && line.length > 1
  const asked = yearsAsked(time)
  const wantsMonths = asked !== undefined && asked[0] === asked[1]
  return wantsMonths
    ? bases.indexOf(a[0]?.basis ?? 'year') - bases.indexOf(b[0]?.basis ?? 'year')
    : Number(isYearly(b)) - Number(isYearly(a))
}

/** The highest or the lowest of a line. */
function extremeOf(line: readonly Found[], { isLowest }: Reading): Found | undefined {
  const sorted = line.toSorted((a, b) => b.point.value - a.point.value)
  return isLowest ? sorted.at(-1) : sorted[0]
}

function sayExtreme(catalog: Catalog, found: Found, isLowest: boolean, language: Language): string {
  const said = sayNumber(catalog, found, language)
  return language === 'zh'
    ? `已收录的数字中，${said}，为${isLowest ? '最低' : '最高'}`
    : `${said}, the ${isLowest ? 'lowest' : 'highest'} of those known`
}
