import { createHash } from 'node:crypto'
import type { Catalog } from '#data/catalog/catalog.ts'
import { defaultCompilation } from '#data/model/compilation.ts'
import { type Issuer, unnamedIssuer } from '#data/model/issuer.ts'
import { Source } from '#data/model/source.ts'

/** The id of a source as a file names it: the name itself where it can be one. */
export const sourceIdOf = (name: string): string =>
  Source.shape.id.safeParse(name).success
    ? name
    : `load-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`

/** The catalogue with the sources that a file names and it lacks: nothing is known of them but their name. */
export function withNamedSources(catalog: Catalog, names: readonly string[]): Catalog {
  const unknown = names.filter((name) => !catalog.sources.has(sourceIdOf(name)))
  if (unknown.length === 0) return catalog
  const nobody: Issuer = { name: { zh: unnamedIssuer, en: unnamedIssuer }, aliases: [] }
  return {
    ...catalog,
    issuers: new Map([[unnamedIssuer, nobody] as const, ...catalog.issuers]),
    sources: new Map([
      ...catalog.sources,
      ...unknown.map((name) => [sourceIdOf(name), namedOnly(name)] as const),
    ]),
  }
}

const namedOnly = (name: string): Source => ({
  id: sourceIdOf(name),
  issuers: [unnamedIssuer],
  carrier: '',
  title: name,
  remark: '',
  published: '',
  dating: '',
  url: '',
  origin: 'second_hand',
  compilation: defaultCompilation,
  place: '',
})
