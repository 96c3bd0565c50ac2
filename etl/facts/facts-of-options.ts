import type { Catalog } from '#data/catalog/catalog.ts'
import { BadInput } from '#data/model/bad-input.ts'
import type { DocumentFacts } from '#data/model/document-facts.ts'
import type { FactOptions } from './fact-options.ts'
import { placeNamed } from './place-named.ts'
import { toFacts } from './to-facts.ts'

/**
 * The facts that options give. A date of a year alone is the year that periods without one are of.
 * @throws BadInput for a date that is none, or a region, indicator or compilation that the catalogue lacks.
 */
export function factsOfOptions({ date, region, ...others }: FactOptions, catalog: Catalog): DocumentFacts {
  if (
    date !== undefined &&
    !/^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(date)
  )
    throw new BadInput(`--date ${date} 应写作 2024-05-20、2024-05 或 2024`)
  if (others.indicator !== undefined && !catalog.indicators.has(others.indicator))
    throw new BadInput(`--indicator ${others.indicator} 不在目录中，请写指标代码（如 software_revenue）`)
  const place = region === undefined ? undefined : placeNamed(region, catalog.regions, '--region')
  return toFacts({ date, place, ...others }, 'option', '')
}
