import { existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { errorCode } from '#data/model/error-code.ts'
import { asUnusable, holderOf } from './unusable-database.ts'

export type Attempt = { readonly release: () => void } | { readonly holder: string }

/**
 * Tries to lock a file against other processes. DuckDB holds the lock, as the owner of an empty database; the
 * kernel frees it when its process ends, however it ends. Within a process it guards nothing.
 * @returns how to release it, or who holds it: `PID 123`.
 */
export async function tryLock(file: string): Promise<Attempt> {
  if (!existsSync(file)) await layLockFile(file)
  const inode = inodeOf(file)
  try {
    return await attempt(file)
  } catch (cause) {
    if (asUnusable(file, cause).reason === 'unreadable') throw cause
    // A full disk or a power cut has left something that is no database, and so nobody's.
    removeBroken(file, inode)
    await layLockFile(file)
    return attempt(file)
  }
}

async function attempt(file: string): Promise<Attempt> {
  try {
    const instance = await DuckDBInstance.create(file)
    return { release: () => instance.closeSync() }
  } catch (cause) {
    const holder = holderOf(cause)
    if (holder === undefined) throw cause
    return { holder }
  }
}

const inodeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.ino

/** Only this very file: another process may have laid a sound one in its place, and hold it. */
function removeBroken(file: string, inode: number | undefined): void {
  const aside = `${file}.${process.pid}.broken.tmp`
  renameSync(file, aside)
  if (inodeOf(aside) !== inode && !existsSync(file)) linkSync(aside, file)
  rmSync(aside)
}

/** Whole from the moment it has its name, whoever else lays it at the same time and whenever this one is killed. */
async function layLockFile(file: string): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`
  const instance = await DuckDBInstance.create(unfinished)
  instance.closeSync()
  try {
    linkSync(unfinished, file)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return
    renameSync(unfinished, file)
  } finally {
    rmSync(unfinished, { force: true })
  }
}
