import type { Catalog } from '#data/catalog/catalog.ts'
import type { Text } from '#data/model/language.ts'
import { parsePeriod } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'

/**
 * What a share is of, or a change is against, in words.
 * @param reference `gdp`, `indicator:gdp`, `region:CN` or a period.
 * @returns undefined for none of these.
 */
export function nameReference({ indicators, regions }: Catalog, reference: string): Text | undefined {
  const [kind = '', code = ''] = reference.split(':')
  const entry = kind === 'region' ? regions.get(code) : indicators.get(code || kind)
  if (entry) return entry.name
  const period = parsePeriod(reference, 'span')
  return period && { zh: formatPeriod(period, 'zh'), en: formatPeriod(period, 'en') }
}
