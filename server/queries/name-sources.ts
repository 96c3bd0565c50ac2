import type { Catalog } from '#data/catalog/catalog.ts'
import type { SourceAnswer } from '#server/answers.ts'

/** The documents that numbers come from, each once, in the order in which the numbers name them. */
export function nameSources(
  { sources }: Catalog,
  numbers: readonly { readonly source: string }[],
): SourceAnswer[] {
  const ids = new Set(numbers.map(({ source }) => source))
  return [...ids].flatMap((id) => sources.get(id) ?? [])
}
