import type { Catalog } from '#data/catalog/catalog.ts'
import type { DocumentFacts } from '#data/model/document-facts.ts'
import { readSidecar, sidecarOf } from '../sidecar.ts'
import { inCodes } from './in-codes.ts'
import { toFacts } from './to-facts.ts'

/**
 * What the sidecar of a document says of it; nothing where it has none.
 * @throws BadInput for a broken sidecar, or a region, indicator or compilation that the catalogue lacks.
 */
export function factsOfSidecar(document: string, catalog: Catalog): DocumentFacts {
  const sidecar = readSidecar(document)
  if (!sidecar) return {}
  const { date, year, issuer, region: place, compilation, indicator, unit, period } = sidecar
  const because = sidecarOf(document)
  const facts = { date, year, issuer, place, compilation, indicator, unit, period }
  return toFacts(
    inCodes(facts, catalog, () => `${because}:`),
    'sidecar',
    because,
  )
}
