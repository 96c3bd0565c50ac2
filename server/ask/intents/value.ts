import type { Catalog } from '#data/catalog/catalog.ts'
import { isOld } from '#data/model/age.ts'
import type { Language, Text } from '#data/model/language.ts'
import { monthOfYear, toMonth } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import { addressOfSeries } from '../address.ts'
import type { Reading } from '../decide.ts'
import { choosePoint, type Found, findPoints } from '../find-points.ts'
import { sayIndicator, sayNumber, sayRegion, saySources, sayTime } from '../say.ts'
import { findValue } from './find-value.ts'
import type { Outcome } from './outcome.ts'

/** One number, or that there is none. */
export async function answerValue(store: Store, reading: Reading): Promise<Outcome> {
  const { catalog } = store
  const [code = '', region = 'CN'] = [reading.indicators[0], reading.regions[0]]
  const { found, nearest } = await findValue(store, code, region, reading)
  if (!found) return sayNothing(catalog, { code, region }, nearest)
  const addedUp = await addedUpTo(store, found, reading)
  if (addedUp)
    return {
      kind: 'choice',
      readings: [addedUp, found],
      sentence: (language) => sayBoth(catalog, [addedUp, found], language),
    }
  return {
    kind: 'answer',
    ...addressOfSeries(found, [region]),
    numbers: [found],
    sentence: (language: Language) =>
      sayNumber(catalog, found, language) +
      sayAge(found, reading, language) +
      saySources(catalog, [found], language) +
      (language === 'zh' ? '。' : '.'),
  }
}

/** Of the newest number, where that is old, how long ago it was: growth or another basis may be known later. */
function sayAge({ period }: Found, { time }: Reading, language: Language): string {
  const now = toMonth(time.today.year, time.today.month)
  const isNewest = time.times.length === 0 && !time.range && !time.isYearBefore
  if (!isNewest || !isOld(period, now)) return ''
  const months = now - period.end
  return { zh: `（距今${months}个月）`, en: ` (${months} months ago)` }[language]
}

/**
 * Of a month that nobody printed, and that the question does not call 单月: the number from January to its end, which
 * may be meant as well.
 */
async function addedUpTo(
  store: Store,
  { indicator, region, measure, transform, period }: Found,
  { time }: Reading,
): Promise<Found | undefined> {
  if (transform === 'none' || period.start !== period.end || time.isSingle) return undefined
  const points = await findPoints(store, indicator, [region], { measure, transform: 'none' })
  const start = period.end - monthOfYear(period.end) + 1
  return choosePoint(points, { kind: 'exact', periods: [{ time: 'span', start, end: period.end }] })
}

function sayBoth(catalog: Catalog, readings: readonly Found[], language: Language): string {
  const said = readings.map((found) => sayNumber(catalog, found, language))
  return language === 'zh'
    ? `可以有两种理解：${said.join('；或')}。`
    : `This may mean: ${said.join('; or ')}.`
}

interface Thing {
  readonly code: string
  readonly region: string
}

/** That there is no such number, and which come nearest. */
export function sayNothing(catalog: Catalog, thing: Thing, nearest: readonly Found[]): Outcome {
  const sentence = (language: Language) => {
    const near = nearest.map((found) => sayTime(found, language)).join(language === 'zh' ? '、' : ', ')
    const hint = near === '' ? '' : { zh: `；最近的有${near}`, en: `; the nearest are ${near}` }[language]
    return `${whyNothing(catalog, thing, near !== '')[language]}${hint}${language === 'zh' ? '。' : '.'}`
  }
  return { kind: 'unknown', sentence, nearest }
}

function whyNothing(catalog: Catalog, { code, region }: Thing, isOfOtherTime: boolean): Text {
  const [what, where] = [
    (language: Language) => sayIndicator(catalog, code, language),
    (language: Language) => sayRegion(catalog, region, language),
  ]
  if (isNotCovered(catalog, region))
    return { zh: `全国统计不包括${where('zh')}`, en: `National statistics do not cover ${where('en')}` }
  if (isOfOtherTime)
    return {
      zh: `没有${where('zh')}${what('zh')}在所问时期的这一数字`,
      en: `There is no such figure of ${what('en')} for ${where('en')} at that time`,
    }
  return {
    zh: `没有${where('zh')}${what('zh')}的这一数字`,
    en: `There is no such figure of ${what('en')} for ${where('en')}`,
  }
}

const isNotCovered = ({ regions }: Catalog, code: string) =>
  regions.get(code)?.kind === 'province' && !regions.get('CN')?.members?.includes(code)
