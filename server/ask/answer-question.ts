import type { Catalog } from '#data/catalog/catalog.ts'
import type { Language } from '#data/model/language.ts'
import { printPeriod } from '#data/model/period.ts'
import type { Store } from '#data/store/open-store.ts'
import { measureOf } from '#data/wording/measure-names.ts'
import type { Answer, PointAnswer } from '#server/answers.ts'
import type { AskQuery } from '#server/input.ts'
import { nameSources } from '#server/queries/name-sources.ts'
import { addressOfIndicator, addressOfSeries, addressOfTarget } from './address.ts'
import { type Asked, ask } from './ask.ts'
import { wantedPeriods } from './asked-time.ts'
import type { Reading } from './decide.ts'
import type { Found } from './find-points.ts'
import { sayIndicator, sayMeasured, sayRegion, sayTime } from './say.ts'

type AskAnswer = Answer<'ask'>

/**
 * A question in words, answered with one sentence, its numbers and where they are shown; with what it may mean where
 * that is several things; or with what of it is not known, and what comes nearest.
 */
export async function answerQuestion(
  store: Store,
  { q, today, lang }: AskQuery & { readonly today: string },
): Promise<AskAnswer> {
  const { catalog, snapshot } = store
  const [year = 0, month = 1] = today.split('-').map(Number)
  const asked = await ask(store, q, { year, month })
  const { mended, unknown } = asked.question
  return {
    ...{ snapshot: snapshot.id, question: q, today },
    ...toBody(catalog, asked, lang),
    ...{ mended: [...mended], notKnown: [...unknown] },
  }
}

type Body = Omit<AskAnswer, 'snapshot' | 'question' | 'today' | 'mended' | 'notKnown'>

/** What stands where a question has no answer. */
const without = { reading: null, numbers: [], page: null, api: null, choices: [], nearest: [], sources: [] }

function toBody(catalog: Catalog, asked: Asked, language: Language): Body {
  const { outcome, decision, reading } = asked
  if (!outcome || !reading) {
    const readings = decision.kind === 'reading' ? [] : decision.readings
    const choices = readings.slice(0, mostChoices).map((each) => toChoice(catalog, each, language))
    const kind = decision.kind === 'choice' ? 'choice' : 'unknown'
    return { ...without, outcome: kind, sentence: sayUndecided(catalog, asked, language), choices }
  }
  const sentence = outcome.sentence(language)
  if (outcome.kind === 'choice') {
    const choices = choicesNear(catalog, reading, outcome.readings, language)
    return {
      ...without,
      outcome: 'choice',
      sentence,
      choices,
      sources: nameSources(catalog, pointsOf(outcome.readings)),
    }
  }
  if (outcome.kind === 'unknown') {
    return {
      ...without,
      ...{ outcome: 'unknown', sentence, reading: toReading(reading) },
      choices: choicesNear(catalog, reading, outcome.nearest, language),
      nearest: outcome.nearest.map((found) => toNumber(found)),
      sources: nameSources(catalog, pointsOf(outcome.nearest)),
    }
  }
  const { numbers, ranks, indicator, page, api, sources = [] } = outcome
  const answered = indicator === undefined ? reading : { ...reading, indicators: [indicator] }
  return {
    ...without,
    ...{ outcome: 'answer', sentence, page, api, reading: toReading(answered) },
    numbers: numbers.map((found, at) => toNumber(found, ranks?.[at])),
    sources: nameSources(catalog, [...sources.map((source) => ({ source })), ...pointsOf(numbers)]),
  }
}

/** Where the numbers stand that come nearest; else the indicator of the nation. */
function choicesNear(
  catalog: Catalog,
  reading: Reading,
  nearest: readonly Found[],
  language: Language,
): Body['choices'] {
  if (nearest.length === 0)
    return [toChoice(catalog, { ...reading, regions: ['CN'], group: undefined }, language)]
  return nearest.map((found) => ({
    label: `${sayRegion(catalog, found.region, language)}${language === 'en' ? ' ' : ''}${sayMeasured(catalog, found, language)} ${sayTime(found, language)}`,
    indicators: [found.indicator],
    regions: [found.region],
    ...addressOfSeries(found, [found.region]),
  }))
}

const pointsOf = (numbers: readonly Found[]) => numbers.map(({ point }) => point)

const mostChoices = 8

function toReading({
  intent,
  indicators,
  regions,
  group,
  measure,
  transform,
  whole,
  time,
}: Reading): NonNullable<AskAnswer['reading']> {
  return {
    intent,
    indicators: [...indicators],
    regions: group ? [group] : [...regions],
    measure,
    transform,
    of: whole ?? null,
    period: sayPeriods(time),
  }
}

/** The period as it is asked for; null where the newest is meant. */
function sayPeriods(time: Reading['time']): string | null {
  if (time.range) return time.range.join('..')
  const wanted = wantedPeriods(time, 'span').flatMap((each) =>
    each.kind === 'exact' ? each.periods.slice(0, 1) : [],
  )
  return wanted.length > 0 ? wanted.map(printPeriod).join(';') : null
}

const toNumber = (
  { indicator, region, measure, compilation, basis, of, transform, point }: Found,
  rank?: number,
): AskAnswer['numbers'][number] => ({
  indicator,
  region,
  measure,
  compilation,
  basis,
  of,
  transform,
  rank: rank ?? null,
  point: point as PointAnswer,
})

function toChoice(
  catalog: Catalog,
  { indicators, regions, measure, intent, group }: Reading,
  language: Language,
): AskAnswer['choices'][number] {
  const region = regions[0] ?? 'CN'
  const names = indicators.map(
    (code) => measureOf[measure](sayIndicator(catalog, code, language), undefined)[language],
  )
  const place = group || region === 'CN' ? '' : sayRegion(catalog, region, language)
  const [code = ''] = indicators
  const { page, api } = intent === 'target' ? addressOfTarget(code, region) : addressOfIndicator(code, region)
  return {
    indicators: [...indicators],
    regions: [...regions],
    label:
      place + (language === 'en' && place !== '' ? ' ' : '') + names.join(language === 'zh' ? '、' : ', '),
    page,
    api,
  }
}

/** Why no number is given: several readings, or words that nobody knows. */
function sayUndecided(catalog: Catalog, { decision, question }: Asked, language: Language): string {
  const readings = decision.kind === 'reading' ? [] : decision.readings
  const labels = readings.slice(0, mostChoices).map((each) => toChoice(catalog, each, language).label)
  if (language === 'zh') {
    const list = labels.map((label) => `「${label}」`).join('、')
    if (decision.kind === 'choice') return `可以有几种理解：${list}。`
    const words = question.unknown.map((word) => `「${word}」`).join('、')
    const why = words === '' ? '没有看懂所问的指标' : `不认识${words}`
    return labels.length > 0 ? `${why}；相近的有${list}。` : `${why}。`
  }
  const list = labels.join('; ')
  if (decision.kind === 'choice') return `This may mean: ${list}.`
  const words = question.unknown.map((word) => `“${word}”`).join(', ')
  const why = words === '' ? 'No indicator was recognized' : `Not known: ${words}`
  return labels.length > 0 ? `${why}; the nearest are ${list}.` : `${why}.`
}
