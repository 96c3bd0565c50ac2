import type { Catalog } from '#data/catalog/catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { BadInput } from '#data/model/bad-input.ts'
import type { DocumentFacts } from '#data/model/document-facts.ts'
import type { Text } from '#data/model/language.ts'
import type { Knowledge } from '../facts/agreement.ts'
import { factsOfName } from '../facts/facts-of-name.ts'
import type { KnownFigures } from '../facts/known-figures.ts'
import { readWithFacts } from '../facts/read-with-facts.ts'
import { factsOfSidecar } from '../facts/told-facts.ts'
import { readSidecar } from '../sidecar.ts'
import { badFile, problems } from '../sources/problems.ts'
import { readBytes } from '../sources/read-bytes.ts'
import { readDocument } from '../sources/read-document.ts'
import { applyReview } from './apply-review.ts'
import type { InboxDocument } from './inbox.ts'
import { contentId, type InboxFile, listDocuments, missingBeside } from './list-documents.ts'
import type { Decision, Review } from './review.ts'
import { toInboxDocument } from './to-inbox-document.ts'

export interface InboxOptions {
  /** The folder with the documents. */
  readonly folder: string
  readonly catalog: Catalog
  /** What a person has said of them, by document: here the facts count. */
  readonly review: ReadonlyMap<string, Review>
  /** The curated figures. */
  readonly known: KnownFigures
  readonly onFile?: (name: string) => void
  /** What was read before of the same content, name and facts, against the same figures and catalogue; what is read is added. */
  readonly kept?: Map<string, InboxDocument>
}

/** A file that gave no document: why, or which other has the same content. */
interface UnreadFile {
  readonly name: string
  readonly state: 'unreadable' | 'same'
  readonly reason: Text
}

/** The files of the inbox as they were read, before anybody decides on a number. */
export interface InboxFiles {
  readonly documents: readonly InboxDocument[]
  readonly unread: readonly UnreadFile[]
  /** The ids of all contents that are there, read or not. */
  readonly seen: ReadonlySet<string>
}

/** The same as a person has decided on it. */
export interface InboxReading extends Pick<InboxFiles, 'documents' | 'unread'> {
  /** Decisions whose number is no longer there, or of a document that is not. */
  readonly stale: readonly string[]
}

/** Reads all documents of the inbox; one that cannot be read stops nothing. */
export async function readInbox(options: InboxOptions): Promise<InboxFiles> {
  const { catalog, known } = options
  const knowledge = { lexicon: toLexicon(catalog), known: () => known }
  const documents: InboxDocument[] = []
  const unread: UnreadFile[] = []
  const names = new Map<string, string>()
  const seen = new Set<string>()
  for (const file of listDocuments(options.folder)) {
    options.onFile?.(file.name)
    try {
      const bytes = readBytes(file.path)
      const id = contentId(bytes)
      seen.add(id)
      const same = names.get(id)
      if (same !== undefined) {
        unread.push({ name: file.name, state: 'same', reason: { zh: same, en: same } })
        continue
      }
      const document = await readFile({ file, id, bytes }, options, knowledge)
      names.set(id, file.name)
      documents.push(document)
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      unread.push({ name: file.name, state: 'unreadable', reason: reasonOf(error, file) })
    }
  }
  return { documents, unread, seen }
}

/** Applies the decisions of a person to what was read. */
export function decideInbox(
  { documents, unread, seen }: InboxFiles,
  review: ReadonlyMap<string, Review>,
): InboxReading {
  const decided = documents.map((document) => applyReview(document, review.get(document.id)))
  const stale = decided.flatMap((each) => each.stale)
  for (const [id, { decisions, facts }] of review)
    if (!seen.has(id))
      stale.push(...placesOf(decisions, facts).map((place) => `${place} 文件 ${id} 不在收件箱中`))
  return { documents: decided.map(({ document }) => document), unread, stale }
}

const placesOf = (decisions: readonly Decision[], facts: DocumentFacts) => [
  ...decisions.map(({ place }) => place),
  ...Object.values(facts).map(({ because }) => because),
]

/** Why a file was not read, without its name. */
function reasonOf({ message, en }: BadInput, { path, name }: InboxFile): Text {
  const zh = message.replace(`${path}: `, '').replace(`${name}: `, '')
  return { zh, en: en ?? zh }
}

/** A file with its content. */
interface Opened {
  readonly file: InboxFile
  readonly id: string
  readonly bytes: Uint8Array
}

async function readFile(
  { file, id, bytes }: Opened,
  { catalog, review, kept }: InboxOptions,
  knowledge: Knowledge,
): Promise<InboxDocument> {
  const missing = missingBeside(file.name)
  if (missing !== undefined) throw badFile(file.name, problems.loneSidecar(missing))
  const sidecar = readSidecar(file.path)
  const given = {
    ...factsOfName(file.name.split('/').at(-1) ?? ''),
    ...factsOfSidecar(file.path, catalog),
    ...review.get(id)?.facts,
  }
  const key = JSON.stringify([id, file.name, given, sidecar])
  const before = kept?.get(key)
  if (before) return before
  const document = await readDocument(bytes, file.path)
  const reading = readWithFacts({ ...document, id }, given, knowledge)
  const { unread } = document
  const read = toInboxDocument({ id, name: file.name, sidecar, reading, unread, catalog })
  kept?.set(key, read)
  return read
}
