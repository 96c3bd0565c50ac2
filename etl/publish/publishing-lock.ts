import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { BadInput } from '#data/model/bad-input.ts'
import { tryLock } from '#data/store/lock-file.ts'
import { versionsFolder } from '#data/store/versions.ts'
import { checkPlace, explainFailure, makeFolder } from './place.ts'

interface Patience {
  readonly waitMs?: number
  readonly report?: (line: string) => void
}

/** Ends of the work on each folder in this process, against which the lock of the file guards nothing. */
const working = new Map<string, Promise<unknown>>()

/**
 * Does a piece of work on a published file while nobody else builds or publishes it: from before the inputs are read
 * until the file is in place, so that older figures never replace newer ones.
 * @throws BadInput where nothing can be published there, or another process does not end in time.
 */
export async function holdingLock<Result>(
  out: string,
  work: () => Promise<Result>,
  patience: Patience = {},
): Promise<Result> {
  const folder = versionsFolder(out)
  const before = working.get(folder) ?? Promise.resolve()
  const mine = before
    .catch(() => {})
    .then(async () => {
      const release = await explainFailure(out, () => waitForLock(out, folder, patience))
      try {
        return await work()
      } finally {
        release()
      }
    })
  working.set(folder, mine)
  try {
    return await mine
  } finally {
    if (working.get(folder) === mine) working.delete(folder)
  }
}

async function waitForLock(out: string, folder: string, patience: Patience): Promise<() => void> {
  const { waitMs = 10 * 60_000, report = (line) => process.stderr.write(`${line}\n`) } = patience
  checkPlace(out)
  makeFolder(folder)
  const end = performance.now() + waitMs
  for (let told = false; ; told = true) {
    const attempt = await tryLock(join(folder, 'lock.duckdb'))
    if ('release' in attempt) return attempt.release
    if (performance.now() > end)
      throw new BadInput(
        `另一个进程（${attempt.holder}）一直在构建 ${out}，没有发布；请等它结束或结束它，再运行一次`,
      )
    if (!told) report(`另一个进程（${attempt.holder}）正在构建 ${out}，等它结束……`)
    await pause(200)
  }
}
