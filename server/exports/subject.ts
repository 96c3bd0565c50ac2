import type { Catalog } from '#data/catalog/catalog.ts'
import { type Compilation, compilationCodes, compilations } from '#data/model/compilation.ts'
import type { Text } from '#data/model/language.ts'
import type { Basis } from '#data/model/period.ts'
import { basisNames } from '#data/wording/basis-names.ts'

/** What a file is about, known before its rows are. */
export interface Subject {
  /** Codes; undefined is all there are. */
  readonly indicators: readonly string[] | undefined
  readonly regions: readonly string[] | undefined
  /** '' where there are several, or one that need not be told apart. */
  readonly compilation: string
  /** Where one was asked for. */
  readonly basis?: Basis | undefined
  readonly period?: string | undefined
  readonly source?: string | undefined
}

/** The parts of a subject in codes: one indicator or region is named, several are not. */
export function codesOf({ indicators, regions, compilation, basis, period, source }: Subject): string[] {
  return [only(indicators), only(regions), compilation, basis, period, source].filter(
    (part) => part !== undefined && part !== '',
  ) as string[]
}

/** The same in words; several indicators or regions are counted. */
export function wordsOf(subject: Subject, catalog: Catalog): Text[] {
  const { indicators, regions, compilation, basis, period, source } = subject
  const words = [
    named(indicators, catalog.indicators, counted.indicators),
    named(regions, catalog.regions, counted.regions),
    isCompilation(compilation) ? compilations[compilation].name : undefined,
    basis && basisNames[basis],
    same(period),
    same(source),
  ]
  return words.filter((each) => each !== undefined)
}

const counted = {
  indicators: (count: number) => ({ zh: `${count}项指标`, en: `${count} indicators` }),
  regions: (count: number) => ({ zh: `${count}个地区`, en: `${count} regions` }),
}

const same = (text: string | undefined): Text | undefined => (text ? { zh: text, en: text } : undefined)

const isCompilation = (code: string): code is Compilation => compilationCodes.some((each) => each === code)

const only = (codes: readonly string[] | undefined) => (codes?.length === 1 ? codes[0] : undefined)

function named(
  codes: readonly string[] | undefined,
  entries: ReadonlyMap<string, { readonly name: Text }>,
  count: (count: number) => Text,
): Text | undefined {
  if (!codes) return undefined
  const [first] = codes
  return codes.length === 1 && first !== undefined ? entries.get(first)?.name : count(codes.length)
}
