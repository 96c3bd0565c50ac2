import { answers, type PointAnswer } from '#server/answers.ts'

/** A number as a test compares it, whatever it was read from: texts, and '' where there is nothing. */
export interface Figure {
  readonly indicator: string
  readonly region: string
  readonly measure: string
  readonly compilation: string
  /** The narrowest that admits it. */
  readonly basis: string
  readonly period: string
  readonly comparedTo: string
  readonly of: string
  readonly status: string
  readonly value: number
  readonly low: number | null
  readonly high: number | null
  readonly unit: string
  readonly printedValue: string
  readonly source: string
  readonly trust: string
  readonly method: string
  readonly parents: string
}

/** The numbers of a JSON answer, told by nothing of what writes the files. */
export const figuresOf: Readonly<Record<string, (answer: unknown) => Figure[]>> = {
  series: (answer) =>
    answers.series
      .parse(answer)
      .series.flatMap(({ points, ...key }) => points.map((point) => toFigure(key, point))),
  compare: (answer) => {
    const { rows, ...key } = answers.compare.parse(answer)
    return rows.map(({ region, point }) => toFigure({ ...key, region }, point))
  },
  compare_latest: (answer) => {
    const { rows, ...key } = answers.compareLatest.parse(answer)
    return rows.map(({ region, point }) => toFigure({ ...key, region }, point))
  },
  observations: (answer) =>
    answers.observations
      .parse(answer)
      .observations.map((point) => toFigure({ ...point, basis: narrowest(point) }, point)),
}

interface Key {
  readonly indicator: string
  readonly region: string
  readonly measure: string
  readonly compilation: string
  readonly basis: string
  readonly of: string
}

const toFigure = (key: Key, point: PointAnswer): Figure => ({
  indicator: key.indicator,
  region: key.region,
  measure: key.measure,
  compilation: key.compilation,
  basis: key.basis,
  period: inFile(point.period),
  comparedTo: inFile(point.comparedTo),
  of: key.of,
  status: point.status,
  value: point.value,
  low: point.low,
  high: point.high,
  unit: point.unit,
  printedValue: point.printedValue,
  source: point.source,
  trust: point.trust,
  method: point.derived?.method ?? '',
  parents: point.derived?.parents.join(' ') ?? '',
})

/** Files spell a month as SDMX does. */
const inFile = (text: string) => text.replace(/^(\d{4})-(\d{2})$/, '$1-M$2')

function narrowest({ period, time }: PointAnswer): string {
  if (time === 'moment') return 'stock'
  if (/^\d{4}$/.test(period)) return 'year'
  if (/^\d{4}-Q\d$/.test(period)) return 'quarter'
  if (/^\d{4}-\d{2}$/.test(period)) return 'month'
  return /^(\d{4})-01\/\1-/.test(period) ? 'cumulative' : 'other'
}

/** The order in which a file holds numbers is told elsewhere. */
export const sorted = (figures: readonly Figure[]): Figure[] =>
  figures.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

type TextRow = Readonly<Record<string, string>>

/** A row of text by the names of the columns of `csv`. */
export function ofColumns(row: TextRow): Figure {
  const text = (id: string) => row[id] ?? ''
  return {
    indicator: text('indicator'),
    region: text('region'),
    measure: text('measure'),
    compilation: text('compilation'),
    basis: text('basis').split(' ')[0] || 'other',
    period: text('period'),
    comparedTo: text('compared_to'),
    of: text('of'),
    status: text('status'),
    value: toNumber(text('value')) ?? Number.NaN,
    low: toNumber(text('low')),
    high: toNumber(text('high')),
    unit: text('unit'),
    printedValue: text('printed_value'),
    source: text('source'),
    trust: text('trust'),
    method: text('method'),
    parents: text('parents'),
  }
}

/** A row of text by the names of the components of SDMX. */
export function ofComponents(row: TextRow): Figure {
  const text = (id: string) => row[id] ?? ''
  const code = (id: string) => (text(id) === '_Z' ? '' : text(id))
  return ofColumns({
    indicator: text('INDICATOR'),
    region: text('REF_AREA'),
    measure: text('MEASURE'),
    compilation: code('COMPILATION'),
    basis: text('BASIS'),
    period: spanOf(text('TIME_PERIOD')),
    compared_to: decode(code('COMPARED_TO')),
    of: code('SHARE_OF').replace('@', ':'),
    status: text('STATUS'),
    value: text('OBS_VALUE'),
    low: text('LOW'),
    high: text('HIGH'),
    unit: text('UNIT_MEASURE'),
    printed_value: text('PRINTED_VALUE'),
    source: text('SOURCE'),
    trust: text('TRUST'),
    method: text('METHOD'),
    parents: text('PARENTS').replaceAll(';', ' '),
  })
}

const toNumber = (text: string) => (text === '' ? null : Number(text))

/** `region@CN-EAST` and `2020-01_2020-06`: what may not stand in a code. */
const decode = (code: string) =>
  code.includes('@') ? code.replace('@', ':') : code.replace(/^(\d{4}-\d{2})_(\d{4}-\d{2})$/, '$1/$2')

/** `2024-01-01/P4M` as the months it covers. */
export function spanOf(time: string): string {
  const [, year = '', month = '', count = ''] = /^(\d{4})-(\d{2})-01\/P(\d+)M$/.exec(time) ?? []
  if (year === '') return time
  const [first, months] = [Number(month), Number(count)]
  if (months === 12 && first === 1) return year
  if (months === 1) return `${year}-M${month}`
  if (months === 3 && first % 3 === 1) return `${year}-Q${(first + 2) / 3}`
  const end = first + months - 2
  const last = String((end % 12) + 1).padStart(2, '0')
  return `${year}-${month}/${Number(year) + Math.floor(end / 12)}-${last}`
}
