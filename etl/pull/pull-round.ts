import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Feed } from '#data/catalog/feed.ts'
import { lockInbox } from './lock.ts'
import { pullFeed } from './pull-feed.ts'
import { sayPulled } from './say.ts'
import { readState } from './state.ts'
import type { Surroundings } from './surroundings.ts'
import { newHosts } from './visit/visitor.ts'

export interface RoundOptions {
  readonly feeds: readonly Feed[]
  readonly inbox: string
  readonly surroundings: Surroundings
}

/**
 * Visits feeds one after the other and says what each brought; one that fails stops no other.
 * @returns how many failed.
 * @throws BadInput when another process pulls into this inbox; what the signal says when it stops.
 */
export async function pullRound({ feeds, inbox, surroundings }: RoundOptions): Promise<number> {
  const release = lockInbox(inbox)
  try {
    removeUnfinished(inbox)
    const state = readState(inbox)
    const hosts = newHosts()
    let failed = 0
    for (const feed of feeds) {
      const pulled = await pullFeed({ feed, inbox, state, hosts, surroundings })
      for (const line of sayPulled(feed, pulled, state)) surroundings.say(line)
      if (pulled.failed !== undefined) failed++
    }
    return failed
  } finally {
    release()
  }
}

/** What a process left that was ended in the middle. */
function removeUnfinished(inbox: string): void {
  const folder = join(inbox, '.pull')
  for (const name of readdirSync(folder)) if (name.endsWith('.tmp')) rmSync(join(folder, name))
}
