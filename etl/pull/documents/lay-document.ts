import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feed } from '#data/catalog/feed.ts'
import { type Sidecar, writeSidecar } from '#etl/sidecar.ts'
import type { Document } from './read-fetched.ts'

export interface Laying {
  readonly inbox: string
  readonly feed: Feed
  readonly document: Omit<Document, 'page'>
  readonly fetched: Date
}

/**
 * Lays a document into the inbox: its sidecar first, then itself, each under its name only when it is whole.
 * One that lies there already, with the same content, stays.
 * @returns its path below the inbox, and whether it is new there.
 */
export function layDocument({ inbox, feed, document, fetched }: Laying): { file: string; isNew: boolean } {
  const file = join(feed.name, nameOf(document))
  const place = join(inbox, file)
  if (existsSync(place)) return { file, isNew: false }
  mkdirSync(join(inbox, feed.name), { recursive: true })
  writeSidecar(place, sidecarFor(feed, document, fetched))
  const unfinished = join(inbox, '.pull', `document.${process.pid}.tmp`)
  mkdirSync(join(inbox, '.pull'), { recursive: true })
  writeFileSync(unfinished, document.bytes)
  renameSync(unfinished, place)
  return { file, isNew: true }
}

function sidecarFor(feed: Feed, { url, title, date }: Laying['document'], fetched: Date): Sidecar {
  return {
    url,
    issuer: feed.issuer,
    ...(feed.region === undefined ? {} : { region: feed.region }),
    ...(date === '' ? {} : { date }),
    ...(title === '' ? {} : { title }),
    fetched: fetched.toISOString(),
    feed: feed.name,
  }
}

/** `2024-05-20-t20240520_8040768-x1a2b3c4.html`: its day, where it stood, and its content. */
function nameOf({ url, date, digest, ending }: Laying['document']): string {
  return `${[date, placeIn(url), `x${digest.slice(0, 7)}`].filter(Boolean).join('-')}.${ending}`
}

/** The last part of an address that tells it from others, in letters that every file system takes. */
function placeIn(url: string): string {
  const { pathname, search } = new URL(url)
  const parts = pathname.split('/').map((part) => readable(part).replace(/\.[a-z0-9]{1,5}$/i, ''))
  const telling = parts.filter((part) => part !== '' && !/^(?:index|content|default)$/i.test(part)).at(-1)
  return `${telling ?? ''}${readable(search)}`
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
}

function readable(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
