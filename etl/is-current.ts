import { proveDatabase } from '#data/store/prove-database.ts'
import { UnusableDatabase } from '#data/store/unusable-database.ts'

/** What the sound database at `file` was made of; undefined where none stands there. */
export async function readInputs(file: string): Promise<string | undefined> {
  try {
    return (await proveDatabase(file)).inputs
  } catch (cause) {
    if (cause instanceof UnusableDatabase) return undefined
    throw cause
  }
}

/** Whether a sound database stands at `file` that was built from these inputs. A broken one is not current. */
export const isCurrent = async (file: string, inputs: string): Promise<boolean> =>
  (await readInputs(file)) === inputs
