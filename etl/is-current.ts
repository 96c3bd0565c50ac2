import { existsSync } from 'node:fs'
import { openStore } from '#data/store/open-store.ts'

/** Whether a database stands at `file`, answers, and was built from these inputs. A broken one is not current. */
export async function isCurrent(file: string, inputs: string): Promise<boolean> {
  if (!existsSync(file)) return false
  try {
    const store = await openStore(file)
    await store.close()
    return store.snapshot.inputs === inputs
  } catch {
    return false
  }
}
