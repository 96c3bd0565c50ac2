import type { Links } from '#data/catalog/feed.ts'

/** A document that a list names. */
export interface Item {
  readonly url: string
  readonly title: string
  /** The day that the list prints beside it, YYYY-MM-DD; '' where it prints none. */
  readonly date: string
}

/** What a list says: documents to fetch, or a table that it is itself. */
export type Listing =
  | { readonly kind: 'items'; readonly items: readonly Item[] }
  | { readonly kind: 'table'; readonly csv: string; readonly title: string }

/** Whether a feed means this document. */
export function isMeant({ url, title }: Item, links: Links | undefined): boolean {
  const { href = '', text = '' } = links ?? {}
  return new RegExp(href, 'u').test(url) && new RegExp(text, 'u').test(title)
}

/** The items of different addresses, the first of each. */
export function distinct(items: readonly Item[]): Item[] {
  const seen = new Map<string, Item>()
  for (const item of items) if (!seen.has(item.url)) seen.set(item.url, item)
  return [...seen.values()]
}

/** An address as it stands in a document at `base`, without its fragment; '' where it is none. */
export function resolveLink(href: string, base: string): string {
  if (href.trim() === '' || !URL.canParse(href.trim(), base)) return ''
  const url = new URL(href.trim(), base)
  url.hash = ''
  return /^https?:$/.test(url.protocol) ? url.href : ''
}
