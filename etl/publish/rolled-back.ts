import { readPublished } from '../is-current.ts'

const mark = 'rollback '

/** What a database that was rolled back to says of its inputs: that, and what they are. */
export const rolledBackInputs = (inputs: string): string => mark + plainInputs(inputs)

/** The inputs, whether or not somebody rolled back to them. */
export const plainInputs = (inputs: string): string =>
  isRolledBack(inputs) ? inputs.slice(mark.length) : inputs

export const isRolledBack = (inputs: string): boolean => inputs.startsWith(mark)

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
