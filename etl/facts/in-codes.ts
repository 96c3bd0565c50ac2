import type { Catalog } from '#data/catalog/catalog.ts'
import { entryNamed } from '#data/catalog/entry-named.ts'
import { BadInput } from '#data/model/bad-input.ts'
import { compilationCodes } from '#data/model/compilation.ts'
import type { FactName } from '#data/model/document-facts.ts'

/** Facts as a person writes them. */
export type FactValues = { readonly [Name in FactName]?: string | undefined }

const partOfDate = /^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/

/**
 * The facts that a person gave, with names of the catalogue as codes.
 * @param where says what gave the fact of a name, for the complaint.
 * @throws BadInput for a date that is none, or a region, indicator or compilation that the catalogue lacks.
 */
export function inCodes(
  values: FactValues,
  { regions, indicators }: Catalog,
  where: (name: FactName) => string,
): FactValues {
  const { date, year, place, indicator, compilation } = values
  const fail = (name: FactName, what: string): never => {
    throw new BadInput(`${where(name)} ${what}`, { en: english[name] })
  }
  if (date !== undefined && !partOfDate.test(date)) fail('date', `${date} 应写作 2024-05-20、2024-05 或 2024`)
  if (year !== undefined && !/^(?:19|20)\d{2}$/.test(year)) fail('year', `${year} 应写作 2024`)
  if (compilation !== undefined && !compilationCodes.some((code) => code === compilation))
    fail('compilation', `统计类别「${compilation}」应为 ${compilationCodes.join('、')} 之一`)
  const codeOf = (name: 'place' | 'indicator', word: string | undefined) => {
    if (word === undefined) return undefined
    const entry = name === 'place' ? entryNamed(regions, word) : entryNamed(indicators, word)
    return entry?.code ?? fail(name, unknown[name](word))
  }
  return { ...values, place: codeOf('place', place), indicator: codeOf('indicator', indicator) }
}

const english: { readonly [Name in FactName]?: string } = {
  date: 'Its date should be like 2024-05-20, 2024-05 or 2024',
  year: 'Its year should be like 2024',
  compilation: 'Its compilation is none that the catalogue knows',
  place: 'Its region is none of the catalogue',
  indicator: 'Its indicator is none of the catalogue',
}

const unknown = {
  place: (word: string) => `地区「${word}」不在目录中，可写代码（如 520000）或名称（如 贵州）`,
  indicator: (word: string) =>
    `指标「${word}」不在目录中，可写代码（如 software_revenue）或名称（如 软件业务收入）`,
} as const
