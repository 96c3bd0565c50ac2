import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCatalog } from '#data/catalog/read-catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import type { Manner } from '#data/language/render/render.ts'
import type { Indicator } from '#data/model/indicator.ts'
import { measureCodes } from '#data/model/measure.ts'
import { qualifiers, statuses } from '#data/model/observation.ts'
import { respell } from '#data/model/unit.ts'
import { toObservation } from '#etl/normalize/to-observation.ts'
import { readObservations } from '#etl/read-observations.ts'
import { type Case, compound, legalMeasures, list, single } from './support/legal-observations.ts'
import { readBack, tell, toLines } from './support/tell-and-read.ts'

const catalog = readCatalog('data/catalog')
const lexicon = toLexicon(catalog)
const indicators = [...catalog.indicators.values()]
const any = (make: typeof single) =>
  fc.constantFrom(...indicators).chain((indicator) => make(catalog, indicator))

/** Indicators that cannot make the round trip, each with the reason. There are none; keep it so. */
const excused: Readonly<Record<string, string>> = {}
const told = indicators.filter(({ code }) => !(code in excused))

const title = '数字产业运行情况'

async function expectRoundTrip({ rows, published }: Case, manner?: Manner): Promise<void> {
  const sentences = tell(rows, catalog, manner)
  const read = await readBack(sentences, { published, title }, lexicon)
  expect(toLines(read), sentences).toEqual(toLines(rows))
}

const roundTrip = (cases: fc.Arbitrary<Case>, parameters: fc.Parameters<[Case]>) =>
  fc.assert(
    fc.asyncProperty(cases, (each) => expectRoundTrip(each)),
    parameters,
  )

const seed = 20_240_531

describe('what is rendered is read back as the same observations', () => {
  test.each(told.map((indicator): [string, Indicator] => [indicator.code, indicator]))(
    '%s: one statement, several of one subject, several regions',
    async (_, indicator) => {
      const own = { seed: seed + indicators.indexOf(indicator) }
      await roundTrip(single(catalog, indicator), { ...own, numRuns: 12 })
      await roundTrip(compound(catalog, indicator), { ...own, numRuns: 8 })
      await roundTrip(list(catalog, indicator), { ...own, numRuns: 4 })
    },
  )

  test('whatever name of its own the catalogue has for an indicator', async () => {
    for (const [at, indicator] of indicators.entries()) {
      for (const subject of indicator.aliases) {
        for (const each of fc.sample(compound(catalog, indicator), { seed: seed + at, numRuns: 2 }))
          await expectRoundTrip(each, { nation: '我国', subject })
      }
    }
  })

  test.each([
    ['paragraphs', '\n\n'],
    ['sentences of one paragraph', ''],
  ])('several %s, which do not touch each other', async (_, between) => {
    const cases = fc.array(fc.oneof(any(compound), any(list)), { minLength: 2, maxLength: 6 })
    const property = fc.asyncProperty(cases, (some) => expectArticle(some, between))
    await fc.assert(property, { seed, numRuns: 150 })
  })

  test('a text of the nation whose title states the year leaves both out', async () => {
    const cases = any(single).filter(({ rows: [row] }) => row?.status === 'actual' && row.region === 'CN')
    await fc.assert(fc.asyncProperty(cases, expectLeftOut), { seed, numRuns: 200 })
  })
})

/** Preliminary figures make the whole article preliminary, and the day of publication is one for all. */
async function expectArticle(cases: readonly Case[], between: string): Promise<void> {
  const actual = cases.filter(({ rows }) => rows[0]?.status === 'actual')
  const published = actual
    .map((each) => each.published)
    .sort()
    .at(-1)
  if (published === undefined) return
  const sentences = actual.map(({ rows }) => tell(rows, catalog)).join(between)
  const read = await readBack(sentences, { published, title }, lexicon)
  expect(toLines(read), sentences).toEqual(toLines(actual.flatMap(({ rows }) => rows)))
}

async function expectLeftOut({ rows, published }: Case): Promise<void> {
  const year = Number(rows[0]?.period.slice(0, 4))
  const sentence = tell(rows, catalog, { nation: '', year })
  const read = await readBack(sentence, { published, title: `${year}年${title}` }, lexicon)
  expect(toLines(read), sentence).toEqual(toLines(rows))
}

describe('the figures that were collected', () => {
  const collected = readObservations('data/observations', catalog).flatMap(({ source, row }) => {
    const read = toObservation({ id: '', source, file: '', line: 0, row }, catalog)
    const unit = catalog.units.get(catalog.indicators.get(row.indicator)?.unit ?? '')
    const spelled = {
      ...row,
      unit: row.measure === 'level' && unit ? respell(row.unit, unit) : row.unit,
    }
    return 'reason' in read || row.status !== 'actual' ? [] : [{ source, row: spelled }]
  })
  const sources = [...new Set(collected.map(({ source }) => source))]

  test.each(sources)('of %s make the round trip', async (source) => {
    const rows = collected.filter((each) => each.source === source).map(({ row }) => row)
    const published = '2026-10-20'
    const sentences = tell(rows, catalog).replaceAll('。', '。\n\n')
    const read = await readBack(sentences, { published, title }, lexicon)
    expect(new Set(toLines(read))).toEqual(new Set(toLines(rows)))
  })
})

describe('the cases cover what there is', () => {
  const rows = told.flatMap((indicator, at) =>
    fc.sample(single(catalog, indicator), { seed: seed + at, numRuns: 20 }).flatMap((each) => each.rows),
  )
  const seen = (column: 'indicator' | 'measure' | 'status' | 'qualifier' | 'unit') =>
    new Set(rows.map((row) => row[column]))

  test('at least 3,000 statements are told', () => expect(told.length * (12 + 8 + 4)).toBeGreaterThan(3000))
  test('every indicator', () => expect(seen('indicator').size).toBe(indicators.length))
  test('every measure', () => expect([...seen('measure')].sort()).toEqual([...measureCodes].sort()))
  test('every status', () => expect([...seen('status')].sort()).toEqual([...statuses].sort()))
  test('every qualifier', () => expect([...seen('qualifier')].sort()).toEqual([...qualifiers].sort()))
  test('every indicator has measures', () => {
    for (const indicator of told) expect(legalMeasures(indicator).length).toBeGreaterThan(0)
  })
  test('every form of period', () => {
    const forms = [/^\d{4}$/, /^\d{4}-\d{2}$/, /^\d{4}-Q\d$/, /^\d{4}-01\/\d{4}-\d{2}$/]
    for (const form of forms) expect(rows.some(({ period }) => form.test(period))).toBe(true)
  })
})
