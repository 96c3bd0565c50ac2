import { expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { groupBy } from '#data/model/group-by.ts'
import type { ObservationRow } from '#data/model/observation.ts'
import { movePoint } from '#data/model/quantity.ts'
import { powerOf, respell } from '#data/model/unit.ts'
import { type Answer, answers, type FactRole, type SaidNumber, type Sentences } from '#server/answers.ts'
import { factOf } from '#server/sentences/fact.ts'
import { sayFacts } from '#server/sentences/say-facts.ts'
import { openRealApi } from '../support/real-api.ts'
import { readBack } from '../support/tell-and-read.ts'

const catalog = readCatalog('data/catalog')
const lexicon = toLexicon(catalog)
const readSentence = (text: string) =>
  readBack(text, { published: '2026-10-20', title: '数字产业运行情况' }, lexicon)

/** What a sentence of each length quotes at least; all else that the answer holds, it may. */
const always: Readonly<Record<keyof Sentences, readonly FactRole[]>> = {
  short: ['figure', 'growth'],
  medium: ['figure', 'growth', 'pace', 'addition', 'change'],
  long: ['figure', 'growth', 'pace', 'addition', 'change', 'share', 'share_of_nation', 'target'],
}
const sometimes: Readonly<Record<keyof Sentences, readonly FactRole[]>> = {
  short: ['addition', 'change'],
  medium: [],
  long: [],
}
const lengths = Object.keys(always) as (keyof Sentences)[]

const keyOf = ({ indicator, region, period, measure, compared_to, of, status, qualifier }: ObservationRow) =>
  [indicator, region, period, measure, compared_to, of, status, qualifier].join('|')

/**
 * The row that a number must be read back as.
 * @param isPreliminary whether the text says of any number that it is preliminary: then the reader takes all to be.
 */
function rowOf(
  { indicator, region, measure, of, point }: SaidNumber,
  isPreliminary: boolean,
): ObservationRow {
  const { period, printedValue, printedUnit, comparedTo, qualifier, derived } = point
  const status = isPreliminary && point.status === 'actual' ? 'preliminary' : point.status
  const unit = catalog.units.get(point.unit)
  return {
    ...{ indicator, region, period, measure, of, status, compared_to: comparedTo },
    qualifier: derived ? '~' : qualifier,
    value: printedValue,
    unit: unit ? respell(printedUnit, unit) : printedUnit,
  }
}

/** A printed move of nothing is said without a number: 持平. */
const isSaidAsNumber = ({ measure, point: { value, derived } }: SaidNumber) =>
  measure === 'level' || measure === 'share_pct' || derived !== null || value !== 0

/** A derived move of which the digits do not tell whether it is one, or which is next to nothing, may be: 基本持平. */
const maybeLevel = ({ measure, point: { value, low, high, derived } }: SaidNumber) =>
  derived !== null &&
  measure !== 'level' &&
  measure !== 'share_pct' &&
  (Math.abs(value) < 0.005 || ((low ?? 0) <= 0 && (high ?? 0) >= 0))

const powers: Readonly<Record<string, number>> = { percent: 0, pp: 0 }

/** A derived number is read as a value among those that it may have, or its rounding. */
function isRounding({ value, unit }: ObservationRow, { point }: SaidNumber): boolean {
  const entry = catalog.units.get(point.unit)
  const power = powers[point.unit] ?? (entry && powerOf(unit, entry))
  if (power === undefined) return false
  const half = 0.5 * 10 ** (power - (value.split('.')[1]?.length ?? 0))
  return Math.abs(Number(value) * 10 ** power - point.value) <= half * (1 + 1e-9)
}

/** What is wrong with what was read, against the numbers that had to be and those that could be. */
function faultsOf(rows: readonly ObservationRow[], must: readonly SaidNumber[], may: readonly SaidNumber[]) {
  const isPreliminary = rows.some(({ status }) => status === 'preliminary') && must.some(isNotFinal)
  const expected = [...must, ...may].filter(isSaidAsNumber)
  const left = new Map(expected.map((fact) => [keyOf(rowOf(fact, isPreliminary)), fact]))
  const faults = rows.flatMap((row) => {
    const fact = left.get(keyOf(row))
    left.delete(keyOf(row))
    const own = fact && rowOf(fact, isPreliminary)
    const isRight = fact?.point.derived ? isRounding(row, fact) : own && isSame(row, own, fact)
    return isRight ? [] : [`reads ${Object.values(row).join(' ')}`]
  })
  const lost = [...left.values()].filter((fact) => must.includes(fact) && !maybeLevel(fact))
  return [...faults, ...lost.map((fact) => `loses ${Object.values(rowOf(fact, isPreliminary)).join(' ')}`)]
}

/** The very number, to the last digit, in the unit that was printed or in another step of it: 万元 as 亿元. */
function isSame(read: ObservationRow, printed: ObservationRow, { point }: SaidNumber): boolean {
  if (read.unit === printed.unit) return read.value === printed.value
  const entry = catalog.units.get(point.unit)
  const [one, other] = [read, printed].map(({ value, unit }) => {
    const power = entry && powerOf(unit, entry)
    return power === undefined ? unit : movePoint(value, power).replace(/\.0+$/, '')
  })
  return one === other
}

const isNotFinal = ({ point: { status } }: SaidNumber) => status === 'preliminary'

/** What no sentence may hold, in either language. */
const odd =
  /undefined|NaN|Infinity|null| {2}|，，|。。|，。|；。|[(（][)）]|\b(\w+) \1\b|(?<![\d.,])0(\.0+)?(%| percentage points)/

async function faultsInChinese({ sentences, numbers }: Answer<'sentence'>): Promise<string[]> {
  const told = lengths.map(async (length) => {
    const text = sentences[length]
    const must = numbers.filter(({ role }) => always[length].includes(role))
    const may = numbers.filter(({ role }) => sometimes[length].includes(role))
    const faults = faultsOf(await readSentence(text), must, may)
    const isWhole = /[。）]$/.test(text) && !odd.test(text)
    return [...faults, ...(isWhole ? [] : ['is odd'])].map((fault) => `${text} ${fault}`)
  })
  return (await Promise.all(told)).flat()
}

function faultsInEnglish({ sentences, numbers }: Answer<'sentence'>): string[] {
  return lengths.flatMap((length) => {
    const text = sentences[length]
    const figures = numbers.filter(({ role }) => role === 'figure')
    const isWhole = /^[A-Z].*[.)]$/s.test(text) && !odd.test(text) && !/[一-鿿]/.test(text)
    const hasUnits = figures.every((fact) => labelsOf(fact).some((label) => text.includes(label)))
    return [...(isWhole ? [] : ['is odd']), ...(hasUnits ? [] : ['lacks a unit'])].map(
      (fault) => `${text} ${fault}`,
    )
  })
}

