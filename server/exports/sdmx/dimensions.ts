import type { Catalog } from '#data/catalog/catalog.ts'
import { compilations } from '#data/model/compilation.ts'
import type { Language, Text } from '#data/model/language.ts'
import { monthsOf, type Period, parsePeriod, printReportingPeriod, toMonth } from '#data/model/period.ts'
import { basisNames } from '#data/wording/basis-names.ts'
import { transformWords } from '#data/wording/derived-names.ts'
import { measureNames } from '#data/wording/measure-names.ts'
import { formatPeriod } from '#data/wording/period-text.ts'
import { statusNames } from '#data/wording/status-names.ts'
import type { ExportRow } from '#server/tables/export-columns.ts'

/*
 * What identifies a number among all others, in the words of SDMX: the dimensions. Two rows of one file never agree in
 * all of them. A code is a letter, digit, `_`, `-` or `@`, as SDMX allows; only a span of months that has no name of
 * its own has a slash: `2024-01-01/P4M`.
 */

/** What a dimension is for, as JSON-stat and SDMX ask. */
type Role = 'time' | 'geo' | 'metric'

export interface Dimension {
  readonly id: string
  readonly name: Text
  readonly role?: Role
  code(row: ExportRow): string
  /** A code in words. */
  label(code: string, catalog: Catalog): Text
}

/** What stands where a dimension does not apply. */
const none = '_Z'
const notApplicable: Text = { zh: '不适用', en: 'Not applicable' }
const same = (text: string): Text => ({ zh: text, en: text })

interface BasisEntry {
  readonly name: Text
  /** How often such numbers come, as the code list of frequencies of SDMX has it. */
  readonly frequency: string
}

/** The bases, and what no basis admits. */
export const basisEntries: Readonly<Record<string, BasisEntry>> = {
  year: { name: basisNames.year, frequency: 'A' },
  quarter: { name: basisNames.quarter, frequency: 'Q' },
  month: { name: basisNames.month, frequency: 'M' },
  cumulative: { name: basisNames.cumulative, frequency: 'M' },
  stock: { name: basisNames.stock, frequency: 'M' },
  other: { name: { zh: '其他时段', en: 'Other span' }, frequency: '_O' },
}

const frequencies: Readonly<Record<string, Text>> = {
  A: { zh: '年度', en: 'Annual' },
  Q: { zh: '季度', en: 'Quarterly' },
  M: { zh: '月度', en: 'Monthly' },
  _O: { zh: '其他', en: 'Other' },
}

const scenarios: Readonly<Record<string, Text>> = {
  actual: { zh: '实际', en: 'Actual' },
  expected: statusNames.expected,
  target: statusNames.target,
}

/** The narrowest basis that admits the number: a file that names several has them in this order. */
const basisOf = ({ basis }: ExportRow) => basis.split(' ', 1)[0] || 'other'

const scenarioOf = ({ status }: ExportRow) => (status === 'preliminary' ? 'actual' : status)

/** A fixed statement by its rank among those of the same fact; one of several versions by the day it was first shown. */
const statementOf = ({ rank, valid_from }: ExportRow) => valid_from || String(rank)

/** `region:CN-EAST` and `2024-01/2024-04` as codes that SDMX allows. */
const encode = (text: string) => text.replaceAll(':', '@').replaceAll('/', '_') || none

function nameOfThing(code: string, { regions, indicators }: Catalog): Text {
  if (code === none) return notApplicable
  const [kind, id] = code.includes('@') ? code.split('@') : ['indicator', code]
  return (kind === 'region' ? regions : indicators).get(id ?? '')?.name ?? same(code)
}

/** All dimensions in their order; time is the last, as SDMX has it. */
export const dimensions: readonly Dimension[] = [
  {
    id: 'FREQ',
    name: { zh: '频率', en: 'Frequency' },
    code: (row) => basisEntries[basisOf(row)]?.frequency ?? '_O',
    label: (code) => frequencies[code] ?? same(code),
  },
  {
    id: 'INDICATOR',
    name: { zh: '指标', en: 'Indicator' },
    role: 'metric',
    code: ({ indicator }) => indicator,
    label: (code, { indicators }) => indicators.get(code)?.name ?? same(code),
  },
  {
    id: 'REF_AREA',
    name: { zh: '地区', en: 'Reference area' },
    role: 'geo',
    code: ({ region }) => region,
    label: (code, { regions }) => regions.get(code)?.name ?? same(code),
  },
  {
    id: 'MEASURE',
    name: { zh: '度量', en: 'Measure' },
    code: ({ measure }) => measure,
    label: (code) => (measureNames as Readonly<Record<string, Text>>)[code] ?? same(code),
  },
  {
    id: 'COMPILATION',
    name: { zh: '统计类别', en: 'Compilation' },
    code: ({ compilation }) => compilation || none,
    label: (code) => (compilations as Readonly<Record<string, { name: Text }>>)[code]?.name ?? notApplicable,
  },
  {
    id: 'BASIS',
    name: { zh: '口径', en: 'Basis' },
    code: basisOf,
    label: (code) => basisEntries[code]?.name ?? same(code),
  },
  {
    id: 'SHARE_OF',
    name: { zh: '占比的整体', en: 'Whole of a share' },
    code: (row) => encode(row.of),
    label: nameOfThing,
  },
  {
    id: 'COMPARED_TO',
    name: { zh: '对比对象', en: 'Compared to' },
    code: ({ compared_to }) => encode(compared_to),
    label: nameOfThing,
  },
  {
    id: 'SCENARIO',
    name: { zh: '实际或目标', en: 'Actual or target' },
    code: scenarioOf,
    label: (code) => scenarios[code] ?? same(code),
  },
  {
    id: 'TRANSFORMATION',
    name: { zh: '变换', en: 'Transformation' },
    code: ({ transform }) => transform,
    label: (code) => (transformWords as Readonly<Record<string, Text>>)[code] ?? same(code),
  },
  {
    id: 'STATEMENT',
    name: { zh: '第几个说法', en: 'Statement' },
    code: statementOf,
    label: (code) =>
      code.includes('-')
        ? { zh: `自${code}起采用`, en: `Shown from ${code}` }
        : { zh: `第${code}顺位`, en: `Rank ${code}` },
  },
  {
    id: 'TIME_PERIOD',
    name: { zh: '时期', en: 'Time period' },
    role: 'time',
    code: (row) => timePeriodOf(row),
    label: (code) => {
      const period = monthsCovered(code)
      const say = (language: Language) => (period ? formatPeriod(period, language) : code)
      return { zh: say('zh'), en: say('en') }
    },
  },
]

/**
 * The period in the forms of SDMX: `2024`, `2024-Q1`, `2024-M04`; a cumulative figure always as a range, so that one
 * series has one form: `2024-01-01/P3M`.
 */
function timePeriodOf(row: ExportRow): string {
  const period = parsePeriod(row.period, 'span')
  if (!period) throw new Error(`a row without a period: ${row.period}`)
  const basis = basisOf(row)
  if (basis !== 'cumulative' && basis !== 'other') return printReportingPeriod(period)
  return `${monthsOf(period).start}-01/P${period.end - period.start + 1}M`
}

const range = /^(\d{4})-(\d{2})-01\/P(\d+)M$/

/** The months that a code of TIME_PERIOD covers. */
export function monthsCovered(code: string): Period | undefined {
  const [, year, month, length] = range.exec(code) ?? []
  if (!year) return parsePeriod(code, 'span')
  const start = toMonth(year, month ?? '')
  return { time: 'span', start, end: start + Number(length) - 1 }
}
