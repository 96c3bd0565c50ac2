import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { proveDatabase, readDatabase } from '#data/store/prove-database.ts'
import { UnusableDatabase, type WhyUnusable } from '#data/store/unusable-database.ts'
import { keptVersions, versionsFolder } from '#data/store/versions.ts'

/**
 * The file whose history goes on: what is published now or, where that is broken, the newest kept version that opens.
 * @throws UnusableDatabase where the published file is held by a process that is changing it.
 */
export async function findPrevious(out: string): Promise<string | undefined> {
  for (const file of [out, ...keptVersions(out).map(({ file }) => file)]) {
    const reason = await whyUnusable(file)
    if (reason === undefined || tellsHistory.has(reason)) return file
    if (reason === 'held') return await copyHeld(out, file)
  }
  return undefined
}

/** Of an older program, and whole as far as DuckDB can tell: what it remembers is taken over. */
const tellsHistory = new Set<WhyUnusable>(['other-schema', 'other-engine'])

async function whyUnusable(file: string): Promise<WhyUnusable | undefined> {
  try {
    await proveDatabase(file)
    // One that was proven before may be held by now.
    await readDatabase(file, async () => {})
    return undefined
  } catch (cause) {
    if (cause instanceof UnusableDatabase) return cause.reason
    throw cause
  }
}

/** A client that opened the file to write keeps others from reading it, though hardly one writes. Its copy proves that none did. */
async function copyHeld(out: string, file: string): Promise<string> {
  const copy = join(versionsFolder(out), `${process.pid}.previous.tmp`)
  copyFileSync(file, copy)
  if ((await whyUnusable(copy)) === undefined) return copy
  await proveDatabase(file)
  return file
}
