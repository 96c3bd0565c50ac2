import type { Catalog } from '#data/catalog/catalog.ts'
import type { Fact } from '#data/model/fact-id.ts'
import type { Text } from '#data/model/language.ts'
import { factName } from '#data/wording/fact-name.ts'
import { nameReference } from './name-reference.ts'

/** A fact in the words of the catalogue. */
export function nameFact(catalog: Catalog, fact: Fact): Text {
  const { indicator, region, of, comparedTo } = fact
  const named = (text: string) => (text === '' ? undefined : (nameReference(catalog, text) ?? same(text)))
  return factName(fact, {
    indicator: catalog.indicators.get(indicator)?.name ?? same(indicator),
    region: catalog.regions.get(region)?.name ?? same(region),
    of: named(of),
    comparedTo: named(comparedTo),
  })
}

const same = (text: string): Text => ({ zh: text, en: text })
