import type { Catalog } from '#data/catalog/catalog.ts'
import type { DocumentFacts, Fact, FactName } from '#data/model/document-facts.ts'
import { readSidecar, sidecarOf } from '../sidecar.ts'
import { placeNamed } from './place-named.ts'

/**
 * What the sidecar of a document says of it; nothing where it has none.
 * @throws BadInput for a broken sidecar, or a region that the catalogue lacks.
 */
export function factsOfSidecar(document: string, { regions }: Catalog): DocumentFacts {
  const sidecar = readSidecar(document)
  if (!sidecar) return {}
  const { date, year, issuer, region, compilation, indicator, unit } = sidecar
  const because = sidecarOf(document)
  const place = region === undefined ? undefined : placeNamed(region, regions, because)
  const values: { readonly [Name in FactName]: string | undefined } = {
    ...(date?.length === 4 ? { date: undefined, year: year ?? date } : { date, year }),
    issuer,
    place,
    compilation,
    indicator,
    unit,
  }
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, { value, origin: 'sidecar', because } satisfies Fact]],
    ),
  )
}
