import type { Store } from '#data/store/open-store.ts'
import { isAbandoned } from '#server/errors.ts'
import { beginRows } from './pieces/begin-rows.ts'
import type { Asked } from './questions.ts'

/**
 * Reads a question as far as the first statement that it asks of the database, and does not ask it.
 * @throws Problem where something is wrong with the question.
 */
export async function checkQuestion({ parts }: Asked, store: Store): Promise<void> {
  const limited = store.limited({ wait: 0, patience: 0, queue: 0, signal: AbortSignal.abort() })
  const unasked: Store = {
    ...limited,
    // What is read once for all is not read for this either.
    get whole() {
      return unasked
    },
  }
  try {
    const { close } = await beginRows(parts(unasked))
    await close()
  } catch (error) {
    if (!isAbandoned(error)) throw error
  }
}
