import type { Language } from '#data/model/language.ts'
import { isSamePeriod } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import { indicatorOf } from '#server/known.ts'
import { addressOfSeries } from '../address.ts'
import { isWanted, wantedPeriods } from '../asked-time.ts'
import type { Reading } from '../decide.ts'
import { type Found, findPoints, looksFor, rankOfCompilation, timeOfLook } from '../find-points.ts'
import { sayMeasured, sayNumber, sayPlaceAndValue, saySources, sayTime } from '../say.ts'
import { findValue } from './find-value.ts'
import type { Outcome } from './outcome.ts'
import { sayNothing } from './value.ts'

/** Regions, indicators or periods beside each other. */
export async function answerComparison(store: Store, reading: Reading): Promise<Outcome> {
  const found = await findAll(store, reading)
  if ('missing' in found) return found.missing
  const [first] = found.numbers
  if (!first) throw new Error('a comparison without numbers')
  const { catalog } = store
  const regions = [...new Set(found.numbers.map(({ region }) => region))]
  const sentence = (language: Language) => {
    const source = saySources(catalog, found.numbers, language)
    const stop = language === 'zh' ? '。' : '.'
    const isOneThing = found.numbers.every(
      ({ indicator, period }) => indicator === first.indicator && period.end === first.period.end,
    )
    if (!isOneThing)
      return (
        found.numbers
          .map((each) => sayNumber(catalog, each, language))
          .join(language === 'zh' ? '；' : '. ') +
        source +
        stop
      )
    const sorted = found.numbers.toSorted((a, b) => b.point.value - a.point.value)
    const list = sorted.map((each) => sayPlaceAndValue(catalog, each, language))
    const [what, time] = [sayMeasured(catalog, first, language), sayTime(first, language)]
    return language === 'zh'
      ? `${time}，${what}：${list.join('，')}${source}。`
      : `${what}, ${time}: ${list.join('; ')}${source}.`
  }
  return { kind: 'answer', ...addressOfSeries(first, regions), numbers: found.numbers, sentence }
}

type All = { readonly numbers: readonly Found[] } | { readonly missing: Outcome }

async function findAll(store: Store, reading: Reading): Promise<All> {
  const { indicators, regions, time } = reading
  const times = Math.max(1, time.times.length)
  if (indicators.length * regions.length === 1 || times > 1) return findTimes(store, reading, times)
  const things = indicators.flatMap((code) => regions.map((region) => ({ code, region })))
  const byThing = await Promise.all(
    things.map(async (thing) => ({ thing, looks: await readLooks(store, thing, reading) })),
  )
  for (const at of [0, 1]) {
    const lists = byThing.map(({ looks }) => looks[at] ?? [])
    const numbers = commonOf(lists)
    if (numbers) return { numbers }
  }
  const without = byThing.find(({ looks }) => looks.every((points) => points.length === 0)) ?? byThing[0]
  const nearest = byThing.flatMap(
    ({ looks }) => looks[0]?.toSorted((a, b) => b.period.end - a.period.end).slice(0, 1) ?? [],
  )
  const { code = '', region = 'CN' } = without?.thing ?? {}
  return { missing: sayNothing(store.catalog, { code, region }, nearest) }
}

/** The numbers of a thing that are of a time asked for, look by look. */
async function readLooks(
  store: Store,
  { code, region }: { code: string; region: string },
  reading: Reading,
): Promise<Found[][]> {
  const indicator = indicatorOf(store.catalog, code)
  const looks = looksFor(indicator, region, reading).filter(
    ({ transform }) => transform !== 'decumulate' || reading.time.times.some(({ months }) => months),
  )
  return Promise.all(
    looks.map(async (look) => {
      const points = await findPoints(store, code, [region], look)
      const [wanted] = wantedPeriods(reading.time, timeOfLook(indicator, look))
      return wanted ? points.filter(({ period }) => isWanted(period, wanted)) : []
    }),
  )
}

/** The newest period that all have, in one compilation and basis. */
function commonOf(lists: readonly (readonly Found[])[]): Found[] | undefined {
  const [first = [], ...others] = lists
  const candidates = first.toSorted(
    (a, b) => b.period.end - a.period.end || rankOfCompilation(a) - rankOfCompilation(b),
  )
  for (const candidate of candidates) {
    if (candidate.point.comparedTo !== '') continue
    const beside = others.map((list) =>
      list.find(
        (each) =>
          isSamePeriod(each.period, candidate.period) &&
          each.basis === candidate.basis &&
          each.point.comparedTo === '' &&
          (each.compilation === candidate.compilation || each.indicator !== candidate.indicator),
      ),
    )
    const all = beside.flatMap((each) => each ?? [])
    if (all.length === others.length) return [candidate, ...all]
  }
  return undefined
}

async function findTimes(store: Store, reading: Reading, times: number): Promise<All> {
  const { indicators, regions } = reading
  const numbers: Found[] = []
  for (const code of indicators)
    for (const region of regions)
      for (let at = 0; at < times; at++) {
        const { found, nearest } = await findValue(store, code, region, reading, at)
        if (!found) return { missing: sayNothing(store.catalog, { code, region }, nearest) }
        numbers.push(found)
      }
  return { numbers }
}
