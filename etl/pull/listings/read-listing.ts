import type { Feed } from '#data/catalog/feed.ts'
import { FetchFailure } from '../visit/fetch-failure.ts'
import { isMeant, type Listing } from './listing.ts'
import { readJson } from './read-json.ts'
import { readListPage } from './read-list-page.ts'
import { readSyndication } from './read-syndication.ts'

/** Reads what stands at the address of a feed, by its kind. */
const readers: {
  [Kind in Feed['kind']]: (text: string, url: string, feed: Feed & { kind: Kind }) => Listing
} = {
  list: (text, url, { links }) => ({ kind: 'items', items: readListPage(text, url, links) }),
  rss: (text, url) => syndication(text, url),
  atom: (text, url) => syndication(text, url),
  json: readJson,
}

function syndication(text: string, url: string): Listing {
  const items = readSyndication(text, url)
  if (!items) throw new FetchFailure('答的不是 RSS 或 Atom')
  return { kind: 'items', items }
}

/**
 * What a feed says.
 * @throws FetchFailure where it is not of its kind, or names nothing at all: then it has changed its form.
 */
export function readListing(text: string, url: string, feed: Feed): Listing {
  const listing = (readers[feed.kind] as (text: string, url: string, feed: Feed) => Listing)(text, url, feed)
  if (listing.kind === 'table') return listing
  if (listing.items.length === 0) throw new FetchFailure('列表里没有一条合用的链接，可能已改版')
  return { kind: 'items', items: listing.items.filter((item) => isMeant(item, feed.links)) }
}
