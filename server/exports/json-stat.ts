import type { Text } from '#data/model/language.ts'
import { Problem } from '#server/errors.ts'
import type { Question } from '#server/input.ts'
import type { ExportRow } from '#server/tables/export-columns.ts'
import { fileFormats } from '#server/tables/file-formats.ts'
import { describeTable, explainUnits } from './about/describe-table.ts'
import type { ExportTable, WriteFile } from './export-format.ts'
import { type Dimension, dimensions, monthsCovered } from './sdmx/dimensions.ts'

/** A reader lays the cube out whole, empty cells too. */
const mostCells = 1_000_000

/** A frequency says nothing that the basis does not, and would make the cube larger. */
const axes: readonly Dimension[] = dimensions.filter(({ id }) => id !== 'FREQ')

/** The value and its interval: three numbers a figure. */
const figures: Readonly<Record<'value' | 'low' | 'high', Text>> = {
  value: { zh: '数值', en: 'Value' },
  low: { zh: '下限', en: 'Low' },
  high: { zh: '上限', en: 'High' },
}
const figureIds = Object.keys(figures) as (keyof typeof figures)[]
const figureAxis = { id: 'FIGURE', name: { zh: '数值与区间', en: 'Value and interval' } satisfies Text }

/**
 * JSON-stat 2.0: a cube of all figures, its values sparse, the provenance of each in the extension. The question is held
 * in memory whole.
 * @throws Problem 422 when the cube would have more than a million cells, most of them empty.
 */
export const jsonStat: WriteFile = async function* (table) {
  const rows: ExportRow[] = []
  for await (const batch of table.rows) rows.push(...batch)
  const cube = layOut(rows)
  checkSize(cube, table.question, rows.length)
  yield* pieces(table, cube, rows)
}

interface Cube {
  /** The codes of each axis, in order. */
  readonly codes: readonly (readonly string[])[]
  readonly size: readonly number[]
}

function layOut(rows: readonly ExportRow[]): Cube {
  const codes = axes.map(({ code, role }) => {
    const found = [...new Set(rows.map(code))]
    return role === 'time' ? found.toSorted(byTime) : found
  })
  return { codes, size: [...codes.map(({ length }) => length), figureIds.length] }
}

function byTime(a: string, b: string): number {
  const [first, second] = [monthsCovered(a), monthsCovered(b)]
  return first && second ? first.end - second.end || first.start - second.start : 0
}

/** What makes the cube of a question smaller. */
const narrower: Readonly<Record<Question, string>> = {
  series: '用 region、measure、from、to 缩小范围',
  compare: '用 regions 缩小范围',
  compare_latest: '用 regions 缩小范围',
  observations: '用 region、period、measure 缩小范围，或改问 question=series',
}

function checkSize({ size }: Cube, question: Question, numbers: number): void {
  const cells = size.reduce((product, each) => product * each, 1)
  if (cells <= mostCells) return
  const [have, most] = [cells, mostCells].map((count) => count.toLocaleString('en-US'))
  throw new Problem(
    422,
    'too_large',
    `JSON-stat 的立方体会有 ${have} 格（上限 ${most}），其中只有 ${numbers} 个数值；请${narrower[question]}，或用 ${fileFormats.csv.name.zh}、Parquet、SDMX-CSV 导出`,
    'format',
  )
}

