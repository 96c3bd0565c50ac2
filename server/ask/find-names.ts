import type { Catalog } from '#data/catalog/catalog.ts'
import type { Store } from '#data/store/open-store.ts'
import type { Answer } from '#server/answers.ts'
import type { FindQuery } from '#server/input.ts'
import { findNear } from '#server/near.ts'
import { addressOfIndicator, addressOfRegion } from './address.ts'
import { readerOf, understand } from './ask.ts'
import { combine, type IndicatorNames, scoreIndicators } from './find-indicators.ts'
import { plainText } from './plain-text.ts'
import type { Question } from './question.ts'

/** No name is of a time, so any day does. */
const anyDay = { year: 2000, month: 1 }
const mostShown = 10

/** The indicators, regions and issuers that a few words name or come near to, the nearest first. */
export async function findNames(store: Store, { q }: FindQuery): Promise<Answer<'find'>> {
  const { catalog, snapshot } = store
  const { names } = await readerOf(store)
  const questions = (await understand(store, q, anyDay)).map(({ question }) => question)
  const text = plainText(q)
  const indicators = [
    ...questions.flatMap((question) => namedIn(question, names)),
    ...nearIn(text, catalog.indicators, ({ name, aliases }) => [name.zh, name.en, ...aliases]),
  ]
  const regions = [
    ...questions.flatMap((question) => question.regions),
    ...nearIn(text, catalog.regions, ({ name, fullName, pinyin }) => [
      ...[name.zh, name.en, fullName],
      pinyin.replaceAll(' ', ''),
    ]),
  ]
  return {
    snapshot: snapshot.id,
    indicators: first(indicators).flatMap((code) =>
      describe(catalog.indicators.get(code), addressOfIndicator),
    ),
    regions: first(regions).flatMap((code) => describe(catalog.regions.get(code), addressOfRegion)),
    issuers: issuersIn(catalog, questions),
  }
}

const first = (codes: readonly string[]) => [...new Set(codes)].slice(0, mostShown)

interface Entry {
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
}

const describe = (entry: Entry | undefined, addressOf: (code: string) => { readonly page: string }) =>
  entry ? [{ code: entry.code, name: entry.name, page: addressOf(entry.code).page }] : []

/** The indicators whose names have all the concepts of a mention, the nearest first. */
function namedIn({ mentions }: Question, names: IndicatorNames): string[] {
  const scored = mentions.flatMap(({ concepts, may }) => {
    const all = concepts.length > 0 ? concepts : may.map((each) => [each])
    return combine(all).flatMap((senses) => scoreIndicators(new Set(senses.flat()), names))
  })
  const codes = scored.toSorted((a, b) => a.far - b.far).map(({ code }) => code)
  return [...mentions.flatMap((mention) => mention.names), ...codes]
}

function nearIn<Named>(
  text: string,
  entries: ReadonlyMap<string, Named>,
  namesOf: (entry: Named) => readonly string[],
): string[] {
  const words = [...entries].map(([code, entry]) => ({ thing: code, words: [code, ...namesOf(entry)] }))
  return findNear(text, words)
}

/** The issuers named, with how many documents each has. */
function issuersIn({ issuers, sources }: Catalog, questions: readonly Question[]): Answer<'find'>['issuers'] {
  const named = first(questions.flatMap((question) => question.issuers))
  return named.flatMap((code) => {
    const issuer = issuers.get(code)
    const count = [...sources.values()].filter((source) => source.issuers.includes(code)).length
    return issuer
      ? [{ name: issuer.name, documents: count, page: `/sources?q=${encodeURIComponent(code)}` }]
      : []
  })
}
