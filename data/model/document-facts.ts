import type { Text } from './language.ts'

/** What must be known of a document before its numbers can be read. */
export const factNames = {
  date: { zh: '发布日期', en: 'Date of issue' },
  year: { zh: '未写年份的时期所属年份', en: 'Year of periods printed without one' },
  issuer: { zh: '发布机构', en: 'Issuer' },
  place: { zh: '“全省”“我市”所指地区', en: 'Region that “the province” or “our city” means' },
  compilation: { zh: '统计类别', en: 'Compilation' },
  period: { zh: '表中数值的时期', en: 'Period of the table' },
  indicator: { zh: '表中数值的指标', en: 'Indicator of the table' },
  unit: { zh: '表中数值的单位', en: 'Unit of the table' },
} as const satisfies Record<string, Text>

export type FactName = keyof typeof factNames
export const factNameCodes = Object.keys(factNames) as [FactName, ...FactName[]]

/** Where a fact comes from, the surest first: the first that has it is believed. */
export const factOrigins = {
  option: { zh: '运行时给出', en: 'Given on the command line' },
  review: { zh: '人工核定', en: 'Settled by a person' },
  sidecar: { zh: '附注文件', en: 'Sidecar file' },
  stated: { zh: '正文写明', en: 'Stated in the text' },
  name: { zh: '文件名', en: 'File name' },
  bases: { zh: '由正文的对比基期推定', en: 'Inferred from the base years of its comparisons' },
  agreement: { zh: '由与已发布数值的吻合推定', en: 'Inferred from agreement with published figures' },
} as const satisfies Record<string, Text>

export type FactOrigin = keyof typeof factOrigins
export const factOriginCodes = Object.keys(factOrigins) as [FactOrigin, ...FactOrigin[]]

export interface Fact {
  /** A date as YYYY-MM-DD, YYYY-MM or YYYY; a year; names or codes of the catalogue. */
  readonly value: string
  readonly origin: FactOrigin
  /** The words, the file or the figures that say so. */
  readonly because: string
}

/** A fact that nobody knows is left out. */
export type DocumentFacts = { readonly [Name in FactName]?: Fact }
