import type { Catalog } from '#data/catalog/catalog.ts'
import type { DocumentFacts, Fact, FactName, FactOrigin } from '#data/model/document-facts.ts'
import { issuerNamed } from '#data/model/issuer.ts'
import type { Document } from '../document.ts'
import {
  type ArticleReading,
  type ExtractedDocument,
  type ExtractedRefusal,
  type ExtractedRow,
  extractDocument,
} from '../extract/extract-document.ts'
import type { GivenFacts } from '../extract/given-facts.ts'
import type { RefusedBecause } from '../extract/refusal.ts'
import {
  compilationOfAgreement,
  type Knowledge,
  toObservations,
  unitOfAgreement,
  yearOfAgreement,
} from './agreement.ts'
import { yearOfBases, yearOfOpening } from './year-of-text.ts'

/** A number that was read but for one fact of its document. */
export interface WaitingRow {
  readonly lacks: FactName
  readonly row: ExtractedRow
}

/** An article, what was read from it, and what waits for a fact. */
export interface FactualReading extends ArticleReading {
  readonly waiting: readonly (WaitingRow | WaitingRefusal)[]
}

/** A number that nobody can read before the fact is known. */
export interface WaitingRefusal {
  readonly lacks: FactName
  readonly refusal: ExtractedRefusal
}

export interface ReadingOfDocument {
  readonly facts: DocumentFacts
  readonly articles: readonly FactualReading[]
}

/**
 * Reads a document with what is known of it beside its text. A missing year is inferred from the base years of its
 * comparisons, else from agreement with published figures, as is a missing compilation; what still lacks a fact waits
 * for it.
 * @param known facts from options, review, sidecar and file name.
 */
export function readWithFacts(
  document: Document,
  known: DocumentFacts,
  knowledge: Knowledge,
): ReadingOfDocument {
  const { facts, articles } = readDated(document, known, knowledge)
  if (facts.compilation) return { facts, articles }
  const rows = articles.flatMap((article) => article.rows)
  const compilation = compilationOfAgreement(rows, knowledge)
  return { facts: compilation ? { ...facts, compilation } : facts, articles }
}

function readDated(document: Document, known: DocumentFacts, knowledge: Knowledge): ReadingOfDocument {
  const { lexicon } = knowledge
  const readAs = (facts: DocumentFacts, published?: string, isRead?: (article: number) => boolean) => {
    const given = toGiven(facts, document, lexicon.catalog)
    return extractDocument(document, lexicon, { ...given, ...(published ? { published } : {}) }, isRead)
  }
  const said = { ...known, ...statedFacts(document), ...believedOf(known) }
  const first = readAs(said)
  const unit = unitOfAgreement(first, (unit) => readAs({ ...said, unit }), knowledge)
  const facts = unit ? { ...said, unit } : said
  const plain = unit ? readAs(facts) : first
  const undated = undatedOf(plain)
  if (undated.size === 0) return finish(plain, facts, [])
  const read = (published: string) => readAs(facts, published, (article) => undated.has(article))
  const year = yearOf(facts)
  if (year !== undefined) return finish(plain, facts, added(plain, read(endOf(year))))
  const hanging = added(plain, read(endOf(String(assumedYear))))
  if (hanging.every((rows) => rows.length === 0)) return finish(plain, facts, hanging)
  const inferred = yearOfOpening(document) ?? yearOfBases(document) ?? byAgreement(hanging, knowledge)
  if (!inferred) return finish(plain, facts, hanging)
  const dated = merge(plain, read(inferred.value))
  return finish(dated, { ...facts, year: inferred }, added(dated, read(endOf(inferred.value))))
}

/** The year that a text is read as of while its own is unknown: any will do, as its periods move with it. */
const assumedYear = 2024

/** The last day of a year: what its text may call 目前 is then of its December. */
const endOf = (year: string) => `${year}-12-31`

const yearOf = ({ date, year }: DocumentFacts) => (date ?? year)?.value.slice(0, 4)

/** Origins that stand above what the text of an only article says. */
const believed = new Set<FactOrigin>(['option', 'review', 'sidecar'])

const believedOf = (known: DocumentFacts): DocumentFacts =>
  Object.fromEntries(Object.entries(known).filter(([, { origin }]) => believed.has(origin)))

function toGiven(facts: DocumentFacts, { articles }: Document, catalog: Catalog): GivenFacts {
  const give = (fact: Fact | undefined, isSaid: boolean) =>
    fact && (believed.has(fact.origin) || !isSaid) ? fact.value : undefined
  const [only, ...others] = articles
  const isOnly = others.length === 0
  return {
    published: give(facts.date ?? facts.year, isOnly && only?.published !== ''),
    issuer: give(facts.issuer, isOnly && only?.publisher !== ''),
    place: facts.place && believed.has(facts.place.origin) ? facts.place.value : undefined,
    issuerPlace: placeOfIssuer(facts.issuer, catalog),
    ...(facts.indicator ? { indicator: facts.indicator.value } : {}),
    ...(facts.unit ? { unit: facts.unit.value } : {}),
    ...(facts.period ? { period: facts.period.value } : {}),
  }
}

