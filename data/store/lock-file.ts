import { existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'
import { errorCode } from '#data/model/error-code.ts'
import { holderOf } from './unusable-database.ts'

export type Attempt = { readonly release: () => void } | { readonly holder: string }

/**
 * Tries to lock a file against other processes. DuckDB holds the lock, as the owner of an empty database; the
 * kernel frees it when its process ends, however it ends. Within a process it guards nothing.
 * @returns how to release it, or who holds it: `PID 123`.
 */
export async function tryLock(file: string): Promise<Attempt> {
  if (!existsSync(file)) await layLockFile(file)
  try {
    const instance = await DuckDBInstance.create(file)
    return { release: () => instance.closeSync() }
  } catch (cause) {
    const holder = holderOf(cause)
    if (holder === undefined) throw cause
    return { holder }
  }
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
