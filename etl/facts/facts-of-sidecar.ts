import type { Catalog } from '#data/catalog/catalog.ts'
import type { DocumentFacts } from '#data/model/document-facts.ts'
import { readSidecar, sidecarOf } from '../sidecar.ts'
import { placeNamed } from './place-named.ts'
import { toFacts } from './to-facts.ts'

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
  return toFacts({ date, year, issuer, place, compilation, indicator, unit }, 'sidecar', because)
}
