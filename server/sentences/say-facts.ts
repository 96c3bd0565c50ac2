import type { Catalog } from '#data/catalog/catalog.ts'
import { render } from '#data/language/render/render.ts'
import type { Language } from '#data/model/language.ts'
import { type Fact, toTold } from './fact.ts'
import { sayInEnglish } from './say-english.ts'

/** In which language, with the names of which catalogue. */
export interface Manner {
  readonly catalog: Catalog
  readonly language: Language
}

/**
 * Says numbers: what is said of one indicator, region and period in one sentence, the same of several regions as a
 * list, everything else in sentences after one another. Each stands with period, region and unit; what nobody printed
 * is 约 and marked 推算.
 * @param facts one or more numbers, in any order; `factOf` makes one of a point of a series. What was asked has the role
 *   `figure`, what is said beside it `growth` and the like.
 * @returns the sentences with their full stops; '' where there are no numbers. In Chinese every number can be read back
 *   by `etl extract`.
 */
export const sayFacts = (facts: readonly Fact[], { catalog, language }: Manner): string =>
  language === 'en'
    ? sayInEnglish(facts, catalog)
    : render(
        facts.map((fact) => toTold(fact, catalog)),
        catalog,
      )
