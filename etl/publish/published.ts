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

const rolledBackMark = 'rollback '

/** What a database that was rolled back to says of its inputs: that, and what they are. */
export const rolledBackInputs = (inputs: string): string => rolledBackMark + plainInputs(inputs)

/** The inputs, whether or not somebody rolled back to them. */
export const plainInputs = (inputs: string): string =>
  isRolledBack(inputs) ? inputs.slice(rolledBackMark.length) : inputs

export const isRolledBack = (inputs: string): boolean => inputs.startsWith(rolledBackMark)

/** A version that somebody rolled back to, until another took its place. */
export interface Undone {
  readonly id: string
  /** When it was rolled back to, as an instant in ISO 8601. */
  readonly since: string
}

/** The published version where somebody rolled back to it: whoever publishes another says so. */
export async function readRolledBack(out: string): Promise<Undone | undefined> {
  const published = await readPublished(out)
  if (published === undefined || !isRolledBack(published.inputs)) return undefined
  return { id: published.id, since: published.published_at }
}

/** Says, in one line or none, that the version somebody rolled back to gave way to another. */
export const sayUndone = (undone: Undone | undefined, snapshot: string): string[] =>
  undone === undefined || undone.id === snapshot
    ? []
    : [`取代  ${undone.since} 退回的版本 ${undone.id}；仍要那一版：npm run etl -- rollback ${undone.id}`]

const loadedMark = 'load '

/** What a loaded database says in the place of the hash of its inputs. */
export const loadedInputs = (name: string): string => loadedMark + name

/** The file that a database was loaded from; undefined where it was built from a folder of figures. */
export function loadedFrom(inputs: string): string | undefined {
  const plain = plainInputs(inputs)
  return plain.startsWith(loadedMark) ? plain.slice(loadedMark.length) : undefined
}
