import { readFileSync } from 'node:fs'
import type { Catalog } from '#data/catalog/catalog.ts'
import { BadInput } from '#data/model/bad-input.ts'
import type { DocumentFacts, Fact, FactName } from '#data/model/document-facts.ts'
import type { Observation } from '#data/model/observation.ts'
import { toLexicon } from '../extract/lexicon.ts'
import { factsOfName } from '../facts/facts-of-name.ts'
import type { KnownFigures } from '../facts/known-figures.ts'
import { type Knowledge, readWithFacts } from '../facts/read-with-facts.ts'
import { assumedYear } from '../facts/year-of-agreement.ts'
import { readSidecar, type Sidecar, sidecarOf } from '../sidecar.ts'
import { readDocument } from '../sources/read-document.ts'
import { applyReview } from './apply-review.ts'
import type { InboxDocument } from './inbox.ts'
import { contentId, type InboxFile, listDocuments } from './list-documents.ts'
import type { Review } from './review.ts'
import { toInboxDocument } from './to-inbox-document.ts'

export interface InboxOptions {
  /** The folder with the documents. */
  readonly folder: string
  readonly catalog: Catalog
  /** The decisions, by document. */
  readonly review: ReadonlyMap<string, Review>
  /** The curated figures, and the same for look-ups. */
  readonly curated: readonly Observation[]
  readonly known: KnownFigures
  readonly onFile?: (name: string) => void
}

/** A file that gave no document: why, or which other has the same content. */
export interface UnreadFile {
  readonly name: string
  readonly state: 'unreadable' | 'same'
  readonly reason: string
}

export interface InboxReading {
  readonly documents: readonly InboxDocument[]
  readonly unread: readonly UnreadFile[]
  /** Decisions whose number is no longer there, or of a document that is not. */
  readonly stale: readonly string[]
}

/** Reads all documents of the inbox; one that cannot be read stops nothing. */
export async function readInbox(options: InboxOptions): Promise<InboxReading> {
  const { catalog, review, known, curated } = options
  const knowledge: Knowledge = { lexicon: toLexicon(catalog), known, assumedYear: assumedYear(curated) }
  const documents: InboxDocument[] = []
  const unread: UnreadFile[] = []
  const stale: string[] = []
  const names = new Map<string, string>()
  for (const file of listDocuments(options.folder)) {
    options.onFile?.(file.name)
    try {
      const id = contentId(file)
      const same = names.get(id)
      if (same !== undefined) {
        unread.push({ name: file.name, state: 'same', reason: same })
        continue
      }
      names.set(id, file.name)
      const decided = applyReview(await readFile(file, id, options, knowledge), review.get(id))
      documents.push(decided.document)
      stale.push(...decided.stale)
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      unread.push({ name: file.name, state: 'unreadable', reason: withoutName(error.message, file) })
    }
  }
  for (const [id, { decisions, facts }] of review)
    if (!names.has(id))
      stale.push(...[...decisions, ...facts].map(({ place }) => `${place} 文件 ${id} 不在收件箱中`))
  return { documents, unread, stale }
}

const withoutName = (message: string, { path, name }: InboxFile) =>
  message.replace(`${path}: `, '').replace(`${name}: `, '')

async function readFile(
  file: InboxFile,
  id: string,
  { catalog, review }: InboxOptions,
  knowledge: Knowledge,
): Promise<InboxDocument> {
  const sidecar = readSidecar(file.path)
  const document = await readDocument(readFileSync(file.path), file.path)
  const given = {
    ...factsOfName(file.name.split('/').at(-1) ?? ''),
    ...(sidecar ? factsOfSidecar(sidecar, file, catalog) : {}),
    ...factsOfReview(review.get(id)),
  }
  const reading = readWithFacts({ ...document, id }, given, knowledge)
  return toInboxDocument({ id, name: file.name, sidecar, reading, unread: document.unread, catalog })
}

const factsOfReview = (review: Review | undefined): DocumentFacts =>
  Object.fromEntries(
    (review?.facts ?? []).map(({ fact, value, place }) => [
      fact,
      { value, origin: 'review', because: place } satisfies Fact,
    ]),
  )

/** @throws BadInput for a region that the catalogue lacks. */
function factsOfSidecar(sidecar: Sidecar, { path }: InboxFile, { regions }: Catalog): DocumentFacts {
  const { date, year, issuer, region, compilation, indicator, unit } = sidecar
  const because = sidecarOf(path)
  const place = region === undefined ? undefined : placeNamed(region, regions, because)
  const values: Partial<Record<FactName, string | undefined>> = {
    date,
    year,
    issuer,
    place,
    compilation,
    indicator,
    unit,
  }
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, { value, origin: 'sidecar', because } satisfies Fact]],
    ),
  )
}

/** The code of a region by its code or name. */
export function placeNamed(region: string, regions: Catalog['regions'], where: string): string {
  const found = [...regions.values()].find(
    ({ code, name, aliases }) => code === region || name.zh === region || aliases.includes(region),
  )
  if (!found)
    throw new BadInput(`${where}: 地区「${region}」不在目录中，可写代码（如 520000）或名称（如 贵州）`)
  return found.code
}
