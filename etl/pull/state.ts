import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { BadInput } from '#data/model/bad-input.ts'

const Time = z.iso.datetime()
const Validators = z.strictObject({ etag: z.string().optional(), modified: z.string().optional() })

const FeedState = z.strictObject({
  tried: Time,
  /** When its list was last read and not all of what it named failed. */
  succeeded: Time.optional(),
  /** Why the last visit failed. */
  problem: z.string().optional(),
  notBefore: Time.optional(),
  /** Of its list, once all that it names has been fetched. */
  validators: Validators.optional(),
})
export type FeedState = z.infer<typeof FeedState>

const DocumentState = z.strictObject({
  feed: z.string(),
  title: z.string(),
  /** The day that the list printed beside it. */
  listed: z.string(),
  digest: z.string(),
  /** Where it was laid, below the inbox. */
  file: z.string(),
  validators: Validators,
  /** When it was first fetched, and last asked for. */
  fetched: Time,
  asked: Time,
  /** Of an attachment: the address of its page, and the ending that the link promised. */
  page: z.string().optional(),
  ending: z.string().optional(),
})

/** What has been fetched: feeds by name, documents by address. */
const State = z.strictObject({
  feeds: z.record(z.string(), FeedState),
  documents: z.record(z.string(), DocumentState),
})
export type State = z.infer<typeof State>

const fileIn = (inbox: string) => join(inbox, '.pull', 'state.json')

/**
 * What has been fetched into an inbox.
 * @throws BadInput for a broken file.
 */
export function readState(inbox: string): State {
  const file = fileIn(inbox)
  if (!existsSync(file)) return { feeds: {}, documents: {} }
  try {
    return State.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new BadInput(`${file}: 读不出来；删去它可重新开始，已收的文件不会重复`, { cause })
  }
}

/** Writes it whole: beside its place first, then renamed. */
export function writeState(inbox: string, state: State): void {
  const file = fileIn(inbox)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.tmp`, `${JSON.stringify(state, undefined, 1)}\n`)
  renameSync(`${file}.tmp`, file)
}
