import type { Catalog } from '#data/catalog/catalog.ts'
import type { Issuer } from '#data/model/issuer.ts'
import type { Observation } from '#data/model/observation.ts'
import { periodOfYearEnd } from '#data/model/period.ts'
import type { Ranked } from '#data/model/precedence.ts'
import { type Checked, isStopping } from '../check/check-figures.ts'
import { parentsOf } from '../check/find-contradictions.ts'
import type { Finding } from '../check/settle.ts'
import type { Knowledge } from '../doubts/doubter.ts'
import { findDoubts } from '../doubts/index.ts'
import { toObservation } from '../normalize/to-observation.ts'
import { noDuplicates, sift } from '../validate.ts'
import { holdRow } from './apply-review.ts'
import { documentPrefix, type Held, type InboxDocument, type InboxRow } from './inbox.ts'

/** Rows of documents, parted into what can be published and what is held. */
export interface Judged {
  readonly rowOf: ReadonlyMap<Observation, InboxRow>
  readonly held: readonly Held[]
}

/**
 * Holds the rows of documents whose compilation nobody knows, those that cannot stand, and those that something speaks
 * against, unless a person has accepted them.
 */
export function judgeInbox(read: readonly InboxDocument[], knowledge: Knowledge): Judged {
  const documents = read.map((document) => waitForCompilation(document, knowledge.catalog))
  const sifted = sift(
    documents.flatMap(({ rows }) => rows),
    knowledge.catalog,
    [noDuplicates],
  )
  const rowOf = new Map(sifted.rowOf)
  const held: Held[] = [
    ...documents.flatMap((document) => document.held),
    ...sifted.refused.map(({ row, why }) =>
      holdRow(row, { fate: 'refused', because: why.reason, detail: why.detail }),
    ),
  ]
  for (const [figure, { doubt, detail }] of findDoubts([...rowOf.keys()], knowledge)) {
    const row = rowOf.get(figure)
    if (!row || row.accepted) continue
    held.push(holdRow(row, { fate: 'waiting', because: doubt, detail }))
    rowOf.delete(figure)
  }
  return { rowOf, held }
}

/** The catalogue with the articles of documents, and those issuers of them that it does not know. */
export function withSources(catalog: Catalog, documents: readonly InboxDocument[]): Catalog {
  const sources = documents.flatMap((document) => document.sources)
  return {
    ...catalog,
    issuers: new Map([...sources.flatMap(({ issuers }) => issuers.map(unknownIssuer)), ...catalog.issuers]),
    sources: new Map([...catalog.sources, ...sources.map((source) => [source.id, source] as const)]),
  }
}

const unknownIssuer = (name: string): [string, Issuer] => [
  name,
  { name: { zh: name, en: name }, aliases: [] },
]

/** Fewer provinces side by side are those that a release names. */
const fewestProvinces = 3

/**
 * A document whose tables give provinces in whole years, of indicators that have several compilations, holds these
 * numbers until somebody knows of which compilation they are: annual tables look like those of the monthly statistics.
 * Prose is taken as express.
 */
function waitForCompilation(document: InboxDocument, catalog: Catalog): InboxDocument {
  if (document.facts.compilation) return document
  const rows = document.rows.filter((row) => mayBeOfEither(row, catalog))
  const levels = rows.filter(({ row }) => row.measure === 'level').map(({ row }) => row.region)
  const provinces = new Set(levels.filter((code) => catalog.regions.get(code)?.kind === 'province'))
  if (provinces.size < fewestProvinces) return document
  const waiting = new Set(rows)
  const why = { fate: 'waiting', because: 'lacks-compilation', detail: '' } as const
  return {
    ...document,
    rows: document.rows.filter((row) => !waiting.has(row)),
    held: [...document.held, ...rows.map((row) => holdRow(row, why))],
  }
}

function mayBeOfEither(read: InboxRow, catalog: Catalog): boolean {
  const { compilations = [] } = catalog.indicators.get(read.row.indicator) ?? {}
  if (compilations.length < 2 || isOfProse(read.row)) return false
  const figure = toObservation(read, catalog)
  return !('reason' in figure) && periodOfYearEnd(figure.period) !== undefined
}

/** A row that a person has mended has no rule: where its document lacks the compilation, it does too. */
const isOfProse = ({ rule }: InboxRow['row']) => rule !== undefined && rule !== 'table'

/** All figures held against each other, with those rows of documents that may be published. */
interface Settled {
  readonly observations: readonly Ranked[]
  readonly checked: Checked
  readonly rows: readonly InboxRow[]
  readonly held: readonly Held[]
}

const isOfDocument = ({ source }: Observation) => source.startsWith(documentPrefix)

const isOfInbox = ({ claim }: Finding) => parentsOf(claim).some(isOfDocument)

/** What stops publication: a stopping finding that takes in figures of documents holds those back, never the build. */
export const stopsBuild = (finding: Finding): boolean => isStopping(finding) && !isOfInbox(finding)

/**
 * Holds the rows that stand in a hard finding nobody has explained until there is none; a row that a person has accepted
 * stays, and its finding is open for all to see.
 * @param check all figures with those of documents.
 */
export function settleInbox(
  judged: Judged,
  check: (documents: readonly Observation[]) => Pick<Settled, 'observations' | 'checked'>,
): Settled {
  const rowOf = new Map(judged.rowOf)
  const held = [...judged.held]
  for (;;) {
    const checked = check([...rowOf.keys()])
    const contradicting = contradictingRows(checked.checked, rowOf)
    if (contradicting.size === 0) return { ...checked, rows: [...rowOf.values()], held }
    for (const [figure, { row, finding }] of contradicting) {
      held.push(holdRow(row, { fate: 'waiting', because: 'breaks-identity', detail: finding.id }))
      rowOf.delete(figure)
    }
  }
}

function contradictingRows({ findings }: Checked, rowOf: Judged['rowOf']) {
  const figures = new Map([...rowOf].map(([figure, row]) => [figure.id, { figure, row }] as const))
  const found = new Map<Observation, { row: InboxRow; finding: Finding }>()
  for (const finding of findings.filter(isStopping)) {
    for (const { id } of parentsOf(finding.claim)) {
      const known = figures.get(id)
      if (known && !known.row.accepted) found.set(known.figure, { row: known.row, finding })
    }
  }
  return found
}
