import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { errorCode } from '#data/model/error-code.ts'
import { type About, type Snapshot, sealDatabase } from '#data/store/seal-database.ts'
import { keptVersions, targetOf, versionFile, versionsFolder } from '#data/store/versions.ts'
import { checkSpace, explainFailure, sweep } from './place.ts'
import { findPrevious } from './previous-version.ts'

/** How many versions stay at hand, the current one among them. */
const versionsKept = 5

interface ToPublish {
  /** The path at which the database is published; its versions lie in the folder beside. */
  readonly out: string
  /**
   * Writes the tables of the content into a new database file, and tells what it knows of them. What it lays beside, it
   * names after the file: it is swept away with it.
   */
  readonly write: (file: string) => Promise<About>
}

/**
 * Writes a new version beside the others and lets the published path lead to it: readers see the old file or the new
 * one, whenever this process is killed. To be called inside `holdingLock`.
 * @throws BadInput where there is no room or no permission; what was published stays.
 */
export async function publish({ out, write }: ToPublish): Promise<Snapshot> {
  return explainFailure(out, async () => {
    sweep(out)
    checkSpace(out)
    const unfinished = join(versionsFolder(out), `${process.pid}.tmp`)
    try {
      const previous = await findPrevious(out)
      const about = await write(unfinished)
      const at = new Date().toISOString()
      const snapshot = await sealDatabase(unfinished, { about, at, previous })
      putInPlace(out, unfinished, snapshot.id)
      return snapshot
    } finally {
      sweep(out)
    }
  })
}

/** Each step is on the disk before the next one is taken. */
function putInPlace(out: string, unfinished: string, id: string): void {
  const folder = versionsFolder(out)
  const target = targetOf(out)
  const file = versionFile(out, id)
  settle(unfinished)
  renameSync(unfinished, file)
  settle(folder)
  linkOrCopy(file, `${unfinished}.link`)
  renameSync(`${unfinished}.link`, target)
  settle(dirname(target))
  dropOldest(out, id)
}

/** A second name for a file; a copy of it where the file system knows only one. */
function linkOrCopy(file: string, name: string): void {
  try {
    linkSync(file, name)
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK'].includes(errorCode(error)))
      throw error
    copyFileSync(file, name, constants.COPYFILE_FICLONE)
    settle(name)
  }
}

function dropOldest(out: string, current: string): void {
  const others = keptVersions(out).filter(({ id }) => id !== current)
  for (const { file } of others.slice(versionsKept - 1)) rmSync(file, { force: true })
}

/** Waits until a file, or the names in a folder, are on the disk. Windows knows that of files only. */
function settle(path: string): void {
  if (process.platform === 'win32' && statSync(path).isDirectory()) return
  const opened = openSync(path, process.platform === 'win32' ? 'r+' : 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