function labelsOf({ point: { unit } }: SaidNumber): string[] {
  if (unit === 'percent') return ['%', 'level']
  if (unit === 'pp') return ['percentage points', 'level', 'same growth']
  return catalog.units.get(unit)?.ladder.en.map(([, label]) => label) ?? []
}

/** What a walk has met. */
export interface Met {
  sentences: number
  numbers: number
  /** Numbers that nobody printed, each said alone. */
  derived: number
}

interface Walked {
  readonly indicator: (code: string) => boolean
  readonly region: (code: string) => boolean
  /** Asks one of so many questions: of 1 each. */
  readonly every: number
}

/**
 * Tests of every sentence about some indicators: of each region alone, of several together, and of each number for itself.
 * @returns what they have met, complete when they are over.
 */
export async function walkSentences(choose: Walked): Promise<Met> {
  const { ask, get } = await openRealApi()
  const { indicators } = answers.indicators.parse(await ask('/indicators'))
  const chosen = indicators.filter(
    ({ code, coverage }) => choose.indicator(code) && coverage.observations > 0,
  )
  const met: Met = { sentences: 0, numbers: 0, derived: 0 }

  async function faultsOfQuestion(question: string): Promise<string[]> {
    const [zh, en] = await Promise.all(
      ['zh', 'en'].map(async (lang) => {
        const response = await get(`/api/v1/sentence?${question}&lang=${lang}`)
        if (response.status !== 200) throw new Error(`${question}: ${await response.text()}`)
        return answers.sentence.parse(await response.json())
      }),
    )
    if (!zh || !en) return ['no answer']
    met.sentences += 6
    met.numbers += zh.numbers.length
    return [...(await faultsInChinese(zh)), ...faultsInEnglish(en)]
  }

  async function faultsOfAll(questions: readonly string[]): Promise<string[]> {
    const faults: string[] = []
    for (const [at, question] of questions.entries())
      if (at % choose.every === 0) faults.push(...(await faultsOfQuestion(question)))
    return faults
  }

  test.each(chosen)('$code: what is said of one region is read back as it is known', async ({ code }) => {
    const { coverage } = answers.indicator.parse(await ask(`/indicators/${code}`))
    const questions = coverage
      .filter(({ region }) => choose.region(region))
      .flatMap(({ region, measure, compilation, basis, periods }) =>
        periods.map((period) => ({ indicator: code, region, measure, compilation, basis, period })),
      )
    expect(await faultsOfAll(asked(questions))).toEqual([])
  })

  test.each(chosen)('$code: what is said of several regions', async ({ code }) => {
    const { coverage } = answers.indicator.parse(await ask(`/indicators/${code}`))
    const placed = coverage.filter(({ region }) => choose.region(region))
    expect(await faultsOfAll(asked(listsOf(code, placed)))).toEqual([])
  })

  test.each(chosen)('$code: every number alone', async ({ code }) => {
    const { observations } = answers.observations.parse(
      await ask(`/observations?indicator=${code}&limit=10000`),
    )
    const shown = observations.filter(({ rank, region }) => rank === 1 && choose.region(region))
    const faults: string[] = []
    for (const point of shown) {
      const { indicator, region, measure, compilation, of } = point
      const fact: SaidNumber = { role: 'figure', indicator, region, measure, compilation, of, point }
      const text = sayFacts([fact], { catalog, language: 'zh' })
      faults.push(...faultsOf(await readSentence(text), [fact], []).map((fault) => `${text} ${fault}`))
      met.sentences++
    }
    expect(faults).toEqual([])
  })
  test.each(chosen)('$code: every derived number alone', async ({ code, coverage: { regions } }) => {
    const places = regions.filter(choose.region)
    const faults: string[] = []
    for (const question of places.length === 0 ? [] : derivedOf(code, places)) {
      const response = await get(`/api/v1/series?${question}`)
      if (response.status === 422) continue
      const { series } = answers.series.parse(await response.json())
      const derived = series.flatMap((each) => each.points.flatMap((point) => factOf(each, point) ?? []))
      for (const fact of derived.filter(({ point }) => point.derived)) {
        const text = sayFacts([fact], { catalog, language: 'zh' })
        faults.push(...faultsOf(await readSentence(text), [fact], []).map((fault) => `${text} ${fault}`))
        met.sentences++
        met.derived++
      }
    }
    expect(faults).toEqual([])
  })
  return met
}

