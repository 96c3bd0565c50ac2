import type { Catalog } from '#data/catalog/catalog.ts'
import { BadInput } from '#data/model/bad-input.ts'
import type { DocumentFacts } from '#data/model/document-facts.ts'
import type { FactOptions } from './fact-options.ts'
import { placeNamed } from './place-named.ts'
import { tableFacts } from './table-facts.ts'
import { toFacts } from './to-facts.ts'

/**
 * The facts that options give. A date of a year alone is the year that periods without one are of.
 * @throws BadInput for a date that is none, or a region, indicator or unit that the catalogue lacks, or a period that is none.
 */
export function factsOfOptions({ date, region, ...others }: FactOptions, catalog: Catalog): DocumentFacts {
  if (
    date !== undefined &&
    !/^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(date)
  )
    throw new BadInput(`--date ${date} 应写作 2024-05-20、2024-05 或 2024`)
  const place = region === undefined ? undefined : placeNamed(region, catalog.regions, '--region')
  return toFacts({ date, place, ...others, ...tableFacts(others, catalog, '--') }, 'option', '')
}
