import type { Feed } from '#data/catalog/feed.ts'
import { decode } from '#etl/sources/text/decode.ts'
import { digestOf } from './documents/read-fetched.ts'
import type { Item } from './listings/listing.ts'
import { readListing } from './listings/read-listing.ts'
import { keepDocument, pullDocument, reasonOf, type Wanted } from './pull-document.ts'
import { nothingPulled, type Pulled, type Pulling } from './pulling.ts'
import { type FeedState, type State, writeState } from './state.ts'
import type { Surroundings } from './surroundings.ts'
import { FetchFailure } from './visit/fetch-failure.ts'
import { createVisitor, type Hosts, type Validators } from './visit/visitor.ts'

export interface PullOptions {
  readonly feed: Feed
  readonly inbox: string
  readonly state: State
  readonly hosts: Hosts
  readonly surroundings: Surroundings
}

/**
 * Visits a feed: what is new is laid into the inbox, what came lately is asked for changes.
 * @returns what came, and why what did not come did not.
 * @throws what the signal says when it stops.
 */
export async function pullFeed({ hosts, ...options }: PullOptions): Promise<Pulled> {
  const { feed, inbox, state, surroundings } = options
  const pulled = nothingPulled()
  const pulling = { ...options, pulled, visitor: createVisitor(feed, hosts, surroundings) }
  const tried = surroundings.now()
  const before = state.feeds[feed.name]
  if (before?.notBefore !== undefined && new Date(before.notBefore) > tried)
    return { ...pulled, failed: `网站要求 ${before.notBefore} 以后再来` }
  const validators = await visitFeed(pulling, before?.validators)
  state.feeds[feed.name] = toState(pulled, tried, validators, before?.succeeded)
  writeState(inbox, state)
  return pulled
}

/** What its list gave to tell by whether it has changed, once all that it names is here. */
async function visitFeed(pulling: Pulling, known: Validators | undefined): Promise<Validators | undefined> {
  const { pulled, surroundings } = pulling
  try {
    const { items, validators } = await visitList(pulling, known)
    await pullAll(pulling, items)
    return pulled.left + pulled.problems.length === 0 ? validators : undefined
  } catch (error) {
    surroundings.signal.throwIfAborted()
    pulled.failed = reasonOf(error)
    if (error instanceof FetchFailure) pulled.notBefore = error.notBefore
    return undefined
  }
}

function toState(
  { failed, notBefore }: Pulled,
  tried: Date,
  validators: Validators | undefined,
  succeeded: string | undefined,
): FeedState {
  const time = tried.toISOString()
  return {
    tried: time,
    succeeded: failed === undefined ? time : succeeded,
    problem: failed,
    notBefore: notBefore?.toISOString(),
    validators,
  }
}

/** The documents that the list names; none where it is as it was. A table is laid at once. */
async function visitList(
  pulling: Pulling,
  known: Validators | undefined,
): Promise<{ items: readonly Item[]; validators: Validators | undefined }> {
  const { feed, visitor, pulled } = pulling
  const visit = await visitor.visit(feed.url, known)
  if (visit.kind === 'unchanged') return { items: [], validators: known }
  const { url, body, validators, moved } = visit
  if (moved !== undefined) pulled.notes.push(`列表已迁到 ${moved}，请改 feeds.json 中的 url`)
  const listing = readListing(decode(body, url), url, feed)
  if (listing.kind === 'items') return { items: listing.items, validators }
  const { csv, title } = listing
  const table = {
    url,
    bytes: Buffer.from(csv),
    ending: 'csv',
    digest: digestOf(csv),
    title,
    date: '',
    page: '',
  }
  keepDocument(pulling, { url: feed.url, title, date: '' }, table, {})
  return { items: [], validators }
}

/** After so many failures in a row a site is left alone until the next visit. */
const mostFailures = 3

/** What is new first, then what is to be asked for changes, up to the limit of the feed. */
async function pullAll(pulling: Pulling, items: readonly Item[]): Promise<void> {
  const { feed, pulled, surroundings } = pulling
  const fresh = newIn(pulling, items)
  const wanted = [
    ...fresh,
    ...toRecheck(pulling).filter(({ url }) => !fresh.some((each) => each.url === url)),
  ]
  let row = 0
  for (const [at, each] of wanted.entries()) {
    if (at >= feed.limits.documents || row >= mostFailures || pulled.notBefore) {
      pulled.left = wanted.length - at
      break
    }
    try {
      await pullDocument(pulling, each)
      row = 0
    } catch (error) {
      surroundings.signal.throwIfAborted()
      row++
      pulled.problems.push(`${each.url} ${reasonOf(error)}`)
      if (error instanceof FetchFailure) pulled.notBefore = error.notBefore
    }
  }
  const isLeftAlone = row >= mostFailures || pulled.notBefore !== undefined
  if (isLeftAlone && pulled.laid.length + pulled.unchanged === 0) pulled.failed = pulled.problems[0]
}

/** Those never fetched, and those beside which the list now prints another day. */
function newIn({ state }: Pulling, items: readonly Item[]): Wanted[] {
  return items.flatMap((item) => {
    const known = state.documents[item.url]
    if (known && known.listed === item.date) return []
    return [known ? { ...item, page: known.page, ending: known.ending } : item]
  })
}

const day = 24 * 3_600_000

/** Those that came in the last days, each once a day. */
function toRecheck({ feed, state, surroundings }: Pulling): Wanted[] {
  const now = surroundings.now().getTime()
  return Object.entries(state.documents)
    .filter(([url, { feed: name }]) => name === feed.name && url !== feed.url)
    .filter(([, { asked }]) => now - Date.parse(asked) >= day)
    .filter(([, { fetched }]) => now - Date.parse(fetched) <= day * feed.recheckDays)
    .map(([url, { title, listed, page, ending }]) => ({ url, title, date: listed, page, ending }))
}
