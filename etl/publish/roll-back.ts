import { copyFileSync } from 'node:fs'
import { BadInput } from '#data/model/bad-input.ts'
import { type Version, versionsIn } from '#data/store/history.ts'
import { proveDatabase, readDatabase } from '#data/store/prove-database.ts'
import { UnusableDatabase } from '#data/store/unusable-database.ts'
import { keptVersions, versionFile } from '#data/store/versions.ts'
import { findPrevious } from './previous-version.ts'
import { publish } from './publish.ts'
import { loadedFrom, rolledBackInputs } from './published.ts'
import { holdingLock } from './publishing-lock.ts'

/**
 * Publishes the content of a kept version again, as a new version that the history tells of. The new one bears the
 * inputs of the one it takes the place of: those gave a version that is not wanted, so a stale build leaves it alone until they change.
 * @param wanted a snapshot; the one before the current when left out.
 * @returns what was done, in words.
 * @throws BadInput where there is no such version; it lists those there are.
 */
export async function rollBack(out: string, wanted?: string): Promise<string> {
  if (keptVersions(out).length === 0) throw new BadInput(noneKept(out))
  return holdingLock(out, async () => {
    const state = await readState(out)
    const { current, inputs } = state
    const { id, passed } = wanted === undefined ? await soundBefore(out, state) : { id: wanted, passed: [] }
    if (id === undefined || id === current || !keptVersions(out).some((each) => each.id === id))
      throw new BadInput(`${whyNot(id, current)}\n${sayVersions(out, state)}`)
    const file = versionFile(out, id)
    if (!(await isSound(file)))
      throw new BadInput(`保留的版本 ${id} 不能用（已损坏，或由另一版程序写成）\n${sayVersions(out, state)}`)
    const { read, published, refused, added, ...kept } = await proveDatabase(file)
    const about = {
      ...{ read, published, refused, added },
      inputs: rolledBackInputs(inputsAfter(inputs, kept.inputs)),
    }
    const write = async (unfinished: string) => {
      copyFileSync(file, unfinished)
      return about
    }
    await publish({ out, write })
    const broken = passed
      .map((each) => `略过保留的版本 ${each}：不能用（已损坏，或由另一版程序写成）\n`)
      .join('')
    return `${broken}已退回 ${id}（${kept.published_at} 发布，${number(published)} 个数值）→ ${out}\n数据、目录和程序不变时，build --if-stale 与 npm start 保持这一版；build 重新发布现有数据`
  })
}

/** Those of the version that is not wanted, unless one of the two was loaded: a stale build knows that by its inputs. */
const inputsAfter = (unwanted: string | undefined, kept: string): string =>
  unwanted === undefined || loadedFrom(unwanted) !== undefined || loadedFrom(kept) !== undefined
    ? kept
    : unwanted

const noneKept = (out: string) => `${out} 没有保留的版本；请先运行 npm run etl -- build`

function whyNot(id: string | undefined, current: string | undefined): string {
  if (id === undefined) return '没有更早的版本可以退回'
  return id === current ? `当前就是 ${id}，不必退回` : `没有保留版本 ${id}`
}

/** The versions that are kept, the newest first, in words. */
export async function listVersions(out: string): Promise<string> {
  if (keptVersions(out).length === 0) throw new BadInput(noneKept(out))
  return holdingLock(out, async () => sayVersions(out, await readState(out)))
}

function sayVersions(out: string, { current, history }: State): string {
  const lines = keptVersions(out).map(({ id, mtime }) => {
    const told = history.findLast((each) => each.id === id)
    const counted = told ? `${number(told.published)} 个数值` : '未见于发布记录'
    const time = told?.published_at ?? mtime.toISOString()
    return `  ${id}  ${time}  ${counted}${id === current ? '  当前' : ''}`
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
  const newest = await findPrevious(out)
  if (newest === undefined) return { current: undefined, inputs: undefined, history: [] }
  const isKept = keptVersions(out).some(({ file }) => file === newest)
  const { id, inputs } = await proveDatabase(newest)
  return { current: isKept ? undefined : id, inputs, history: await readDatabase(newest, versionsIn) }
}

/** The newest version before that is kept and sound, and newer ones that are broken. */
async function soundBefore(out: string, { history, current }: State) {
  const kept = new Set(keptVersions(out).map(({ id }) => id))
  const before = new Set(history.toReversed().map(({ id }) => id))
  const passed: string[] = []
  for (const id of before) {
    if (id === current || !kept.has(id)) continue
    if (await isSound(versionFile(out, id))) return { id, passed }
    passed.push(id)
  }
  return { id: undefined, passed }
}

async function isSound(file: string): Promise<boolean> {
  try {
    await proveDatabase(file)
    return true
  } catch (cause) {
    if (cause instanceof UnusableDatabase && cause.reason !== 'held') return false
    throw cause
  }
}

const number = (count: number) => count.toLocaleString('en-US')
