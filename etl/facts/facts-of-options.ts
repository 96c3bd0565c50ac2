import type { Catalog } from '#data/catalog/catalog.ts'
import type { DocumentFacts } from '#data/model/document-facts.ts'
import type { FactOptions } from './fact-options.ts'
import { inCodes } from './in-codes.ts'
import { toFacts } from './to-facts.ts'

/**
 * The facts that options give. A date of a year alone is the year that periods without one are of.
 * @throws BadInput for a date or period that is none, or a region, indicator, unit or compilation that the catalogue lacks.
 */
export function factsOfOptions({ region, ...others }: FactOptions, catalog: Catalog): DocumentFacts {
  const facts = { ...others, place: region }
  const where = (name: string) => `--${name === 'place' ? 'region' : name}`
  return toFacts(inCodes(facts, catalog, where), 'option', '')
}
