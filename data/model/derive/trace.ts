import type { Derived, Known } from './derived.ts'

/** The observations that numbers are made of, each once, and the regions that the sums among them lack. */
export function traceOf(...numbers: readonly Known[]): Pick<Derived, 'parents' | 'missing'> {
  const missing = new Set(numbers.flatMap((each) => each.missing ?? []))
  return {
    parents: [...new Set(numbers.flatMap(({ id, parents }) => parents ?? [id]))],
    ...(missing.size > 0 && { missing: [...missing] }),
  }
}
