import { proveDatabase } from '#data/store/prove-database.ts'
import { UnusableDatabase } from '#data/store/unusable-database.ts'

/** Whether a sound database stands at `file` that was built from these inputs. A broken one is not current. */
export async function isCurrent(file: string, inputs: string): Promise<boolean> {
  try {
    return (await proveDatabase(file)).inputs === inputs
  } catch (cause) {
    if (cause instanceof UnusableDatabase) return false
    throw cause
  }
}
