import { Decimal } from 'decimal.js'
import type { Catalog } from '#data/catalog/catalog.ts'
import { render } from '#data/language/render/render.ts'
import { printFactId } from '#data/model/fact-id.ts'
import { monthsOf, type Period } from '#data/model/period.ts'
import { methodFormulas, methodWords } from '#data/wording/derived-names.ts'
import type { EvidenceAnswer, PointAnswer } from '#server/answers.ts'
import { citeNumber, citeSource, numberInBibtex, sourceInBibtex } from '#server/exports/about/cite.ts'
import type { FoundFact } from './find-facts.ts'
import { nameFact } from './name-fact.ts'
import { toSourceAnswer } from './name-sources.ts'
import { intervalOfRow, type Row, toPrintedNumber } from './printed-number.ts'
import { breaksOf, type KnownBreak } from './read-breaks.ts'
import { describeStatements } from './read-conflicts.ts'
import { dayInBeijing } from './read-versions.ts'

type Check = EvidenceAnswer['checks'][number]

/** What is known of the version that answers. */
export interface Behind {
  readonly catalog: Catalog
  readonly snapshot: { readonly id: string; readonly published_at: string }
  /** Of every indicator and region there is. */
  readonly breaks: readonly KnownBreak[]
  readonly findingsOf: ReadonlyMap<string, readonly Check[]>
  /** Under which readers come; '' where the operator has not said. */
  readonly site: string
}

/** What stands behind a fact, and behind each that it is made of. */
export function describeEvidence(behind: Behind, found: FoundFact): EvidenceAnswer {
  const { fact, number, statements, parents } = found
  const { indicator, region, basis, measure, compilation, of, transform, indexBase } = fact
  const { shown, others } = describeStatements(behind.catalog, statements)
  return {
    id: printFactId(fact),
    name: nameFact(behind.catalog, fact),
    ...{ indicator, region, basis, measure, compilation, of, transform },
    indexBase: indexBase || null,
    number: numberOf(number),
    place: shown ? placeOf(shown) : null,
    sentence: shown ? sentenceOf(behind.catalog, shown) : null,
    chosenBy: others[0]?.why ?? null,
    others,
    derived: number.derived && {
      ...number.derived,
      words: methodWords[number.derived.method],
      formula: methodFormulas[number.derived.method],
    },
    checks: checksOf(behind, statements),
    breaks: measure === 'level' ? breaksOf(behind.breaks, fact).map(describeBreak) : [],
    citations: citationsOf(behind, found),
    parents: parents.map((each) => describeEvidence(behind, each)),
  }
}

/** The number itself: what else /series says of it stands beside. */
export function numberOf(point: PointAnswer): EvidenceAnswer['number'] {
  const { derived: _, break: __, validFrom: ___, validTo: ____, ...number } = point
  return number
}

const placeOf = ({ id: observation, line, column_number: column, rule, implied }: Row) => ({
  ...{ observation, line, column, rule, implied },
})

/** The words of the document where they are at hand, else the statement in ours. */
function sentenceOf(catalog: Catalog, row: Row): EvidenceAnswer['sentence'] {
  if (row.quote) return { text: row.quote, isQuoted: true }
  const { id, unit, status, qualifier, source } = row
  const { row: _, ...number } = toPrintedNumber(row)
  const observation = {
    ...number,
    ...{ id, unit, status, qualifier, source },
    value: new Decimal(row.value),
    interval: intervalOfRow(row),
    printedValue: row.printed_value,
    printedUnit: row.printed_unit,
  }
  return { text: render([observation], catalog), isQuoted: false }
}

/** Each once, whichever of the statements takes part. */
function checksOf({ findingsOf }: Behind, statements: readonly Row[]): Check[] {
  const all = statements.flatMap(({ id }) => findingsOf.get(id) ?? [])
  return [...new Map(all.map((check) => [check.id, check])).values()]
}

function describeBreak({ kind, reason, before, after }: KnownBreak): EvidenceAnswer['breaks'][number] {
  const { start, end } = monthsOf({ time: 'span', start: before, end: after } satisfies Period)
  return { kind, reason, before: start, after: end }
}

/** The document of a printed number, and the number itself as this version has it. */
function citationsOf(
  { catalog, snapshot, site }: Behind,
  { fact, statements: [shown] }: FoundFact,
): EvidenceAnswer['citations'] {
  const id = printFactId(fact)
  const cited = {
    id: id.replaceAll('~', ':'),
    title: nameFact(catalog, fact),
    address: `${site}/api/v1/evidence/${id}`,
    snapshot: snapshot.id,
    date: snapshot.published_at,
    language: 'zh',
  } as const
  const own = { of: 'number', gbt7714: citeNumber(cited), bibtex: numberInBibtex(cited) } as const
  const source = shown && catalog.sources.get(shown.source)
  if (!source) return [own]
  const document = toSourceAnswer(catalog, source)
  const read = dayInBeijing(snapshot.published_at)
  return [
    {
      of: 'document',
      gbt7714: citeSource(document, 'zh', read),
      bibtex: sourceInBibtex(document, 'zh', read),
    },
    own,
  ]
}
