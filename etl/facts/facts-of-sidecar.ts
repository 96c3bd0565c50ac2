import type { Catalog } from '#data/catalog/catalog.ts'
import type { DocumentFacts } from '#data/model/document-facts.ts'
import { readSidecar, sidecarOf } from '../sidecar.ts'
import { placeNamed } from './place-named.ts'
import { tableFacts } from './table-facts.ts'
import { toFacts } from './to-facts.ts'

/**
 * What the sidecar of a document says of it; nothing where it has none.
 * @throws BadInput for a broken sidecar, or a region, indicator or unit that the catalogue lacks.
 */
export function factsOfSidecar(document: string, catalog: Catalog): DocumentFacts {
  const sidecar = readSidecar(document)
  if (!sidecar) return {}
  const { date, year, issuer, region, compilation } = sidecar
  const because = sidecarOf(document)
  const place = region === undefined ? undefined : placeNamed(region, catalog.regions, because)
  const ofTables = tableFacts(sidecar, catalog, `${because}: `)
  return toFacts({ date, year, issuer, place, compilation, ...ofTables }, 'sidecar', because)
}
