import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { type Version, versionsIn } from '#data/store/history.ts'
import { proveDatabase, readDatabase } from '#data/store/prove-database.ts'
import { dataFolder } from './data-folder.ts'
import { figures } from './own-figures.ts'
import { contentOf, ownPlace, straysOf } from './own-versions.ts'
import { publishContent } from './publish-content.ts'

interface Kills {
  readonly kind: 'build' | 'publish'
  /** How long each process publishes before it is killed, after its first version. */
  readonly afterMs: readonly number[]
}

/**
 * Kills process after process that publishes at one path, and proves after each that the last version stands there
 * whole, that it remembers all before it, and that the next publication leaves no strays.
 */
export async function killBuilds({ kind, afterMs }: Kills): Promise<void> {
  const rows = { 'web-020': ['software_revenue,CN,2024,level,137276,亿元,,,actual,'] }
  const next = await contentOf(rows)
  const out = ownPlace()
  const data = dataFolder(figures(rows))
  for (const ms of afterMs) {
    const said = await publishAndKill([kind, out, data], ms)
    const { id } = await proveDatabase(out)
    const history: Version[] = await readDatabase(out, versionsIn)
    const ids = history.map((version) => version.id)
    expect(ids.at(-1)).toBe(id)
    expect(ids.filter((each) => said.includes(each))).toEqual(said)
    expect(said.indexOf(id), 'an older version than the last one stands there').toBeOneOf([
      -1,
      said.length - 1,
    ])
    const { id: published } = await publishContent(out, next)
    expect(straysOf(out)).toEqual([])
    expect((await readDatabase(out, versionsIn)).map((version) => version.id)).toEqual([...ids, published])
  }
}

/** @returns the snapshots it said it had published, the oldest first. */
async function publishAndKill(args: readonly string[], afterMs: number): Promise<string[]> {
  const script = join(import.meta.dirname, 'publish-again.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args])
  const said = { out: '', error: '' }
  child.stdout.on('data', (text) => (said.out += text))
  child.stderr.on('data', (text) => (said.error += text))
  const closed = once(child, 'close')
  await Promise.race([once(child.stdout, 'data'), closed])
  await pause(afterMs)
  child.kill('SIGKILL')
  await closed
  expect(said.error).toBe('')
  return said.out.trim().split('\n')
}