/** What sentences have words for, of what is derived; a share of the nation is asked below it, one of another indicator of it. */
function derivedOf(code: string, regions: readonly string[]): string[] {
  const below = regions.filter((region) => region !== 'CN')
  const shares = [below, regions.filter((region) => region === 'CN')].filter(({ length }) => length > 0)
  return [
    ...shares.map((asked) => `region=${asked}&transform=share`),
    `region=${regions}&transform=yoy`,
    `region=${regions}&transform=decumulate`,
  ].map((rest) => `indicator=${code}&compilation=express,annual&${rest}`)
}

type Question = Readonly<
  Record<'indicator' | 'region' | 'measure' | 'compilation' | 'basis' | 'period', string>
>

/** Each question once; an indicator whose compilations agree is asked of none. */
function asked(questions: readonly Question[]): string[] {
  const written = questions.map(({ compilation, ...rest }) =>
    new URLSearchParams({ ...rest, ...(compilation !== '' && { compilation }) }).toString(),
  )
  return [...new Set(written)]
}

/** As many regions as a briefing sets side by side. */
const wide = 5

/** Of each period the regions in lists of five, and behind each list one without a number. */
function listsOf(indicator: string, coverage: Answer<'indicator'>['coverage']): Question[] {
  const placed = coverage.flatMap(({ periods, ...key }) => periods.map((period) => ({ ...key, period })))
  const groups = groupBy(placed, ({ measure, compilation, basis, period }) =>
    [measure, compilation, basis, period].join('|'),
  )
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    const regions = [...new Set(group.map(({ region }) => region))]
    if (!first || regions.length < 2) return []
    const { measure, compilation, basis, period } = first
    const lists = Array.from({ length: Math.ceil(regions.length / wide) }, (_, at) =>
      regions.slice(at * wide, at * wide + wide),
    )
    return lists.map((list) => ({
      ...{ indicator, measure, compilation, basis, period },
      region: [...list, '810000'].join(','),
    }))
  })
}
