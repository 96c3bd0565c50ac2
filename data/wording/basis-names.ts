import type { Language, Text } from '#data/model/language.ts'
import type { Basis } from '#data/model/period.ts'

/** What each basis is called: 累计 from January to a month, 当季 and 当月 alone, 期末 at the end of a month. */
export const basisNames: Readonly<Record<Basis, Text>> = {
  cumulative: { zh: '累计', en: 'Cumulative' },
  year: { zh: '全年', en: 'Whole year' },
  quarter: { zh: '当季', en: 'Single quarter' },
  month: { zh: '当月', en: 'Single month' },
  stock: { zh: '期末', en: 'End of period' },
}

/** The name of a basis within a line: `累计`, `cumulative`. */
export const sayBasis = (basis: Basis, language: Language): string => withinLine(basisNames[basis][language])

/** A name as it stands within a line, where it is no proper one. */
export const withinLine = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
