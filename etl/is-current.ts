import { proveDatabase } from '#data/store/prove-database.ts'
import type { Snapshot } from '#data/store/seal-database.ts'
import { UnusableDatabase } from '#data/store/unusable-database.ts'

/** What the sound database at `file` says of itself; undefined where none stands there. */
export async function readPublished(file: string): Promise<Snapshot | undefined> {
  try {
    return await proveDatabase(file)
  } catch (cause) {
    if (cause instanceof UnusableDatabase) return undefined
    throw cause
  }
}

/** Whether a sound database stands at `file` that was built from these inputs. A broken one is not current. */
export const isCurrent = async (file: string, inputs: string): Promise<boolean> =>
  (await readPublished(file))?.inputs === inputs
