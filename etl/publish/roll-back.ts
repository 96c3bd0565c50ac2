import { copyFileSync } from 'node:fs'
import { BadInput } from '#data/model/bad-input.ts'
import { type Version, versionsIn } from '#data/store/history.ts'
import { proveDatabase, readDatabase } from '#data/store/prove-database.ts'
import type { Snapshot } from '#data/store/seal-database.ts'
import { keptVersions, versionFile } from '#data/store/versions.ts'
import { findPrevious } from './previous-version.ts'
import { publish } from './publish.ts'
import { holdingLock } from './publishing-lock.ts'

/**
 * Publishes the content of a kept version again, as a new version that the history tells of. The new one bears the
 * inputs of the one it takes the place of: those gave a version that is not wanted, so a stale build leaves it alone until they change.
 * @param wanted a snapshot; the one before the current when left out.
 * @returns what was done, in words.
 * @throws BadInput where there is no such version; it lists those there are.
 */
export function rollBack(out: string, wanted?: string): Promise<string> {
  return holdingLock(out, async () => {
    const { current, inputs, history } = await readState(out)
    const id = wanted ?? idBefore(out, history, current)
    const refuse = async (why: string) => new BadInput(`${why}\n${await listVersions(out)}`)
    if (id === undefined) throw await refuse('没有可以退回的版本')
    if (id === current) throw await refuse(`当前就是 ${id}，没有可退回的`)
    if (!keptVersions(out).some((each) => each.id === id)) throw await refuse(`没有保留版本 ${id}`)
    const file = versionFile(out, id)
    const { read, published, refused, added, ...kept } = await proveDatabase(file)
    const about = { read, published, refused, added, inputs: inputs ?? kept.inputs }
    const write = async (unfinished: string) => {
      copyFileSync(file, unfinished)
      return about
    }
    await publish({ out, write })
    return `已退回 ${id}（${kept.published_at} 发布，${published.toLocaleString('en-US')} 个数值）→ ${out}\n数据、目录和程序不变时，build --if-stale 与 npm start 保持这一版；build 重新发布现有数据`
  })
}

/** The versions that are kept, the newest first, in words. */
export async function listVersions(out: string): Promise<string> {
  const kept = keptVersions(out)
  if (kept.length === 0) return `${out} 没有保留的版本`
  const { current, history } = await readState(out)
  const lines = kept.map(({ id, mtime }) => {
    const told = history.findLast((each) => each.id === id)
    const { published_at = mtime.toISOString() } = told ?? {}
    const counted = told ? `${told.published.toLocaleString('en-US')} 个数值` : '未见于发布记录'
    return `  ${id}  ${published_at}  ${counted}${id === current ? '  当前' : ''}`
  })
  return ['保留的版本：', ...lines].join('\n')
}

interface State {
  /** The snapshot that is published; undefined where the file is broken. */
  readonly current: string | undefined
  readonly inputs: string | undefined
  readonly history: readonly Version[]
}

async function readState(out: string): Promise<State> {
  const now = await proveDatabase(out).catch((): Partial<Snapshot> => ({}))
  const newest = await findPrevious(out)
  const history = newest === undefined ? [] : await readDatabase(newest, versionsIn)
  return { current: now.id, inputs: now.inputs, history }
}

/** The newest version before that is kept. */
function idBefore(out: string, history: readonly Version[], current: string | undefined): string | undefined {
  const kept = new Set(keptVersions(out).map(({ id }) => id))
  return history.findLast(({ id }) => id !== current && kept.has(id))?.id
}
