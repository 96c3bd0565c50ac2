import type { Catalog } from '#data/catalog/catalog.ts'
import type { Fact } from '#data/model/fact-id.ts'
import type { Text } from '#data/model/language.ts'
import { parsePeriod } from '#data/model/period.ts'
import { factName } from '#data/wording/fact-name.ts'
import { formatPeriod } from '#data/wording/period-text.ts'

/** A fact in the words of the catalogue. */
export function nameFact(catalog: Catalog, fact: Fact): Text {
  const { indicator, region, of, comparedTo } = fact
  return factName(fact, {
    indicator: catalog.indicators.get(indicator)?.name ?? same(indicator),
    region: catalog.regions.get(region)?.name ?? same(region),
    of: nameReference(catalog, of),
    comparedTo: nameReference(catalog, comparedTo),
  })
}

const same = (text: string): Text => ({ zh: text, en: text })

/** An indicator, `region:CODE`, `indicator:CODE` or a period. */
function nameReference({ indicators, regions }: Catalog, text: string): Text | undefined {
  if (text === '') return undefined
  const [kind = '', code = ''] = text.split(':')
  const entry = kind === 'region' ? regions.get(code) : indicators.get(code || kind)
  if (entry) return entry.name
  const period = parsePeriod(text, 'span')
  return period ? { zh: formatPeriod(period, 'zh'), en: formatPeriod(period, 'en') } : same(text)
}
