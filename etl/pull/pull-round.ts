import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Feed } from '#data/catalog/feed.ts'
import { BadInput } from '#data/model/bad-input.ts'
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

/**
 * Keeps an inbox for this process alone, so that no two pull into it at once.
 * @returns what gives it free again.
 * @throws BadInput when another process has it.
 */
function lockInbox(inbox: string): () => void {
  const file = join(inbox, '.pull', 'lock')
  mkdirSync(join(inbox, '.pull'), { recursive: true })
  if (!take(file)) {
    const holder = Number(readFileSync(file, 'utf8'))
    if (isRunning(holder))
      throw new BadInput(`另一个 pull（进程 ${holder}）正在运行；若确已停止，请删去 ${file}`)
    rmSync(file, { force: true })
    if (!take(file)) throw new BadInput('另一个 pull 刚刚开始，请稍后再试')
  }
  return () => rmSync(file, { force: true })
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
