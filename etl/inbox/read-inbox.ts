import type { Catalog } from '#data/catalog/catalog.ts'
import { toLexicon } from '#data/language/lexicon.ts'
import { BadInput } from '#data/model/bad-input.ts'
import type { DocumentFacts } from '#data/model/document-facts.ts'
import type { Text } from '#data/model/language.ts'
import { factsOfName } from '../facts/facts-of-name.ts'
import { factsOfSidecar } from '../facts/facts-of-sidecar.ts'
import type { KnownFigures } from '../facts/known-figures.ts'
import { type Knowledge, readWithFacts } from '../facts/read-with-facts.ts'
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
  /** The decisions, by document. */
  readonly review: ReadonlyMap<string, Review>
  /** The curated figures. */
  readonly known: KnownFigures
  readonly onFile?: (name: string) => void
}

/** A file that gave no document: why, or which other has the same content. */
interface UnreadFile {
  readonly name: string
  readonly state: 'unreadable' | 'same'
  readonly reason: Text
}

export interface InboxReading {
  readonly documents: readonly InboxDocument[]
  readonly unread: readonly UnreadFile[]
  /** Decisions whose number is no longer there, or of a document that is not. */
  readonly stale: readonly string[]
}

/** Reads all documents of the inbox; one that cannot be read stops nothing. */
export async function readInbox(options: InboxOptions): Promise<InboxReading> {
  const { catalog, review, known } = options
  const knowledge: Knowledge = { lexicon: toLexicon(catalog), known: () => known }
  const documents: InboxDocument[] = []
  const unread: UnreadFile[] = []
  const stale: string[] = []
  const seen = new Set<string>()
  const names = new Map<string, string>()
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
      const decided = applyReview(await readFile({ file, id, bytes }, options, knowledge), review.get(id))
      names.set(id, file.name)
      documents.push(decided.document)
      stale.push(...decided.stale)
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      unread.push({ name: file.name, state: 'unreadable', reason: reasonOf(error, file) })
    }
  }
  for (const [id, { decisions, facts }] of review)
    if (!seen.has(id))
      stale.push(...placesOf(decisions, facts).map((place) => `${place} 文件 ${id} 不在收件箱中`))
  return { documents, unread, stale }
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
  { catalog, review }: InboxOptions,
  knowledge: Knowledge,
): Promise<InboxDocument> {
  const missing = missingBeside(file.name)
  if (missing !== undefined) throw badFile(file.name, problems.loneSidecar(missing))
  const sidecar = readSidecar(file.path)
  const document = await readDocument(bytes, file.path)
  const given = {
    ...factsOfName(file.name.split('/').at(-1) ?? ''),
    ...factsOfSidecar(file.path, catalog),
    ...review.get(id)?.facts,
  }
  const reading = readWithFacts({ ...document, id }, given, knowledge)
  return toInboxDocument({ id, name: file.name, sidecar, reading, unread: document.unread, catalog })
}
