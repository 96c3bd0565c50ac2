import type { Catalog } from '#data/catalog/catalog.ts'
import type { Text } from '#data/model/language.ts'
import type { Source } from '#data/model/source.ts'
import type { SourceAnswer } from '#server/answers.ts'

/** The documents that numbers come from, each once, in the order in which the numbers name them. */
export function nameSources(
  catalog: Catalog,
  numbers: readonly { readonly source: string }[],
): SourceAnswer[] {
  const ids = new Set(numbers.map(({ source }) => source))
  return [...ids].flatMap((id) => {
    const source = catalog.sources.get(id)
    return source ? [toSourceAnswer(catalog, source)] : []
  })
}

/** A document with its issuers named in both languages. */
export const toSourceAnswer = (catalog: Catalog, source: Source): SourceAnswer => ({
  ...source,
  issuers: source.issuers.map((name) => nameIssuer(catalog, name)),
})

/** An issuer in both languages; by the name in the document where the catalogue does not list it. */
export const nameIssuer = ({ issuers }: Catalog, name: string): Text =>
  issuers.get(name)?.name ?? { zh: name, en: name }
