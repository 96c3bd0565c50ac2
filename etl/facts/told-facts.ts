import type { Catalog } from '#data/catalog/catalog.ts'
import { entryNamed } from '#data/catalog/entry-named.ts'
import { BadInput } from '#data/model/bad-input.ts'
import { compilationCodes } from '#data/model/compilation.ts'
import type { DocumentFacts, Fact, FactName, FactOrigin } from '#data/model/document-facts.ts'
import { parsePeriod } from '#data/model/period.ts'
import { powerOf } from '#data/model/unit.ts'
import { readSidecar, sidecarOf } from '../sidecar.ts'

/** Facts as a person writes them. */
type FactValues = { readonly [Name in FactName]?: string | undefined }

/** The options that tell a fact of a document. */
export type FactOptions = {
  readonly [Name in Exclude<FactName, 'place' | 'year'> | 'region']?: string | undefined
}

/**
 * The facts that options give. A date of a year alone is the year that periods without one are of.
 * @throws BadInput for a date or period that is none, or a region, indicator, unit or compilation that the catalogue lacks.
 */
export function factsOfOptions({ region, ...others }: FactOptions, catalog: Catalog): DocumentFacts {
  const facts = { ...others, place: region }
  const where = (name: string) => `--${name === 'place' ? 'region' : name}`
  return toFacts(inCodes(facts, catalog, where), 'option', '')
}

/**
 * What the sidecar of a document says of it; nothing where it has none.
 * @throws BadInput for a broken sidecar, or a region, indicator or compilation that the catalogue lacks.
 */
export function factsOfSidecar(document: string, catalog: Catalog): DocumentFacts {
  const sidecar = readSidecar(document)
  if (!sidecar) return {}
  const { date, year, issuer, region: place, compilation, indicator, unit, period } = sidecar
  const because = sidecarOf(document)
  const facts = { date, year, issuer, place, compilation, indicator, unit, period }
  const known = inCodes(facts, catalog, () => `${because}:`)
  return toFacts(known, 'sidecar', because)
}

/**
 * Values by name as facts of one origin; what is undefined is no fact. A date of a year alone is the year that periods
 * without one are of, unless that is said too.
 */
export function toFacts(
  { date, year, ...others }: FactValues,
  origin: FactOrigin,
  because: string,
): DocumentFacts {
  const dated = date?.length === 4 ? { year: year ?? date } : { date, year }
  return Object.fromEntries(
    Object.entries({ ...dated, ...others }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, { value, origin, because } satisfies Fact]],
    ),
  )
}

const partOfDate = /^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/

/**
 * The facts that a person gave, with names of the catalogue as codes.
 * @param where says what gave the fact of a name, for the complaint.
 * @throws BadInput for a date or period that is none, or a region, indicator, unit or compilation that the catalogue lacks.
 */
export function inCodes(values: FactValues, catalog: Catalog, where: (name: FactName) => string): FactValues {
  const { place, indicator } = values
  const fail = (name: FactName, what: string): never => {
    throw new BadInput(`${where(name)} ${what}`, { en: english[name] })
  }
  for (const [name, { isRight, should }] of Object.entries(forms) as [FactName, Form][]) {
    const value = values[name]
    if (value !== undefined && !isRight(value, catalog)) fail(name, should(value))
  }
  const codeOf = (name: 'place' | 'indicator', word: string | undefined) => {
    if (word === undefined) return undefined
    const entry = name === 'place' ? entryNamed(catalog.regions, word) : entryNamed(catalog.indicators, word)
    return entry?.code ?? fail(name, unknown[name](word))
  }
  return { ...values, place: codeOf('place', place), indicator: codeOf('indicator', indicator) }
}

interface Form {
  isRight(value: string, catalog: Catalog): boolean
  /** What it should be instead, in Chinese. */
  should(value: string): string
}

const forms: { readonly [Name in FactName]?: Form } = {
  date: {
    isRight: (value) => partOfDate.test(value),
    should: (value) => `${value} 应写作 2024-05-20、2024-05 或 2024`,
  },
  year: { isRight: (value) => /^(?:19|20)\d{2}$/.test(value), should: (value) => `${value} 应写作 2024` },
  period: {
    isRight: (value) => parsePeriod(value, 'span') !== undefined,
    should: (value) => `${value} 应写作 2024、2024-05、2024-Q1 或 2024-01/2024-05`,
  },
  unit: { isRight: isUnit, should: (value) => `${value} 不是目录中的单位，应如 万元、亿元、万户` },
  compilation: {
    isRight: (value) => compilationCodes.some((code) => code === value),
    should: (value) => `统计类别「${value}」应为 ${compilationCodes.join('、')} 之一`,
  },
}

function isUnit(text: string, { units, indicators }: Catalog): boolean {
  const isScaled = [...units.values()].some((unit) => powerOf(text, unit) !== undefined)
  return isScaled || [...indicators.values()].some(({ printedAs }) => text in printedAs)
}

const english: { readonly [Name in FactName]?: string } = {
  date: 'Its date should be like 2024-05-20, 2024-05 or 2024',
  year: 'Its year should be like 2024',
  compilation: 'Its compilation is none that the catalogue knows',
  period: 'Its period should be like 2024, 2024-05, 2024-Q1 or 2024-01/2024-05',
  unit: 'Its unit is none that the catalogue knows',
  place: 'Its region is none of the catalogue',
  indicator: 'Its indicator is none of the catalogue',
}

const unknown = {
  place: (word: string) => `地区「${word}」不在目录中，可写代码（如 520000）或名称（如 贵州）`,
  indicator: (word: string) =>
    `指标「${word}」不在目录中，可写代码（如 software_revenue）或名称（如 软件业务收入）`,
} as const
