import { createHash } from 'node:crypto'
import { findDateInLink } from '#etl/sources/articles/dates.ts'
import { readPage } from '#etl/sources/html/read-page.ts'
import { decode } from '#etl/sources/text/decode.ts'
import type { Item } from '../listings/listing.ts'
import { FetchFailure } from '../visit/fetch-failure.ts'
import type { Fetched } from '../visit/visitor.ts'
import { endingIn, endingOfType } from './endings.ts'

/** A document as it was fetched, with what is known of it. */
export interface Document {
  readonly url: string
  readonly bytes: Uint8Array
  readonly ending: string
  /** Of what a reader sees: a page that counts its visitors stays the same. */
  readonly digest: string
  readonly title: string
  /** YYYY-MM-DD, YYYY-MM or ''. */
  readonly date: string
  /** The page as text; '' for other formats. */
  readonly page: string
}

/**
 * What was fetched for an item of a list.
 * @param ending what the link promised, where it promised a file.
 * @throws FetchFailure for what is no document: an empty answer, a page in place of a file, a page without text.
 */
export function readFetched(fetched: Fetched, item: Item, promised?: string): Document {
  const { body: bytes, url, type } = fetched
  if (bytes.length === 0) throw new FetchFailure('答的是空文件')
  const ending = promised ?? endingIn(url) ?? endingOfType(type)
  if (ending === undefined) throw new FetchFailure(`${type} 不是文件，不取`)
  if (ending === 'html') return { url, bytes, ending, ...readHtml(bytes, item, url) }
  if (type === 'text/html') throw new FetchFailure(`应是 ${ending}，来的却是网页`)
  return { url, bytes, ending, digest: digestOf(bytes), title: item.title, date: item.date, page: '' }
}

function readHtml(
  bytes: Uint8Array,
  item: Item,
  url: string,
): Pick<Document, 'digest' | 'title' | 'date' | 'page'> {
  const page = decode(bytes, url)
  const { particulars, pieces } = readPage(page)
  if (pieces.length === 0) throw new FetchFailure('网页里没有文字（可能要用浏览器才能打开）')
  const said = pieces.map((piece) =>
    piece.kind === 'text' ? piece.text : piece.rows.map((row) => row.map(({ text }) => text)),
  )
  const stated = particulars.published ?? ''
  return {
    page,
    digest: digestOf(JSON.stringify(said)),
    title: particulars.title || item.title,
    date: (/^\d{4}-\d{2}(?:-\d{2})?$/.test(stated) ? stated : item.date) || findDateInLink(url),
  }
}

/** The digest of a document's content. */
export const digestOf = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex')
