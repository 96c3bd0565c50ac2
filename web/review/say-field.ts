import type { Language } from '#data/model/language.ts'
import { parsePeriod } from '#data/model/period.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import type { CatalogAnswer, Column } from '#etl/review/answers.ts'

interface Speaker {
  readonly catalog: CatalogAnswer
  readonly language: Language
  readonly qualifiers: Readonly<Record<string, string>>
}

/** The value of a field as a reader says it: 贵州 for 520000. */
export function sayField(column: Column, value: string, { catalog, language, qualifiers }: Speaker): string {
  const named = (entries: CatalogAnswer['regions'], code: string) =>
    entries.find((entry) => entry.code === code)?.name[language] ?? code
  switch (column) {
    case 'indicator':
      return named(catalog.indicators, value)
    case 'region':
      return named(catalog.regions, value)
    case 'measure':
      return named(catalog.measures, value)
    case 'status':
      return named(catalog.statuses, value)
    case 'qualifier':
      return qualifiers[value] ?? value
    case 'period':
      return sayPeriod(value, language)
    case 'of':
    case 'compared_to':
      if (value.startsWith('region:')) return named(catalog.regions, value.slice('region:'.length))
      if (/^\d/.test(value)) return sayPeriod(value, language)
      return named(catalog.indicators, value.replace(/^indicator:/, ''))
    default:
      return value
  }
}

function sayPeriod(value: string, language: Language): string {
  const period = parsePeriod(value, 'span')
  return period ? formatPeriod(period, language) : value
}