function headOf(table: ExportTable, { codes, size }: Cube, rows: readonly ExportRow[]) {
  const { language, catalog, address, title, snapshot, asOf } = table
  const units = new Set(rows.map(({ unit }) => unit))
  const unitOf = (indicator: string) => {
    const [unit, ...others] = new Set(
      rows.filter((row) => row.indicator === indicator).map((row) => row.unit),
    )
    return unit !== undefined && others.length === 0 ? catalog.units.get(unit)?.name[language] : undefined
  }
  const category = ({ id, label }: Dimension, at: number) => {
    const own = codes[at] ?? []
    const withUnits = own.flatMap((code) => {
      const unit = id === 'INDICATOR' ? unitOf(code) : undefined
      return unit === undefined ? [] : [[code, { label: unit }]]
    })
    return {
      index: own,
      label: Object.fromEntries(own.map((code) => [code, label(code, catalog)[language]])),
      ...(withUnits.length > 0 && { unit: Object.fromEntries(withUnits) }),
    }
  }
  const remarks = describeTable(table)
  return {
    version: '2.0',
    class: 'dataset',
    href: address,
    label: title[language],
    source: [
      ...new Set(table.sources().flatMap(({ issuers }) => issuers.map((name) => name[language]))),
    ].join(language === 'zh' ? '、' : '; '),
    note: remarks.map(
      ({ name, value }) => `${name[language]}${language === 'zh' ? '：' : ': '}${value[language]}`,
    ),
    id: [...axes.map(({ id }) => id), figureAxis.id],
    size,
    role: { time: idsOf('time'), geo: idsOf('geo'), metric: [...idsOf('metric'), figureAxis.id] },
    dimension: {
      ...Object.fromEntries(
        axes.map((axis, at) => [axis.id, { label: axis.name[language], category: category(axis, at) }]),
      ),
      [figureAxis.id]: {
        label: figureAxis.name[language],
        category: {
          index: figureIds,
          label: Object.fromEntries(figureIds.map((id) => [id, figures[id][language]])),
        },
      },
    },
    extension: {
      snapshot,
      asOf: asOf ?? null,
      metadata: Object.fromEntries(remarks.map(({ id, value }) => [id, value[language]])),
      units: Object.fromEntries(explainUnits(units, catalog).map(({ id, value }) => [id, value[language]])),
      sources: table.sources(),
      columns: table.columns.map(({ id, heading }) => ({ id, label: heading[language] })),
    },
  }
}

const idsOf = (role: Dimension['role']) => axes.filter((axis) => axis.role === role).map(({ id }) => id)

const encoder = new TextEncoder()

/** The head first, then values, statuses and provenance by the place of the figure: numbers as their exact digits. */
function* pieces(table: ExportTable, cube: Cube, rows: readonly ExportRow[]) {
  const { codes, size } = cube
  const { columns, language } = table
  const { extension, ...dataset } = headOf(table, cube, rows)
  const lookUps = codes.map((each) => new Map(each.map((code, at) => [code, at])))
  const places = rows.map((row) => placeOf(row, lookUps, size))
  const values = rows.flatMap((row, at) =>
    figureIds.flatMap((id, figure) =>
      row[id] === null ? [] : [`"${(places[at] ?? 0) + figure}":${row[id]}`],
    ),
  )
  const statuses = rows.map((row, at) => `"${places[at]}":${JSON.stringify(row.status)}`)
  yield encoder.encode(`${JSON.stringify(dataset).slice(0, -1)},"value":{`)
  yield* inPortions(values)
  yield encoder.encode('},"status":{')
  yield* inPortions(statuses)
  yield encoder.encode(`},"extension":${JSON.stringify(extension).slice(0, -1)},"rows":{`)
  yield* inPortions(
    rows.map(
      (row, at) => `"${places[at]}":${JSON.stringify(columns.map(({ cell }) => cell(row, language)))}`,
    ),
  )
  yield encoder.encode('}}}')
}

/** Where the value of a row stands when the cube is read row by row; its interval follows. */
function placeOf(
  row: ExportRow,
  lookUps: readonly ReadonlyMap<string, number>[],
  size: readonly number[],
): number {
  const cell = axes.reduce(
    (place, { code }, at) => place * (size[at] ?? 1) + (lookUps[at]?.get(code(row)) ?? 0),
    0,
  )
  return cell * figureIds.length
}

const portion = 2_000

function* inPortions(entries: readonly string[]) {
  for (let start = 0; start < entries.length; start += portion) {
    yield encoder.encode((start > 0 ? ',' : '') + entries.slice(start, start + portion).join(','))
  }
}