/** A provincial office speaks of its own province, whether it is known beside the text or named in it. */
function placeOfIssuer(issuer: Fact | undefined, { issuers }: Catalog): string | undefined {
  if (!issuer || !(believed.has(issuer.origin) || issuer.origin === 'stated')) return undefined
  const place = issuerNamed(issuer.value, issuers)?.place
  return place === 'CN' ? undefined : place
}

/** What the text of an only article says of itself. */
function statedFacts({ articles }: Document): DocumentFacts {
  const [only, ...others] = articles
  if (!only || others.length > 0) return {}
  const stated = (value: string): Fact => ({ value, origin: 'stated', because: only.title })
  return {
    ...(only.published ? { date: stated(only.published) } : {}),
    ...(only.publisher ? { issuer: stated(only.publisher) } : {}),
  }
}

const isUndated = ({ because }: ExtractedRefusal) => because === 'no-period'

/** The numbers of the articles in which a period was not found, and that no date is known of. */
function undatedOf({ articles }: ExtractedDocument): Set<number> {
  const mayLackDate = ({ article, refusals }: ArticleReading) =>
    article.published.length < 7 && refusals.some(isUndated)
  return new Set(articles.flatMap((reading, at) => (mayLackDate(reading) ? [at] : [])))
}

/** Where a number stands: the place of its digits, or its line where no more is known. */
const placeOfRow = ({ line, column }: ExtractedRow) => `${line}:${column}`
const placeOfRefusal = ({ line, number }: ExtractedRefusal) => `${line}:${number?.column ?? ''}`

/** By article, the rows of a reading at places where another found no period. */
type Added = readonly (readonly ExtractedRow[])[]

function added(without: ExtractedDocument, dated: ExtractedDocument): Added {
  return without.articles.map(({ article, refusals }, at) => {
    if (article.published.length >= 7) return []
    const undated = new Set(refusals.filter(isUndated).map(placeOfRefusal))
    const rows = dated.articles[at]?.rows ?? []
    return rows.filter((row) => undated.has(placeOfRow(row)))
  })
}

/** What was read without the year stays; the year adds to it. */
function merge(plain: ExtractedDocument, dated: ExtractedDocument): ExtractedDocument {
  const more = added(plain, dated)
  const articles = plain.articles.map((reading, at): ArticleReading => {
    const rows = more[at] ?? []
    const places = new Set(rows.map(placeOfRow))
    return {
      ...reading,
      rows: [...reading.rows, ...rows].toSorted(inTextOrder),
      refusals: reading.refusals.filter((each) => !(isUndated(each) && places.has(placeOfRefusal(each)))),
    }
  })
  return {
    articles,
    rows: articles.flatMap(({ rows }) => rows),
    refusals: articles.flatMap(({ refusals }) => refusals),
  }
}

const inTextOrder = (a: ExtractedRow, b: ExtractedRow) =>
  Number(a.line) - Number(b.line) || Number(a.column) - Number(b.column)

function byAgreement(hanging: Added, { lexicon, known }: Knowledge): Fact | undefined {
  const observations = toObservations(hanging.flat(), lexicon.catalog)
  return observations.length > 0 ? yearOfAgreement(observations, assumedYear, known()) : undefined
}

/** Refusals that a fact would turn into a reading. */
const lackedBy: { readonly [Because in RefusedBecause]?: FactName } = { 'no-region': 'place' }

/** What hangs on a fact leaves the refusals and waits. */
function finish({ articles }: ExtractedDocument, facts: DocumentFacts, undated: Added): ReadingOfDocument {
  return {
    facts,
    articles: articles.map((reading, at): FactualReading => {
      const rows = undated[at] ?? []
      const places = new Set(rows.map(placeOfRow))
      const isDated = (refusal: ExtractedRefusal) => isUndated(refusal) && places.has(placeOfRefusal(refusal))
      const lackOf = ({ because, lacks: lack }: ExtractedRefusal) => {
        const lacks = lack?.fact ?? lackedBy[because]
        return lacks !== undefined && lacks !== 'nothing' && facts[lacks] === undefined ? lacks : undefined
      }
      const waiting = reading.refusals.flatMap((refusal): WaitingRefusal[] => {
        const lacks = isDated(refusal) ? undefined : lackOf(refusal)
        return lacks ? [{ lacks, refusal }] : []
      })
      const taken = new Set(waiting.map(({ refusal }) => refusal))
      return {
        ...reading,
        refusals: reading.refusals.filter((each) => !isDated(each) && !taken.has(each)),
        waiting: [...rows.map((row): WaitingRow => ({ lacks: 'date', row })), ...waiting],
      }
    }),
  }
}
