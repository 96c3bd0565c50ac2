import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { Feed } from '#data/catalog/feed.ts'
import { pullRound } from '#etl/pull/pull-round.ts'
import type { Surroundings } from '#etl/pull/surroundings.ts'
import type { ImitatedSite } from './imitated-site.ts'

/** A feed of an imitated site; `/list.html` unless said otherwise, and all links below `/art/`. */
export function feedOf(site: ImitatedSite, change: Record<string, unknown> = {}): Feed {
  return Feed.parse({
    ...feedEntry(site, change),
    limits: { seconds: 1, megabytes: 1, ...(change['limits'] ?? {}) },
  })
}

/** The same as an entry of `feeds.json`. */
export const feedEntry = (
  { origin, host }: Pick<ImitatedSite, 'origin' | 'host'>,
  change: Record<string, unknown> = {},
) => ({
  name: 'bureau',
  enabled: true,
  kind: 'list',
  url: `${origin}/list.html`,
  issuer: '工信部',
  region: 'CN',
  hosts: [host],
  every: '6h',
  links: { href: '/art/' },
  ...change,
})

/** A clock that only waiting moves. */
export function ownClock() {
  let time = Date.parse('2026-11-28T02:00:00Z')
  const stopping = new AbortController()
  const said: string[] = []
  const waits: number[] = []
  const surroundings: Surroundings = {
    now: () => new Date(time),
    sleep: async (milliseconds) => {
      stopping.signal.throwIfAborted()
      waits.push(milliseconds)
      time += milliseconds
    },
    signal: stopping.signal,
    say: (line) => void said.push(line),
  }
  return {
    surroundings,
    said,
    waits,
    stop: () => stopping.abort(),
    pass: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

/** An empty inbox with what pulls into it, gone when the test is over. */
export function ownInbox() {
  const inbox = mkdtempSync(join(tmpdir(), 'youju-inbox-'))
  onTestFinished(() => rmSync(inbox, { recursive: true }))
  const clock = ownClock()
  const pull = (...feeds: readonly Feed[]) => pullRound({ feeds, inbox, surroundings: clock.surroundings })
  const files = () =>
    readdirSync(inbox, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !join(entry.parentPath, '/').includes('.pull'))
      .map((entry) => join(entry.parentPath, entry.name).slice(inbox.length + 1))
      .sort()
  const documents = () => files().filter((file) => !file.endsWith('.json'))
  const sidecar = (file: string): unknown => JSON.parse(readFileSync(join(inbox, `${file}.json`), 'utf8'))
  const bytes = (file: string) => readFileSync(join(inbox, file))
  return { inbox, ...clock, pull, files, documents, sidecar, bytes }
}
