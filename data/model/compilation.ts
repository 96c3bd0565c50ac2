import type { Text } from './language.ts'

interface CompilationEntry {
  readonly name: Text
  readonly meaning: Text
}

/**
 * By which collection of returns a number was compiled. Two compilations of one indicator are two series wherever the
 * catalogue says that they differ (`compilations` of the indicator). SDMX calls this COLLECTION.
 */
export const compilations = {
  express: {
    name: { zh: '快报', en: 'Express statistics' },
    meaning: {
      zh: '按月、季、年及时发布的进度统计，后以年报核实',
      en: 'Progress statistics published with the month, quarter or year, verified later',
    },
  },
  annual: {
    name: { zh: '年报', en: 'Annual report' },
    meaning: { zh: '年度报表核实后的数据', en: 'Verified figures of the annual returns' },
  },
  census: {
    name: { zh: '普查', en: 'Census' },
    meaning: { zh: '普查所得数据', en: 'Figures of a census' },
  },
  survey: {
    name: { zh: '抽样调查', en: 'Sample survey' },
    meaning: { zh: '抽样调查推算的数据', en: 'Figures estimated from a sample survey' },
  },
} as const satisfies Record<string, CompilationEntry>

export type Compilation = keyof typeof compilations
export const compilationCodes = Object.keys(compilations) as [Compilation, ...Compilation[]]

/** The compilation of a series; empty where the compilations of its indicator agree and are one series. */
export type SeriesCompilation = Compilation | ''

/** The series an indicator has for the compilations asked for: one where its compilations agree. */
export const compilationsOf = (
  { compilations }: { readonly compilations: readonly Compilation[] },
  asked: readonly Compilation[],
): readonly SeriesCompilation[] =>
  compilations.length === 0 ? [''] : asked.filter((each) => compilations.includes(each))

/** The compilation that answers where none is named, so that addresses from before there were two keep their meaning. */
export const defaultCompilation: Compilation = 'express'
