import { hash } from 'node:crypto'
import type { Context } from 'hono'
import type { Source } from '#data/model/source.ts'
import type { Store } from '#data/store/open-store.ts'
import { countWanted, type NumbersWanted } from './queries/find-numbers.ts'
import type { ServerEnv } from './server-env.ts'

/*
 * Answers as of a day are named by their own content: later loads change the database and its hash, and not them.
 * How many numbers were left out for want of a date stands in a header, as a later load may add to them.
 */

/** How many numbers fit the question and were left out, as nobody knows when their documents came out. */
export const undatedHeader = 'Youju-Undated'

/** A name for content that no other content has. */
export const hashOf = (content: string | Uint8Array) => hash('sha256', content, 'hex').slice(0, 16)

/**
 * The text of an answer, which is named by the hash of everything else in it where it is the answer of a day. One that
 * depends on the day it is given has the snapshot of the database, and is tagged by its content.
 */
export function textOf(c: Context<ServerEnv>, answer: object): string {
  if (c.req.query('asOf') === undefined) {
    const text = JSON.stringify(answer)
    if (c.get('today') !== undefined) c.set('contentHash', hashOf(text))
    return text
  }
  const unnamed = JSON.stringify({ ...answer, snapshot: '' })
  const contentHash = hashOf(unnamed)
  c.set('contentHash', contentHash)
  return unnamed.replace('"snapshot":""', `"snapshot":"${contentHash}"`)
}

/** Names a file of a day likewise. */
export function nameFileByContent(c: Context<ServerEnv>, file: string | Uint8Array): void {
  if (c.req.query('asOf') !== undefined) c.set('contentHash', hashOf(file))
}

export interface TimeAsked {
  readonly asOf?: string | undefined
  readonly updatedAfter?: string | undefined
  readonly includeHistory?: boolean
}

/**
 * Says how many numbers cannot stand in the answer for want of a date, where the question is about when things were known.
 * @param wanted which numbers the question asks for, whenever known.
 */
export async function tellUndated(
  c: Context<ServerEnv>,
  { asOf, updatedAfter, includeHistory = false }: TimeAsked,
  wanted: NumbersWanted,
): Promise<void> {
  if (asOf === undefined && updatedAfter === undefined && !includeHistory) return
  c.header(undatedHeader, String(await countUndated(c.get('store'), wanted)))
}

/** How many numbers fit a question whose documents nobody knows when they came out. */
export function countUndated(store: Store, wanted: NumbersWanted): Promise<number> {
  const isUndated = (source: Source) => source.published === '' && (wanted.isSource?.(source) ?? true)
  return countWanted(store, { ...wanted, isSource: isUndated })
}
