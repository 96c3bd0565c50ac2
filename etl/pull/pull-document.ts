import { findAttachments } from './documents/find-attachments.ts'
import { layDocument } from './documents/lay-document.ts'
import { type Document, readFetched } from './documents/read-fetched.ts'
import type { Item } from './listings/listing.ts'
import type { Pulling } from './pulling.ts'
import { writeState } from './state.ts'
import { FetchFailure } from './visit/fetch-failure.ts'
import type { Validators } from './visit/visitor.ts'

/** A document to ask for: named by the list, offered by a page, or fetched before. */
export interface Wanted extends Item {
  /** The page that offers it. */
  readonly page?: string | undefined
  /** What the link promises. */
  readonly ending?: string | undefined
}

const mostAttachments = 10

/**
 * Fetches a document, and the files that it offers, unless all is as it was.
 * @throws FetchFailure where it cannot be fetched; what the signal says when it stops.
 */
export async function pullDocument(pulling: Pulling, wanted: Wanted): Promise<void> {
  const known = pulling.state.documents[wanted.url]
  const visit = await pulling.visitor.visit(wanted.url, known?.validators)
  if (visit.kind === 'fetched') {
    const document = readFetched(visit, wanted, wanted.ending)
    const isWhole = wanted.page !== undefined || (await pullAttachments(pulling, document, wanted))
    keepDocument(pulling, wanted, document, isWhole ? visit.validators : {})
    return
  }
  if (!known) throw new FetchFailure('答 304，却从未取过')
  pulling.pulled.unchanged++
  const asked = pulling.surroundings.now().toISOString()
  pulling.state.documents[wanted.url] = { ...known, listed: wanted.date, asked }
  writeState(pulling.inbox, pulling.state)
}

/** Lays a document into the inbox unless it says what it said when it was last fetched. */
export function keepDocument(
  { feed, inbox, state, pulled, surroundings }: Pulling,
  wanted: Wanted,
  document: Document,
  validators: Validators,
): void {
  const known = state.documents[wanted.url]
  const now = surroundings.now()
  const isSame = known?.digest === document.digest
  const { file, isNew } = isSame
    ? { file: known.file, isNew: false }
    : layDocument({ inbox, feed, document, fetched: now })
  if (isNew) pulled.laid.push(file)
  else pulled.unchanged++
  state.documents[wanted.url] = {
    feed: feed.name,
    title: wanted.title,
    listed: wanted.date,
    digest: document.digest,
    file,
    validators,
    fetched: isSame ? known.fetched : now.toISOString(),
    asked: now.toISOString(),
    ...(wanted.page === undefined ? {} : { page: wanted.page, ending: document.ending }),
  }
  writeState(inbox, state)
}

/** Fetches the files that a page offers, those that were fetched before left out; says whether all came. */
async function pullAttachments(pulling: Pulling, document: Document, { url }: Wanted): Promise<boolean> {
  const { state, pulled, surroundings } = pulling
  const { offered, unread } = findAttachments(document.page, document.url, document.date)
  const fresh = offered.filter((each) => state.documents[each.url] === undefined)
  if (state.documents[url]?.digest !== document.digest)
    pulled.notes.push(...unread.map((each) => `附件「${each}」的格式不能读，未取`))
  const problems: string[] = []
  for (const each of fresh.slice(0, mostAttachments)) {
    try {
      await pullDocument(pulling, { ...each, title: each.title || document.title, page: url })
    } catch (error) {
      surroundings.signal.throwIfAborted()
      problems.push(`${each.url} ${reasonOf(error)}`)
    }
  }
  if (fresh.length > mostAttachments)
    problems.push(`${url} 有 ${fresh.length} 个附件，只取了 ${mostAttachments} 个`)
  pulled.problems.push(...problems)
  return problems.length === 0
}

/** Why something did not come, in words. */
export const reasonOf = (error: unknown): string =>
  error instanceof FetchFailure ? error.message : `出错（${error instanceof Error ? error.message : error}）`
