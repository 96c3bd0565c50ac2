import { type Cell, colToLetter, writeXlsx } from 'hucre/xlsx'
import type { Language } from '#data/model/language.ts'
import type { NativeChart, NativeSeries } from '../native/native-chart.ts'
import { legalText } from '../xml.ts'

/** A column of the workbook in a chart: what its part draws, or what is said beside it. */
export interface SheetColumn {
  readonly heading: string
  readonly cells: readonly (number | string | undefined)[]
  /** Number format of Excel. */
  readonly format: string
}

/** The workbook of a chart as columns: those that are drawn stand first, side by side. */
export interface ChartSheet {
  /** So many of its rows are drawn, from the first. */
  readonly drawn: number
  readonly slots: SheetColumn
  readonly series: readonly SheetColumn[]
  /** Changes of 口径, and bases set anew, where there are any. */
  readonly rules: readonly SheetColumn[]
  /** How far below and above the numbers of a series may be; undefined where nobody derived them. */
  readonly reaches: readonly ({ readonly below: SheetColumn; readonly above: SheetColumn } | undefined)[]
  readonly said: readonly SheetColumn[]
}

const words = {
  zh: { below: '区间下差', above: '区间上差', status: '状态', source: '来源', note: '说明' },
  en: { below: 'interval below', above: 'interval above', status: 'Status', source: 'Source', note: 'Note' },
}

export const dayFormats: Readonly<Record<Language, string>> = { zh: 'yyyy"年"m"月"', en: 'mmm yyyy' }

/** @param drawn how many of the slots are drawn; the others are there to be read. */
export function chartSheet(chart: NativeChart, drawn = chart.slots.length): ChartSheet {
  const { slots, slotName, series, language, axis } = chart
  const hasDays = slots.every(({ day }) => day !== undefined)
  const labels = column(
    slotName,
    slots.map(({ label }) => label),
  )
  const notes = column(
    words[language].note,
    slots.map(({ note }) => note),
  )
  return {
    drawn,
    slots: hasDays
      ? { heading: slotName, cells: slots.map(({ day }) => day), format: dayFormats[language] }
      : labels,
    series: series.map(({ name, points }) => ({
      heading: name,
      cells: points.map((point) => point?.value),
      format: axis.labelFormat,
    })),
    rules: ruleColumns(chart),
    reaches: series.map((each) => reachOf(each, chart)),
    said: [
      ...(hasDays ? [labels] : []),
      ...(notes.cells.some(Boolean) ? [notes] : []),
      ...series.flatMap((each) => saidOf(each, chart)),
    ],
  }
}

const column = (heading: string, cells: SheetColumn['cells'], format = 'General'): SheetColumn => ({
  heading,
  cells,
  format,
})

/** Where each upright stands, at the height it reaches. */
function ruleColumns({ rules, slots, axis }: NativeChart): SheetColumn[] {
  return [false, true].flatMap((isRebase) => {
    const own = rules.filter((rule) => rule.isRebase === isRebase)
    const [first] = own
    if (!first) return []
    const height = isRebase ? axis.min : axis.max
    return [
      column(
        first.name,
        slots.map((_, index) => (own.some(({ slot }) => slot === index) ? height : undefined)),
        axis.format,
      ),
    ]
  })
}

function reachOf({ name, points }: NativeSeries, { language, axis }: NativeChart) {
  if (!points.some((point) => point?.reach)) return undefined
  const { below, above } = words[language]
  const of = (side: 'below' | 'above') => points.map((point) => point && (point.reach?.[side] ?? 0))
  return {
    below: column(`${name} ${below}`, of('below'), axis.format),
    above: column(`${name} ${above}`, of('above'), axis.format),
  }
}

function saidOf({ name, points }: NativeSeries, { series, language }: NativeChart): SheetColumn[] {
  const { status, source } = words[language]
  const prefix = series.length > 1 ? `${name} ` : ''
  return [
    column(
      prefix + status,
      points.map((point) => point?.status),
    ),
    column(
      prefix + source,
      points.map((point) => point?.source),
    ),
  ]
}

/** All columns from left to right. */
const columnsOf = ({ slots, series, rules, reaches, said }: ChartSheet): SheetColumn[] => [
  slots,
  ...series,
  ...rules,
  ...reaches.flatMap((reach) => (reach ? [reach.below, reach.above] : [])),
  ...said,
]

const sheetName = 'Sheet1'

/** Where the heading of a column stands: `Sheet1!$B$1`. */
export const headingRef = (sheet: ChartSheet, own: SheetColumn): string =>
  `${sheetName}!$${letterOf(sheet, own)}$1`

/** Where those of its cells stand that are drawn: `Sheet1!$B$2:$B$9`. */
export const cellsRef = (sheet: ChartSheet, own: SheetColumn): string => {
  const letter = letterOf(sheet, own)
  return `${sheetName}!$${letter}$2:$${letter}$${sheet.drawn + 1}`
}

const letterOf = (sheet: ChartSheet, own: SheetColumn) => colToLetter(columnsOf(sheet).indexOf(own))

/**
 * The workbook behind a chart, which Office opens when its data are edited.
 * @param date the instant it tells as its own, in ISO 8601.
 */
export async function writeChartSheet(sheet: ChartSheet, date: string): Promise<Uint8Array> {
  const columns = columnsOf(sheet)
  const font = { name: 'Microsoft YaHei', size: 10 }
  const grid = new Map<string, Partial<Cell>>(
    columns.flatMap(({ heading, cells, format }, at) => [
      [`0,${at}`, { value: legalText(heading), style: { font: { ...font, bold: true } } }] as const,
      ...cells.flatMap((cell, row) => {
        if (cell === undefined || cell === '') return []
        const value = typeof cell === 'string' ? legalText(cell) : cell
        return [[`${row + 1},${at}`, { value, style: { font, numFmt: format } }] as const]
      }),
    ]),
  )
  const instant = new Date(date)
  return writeXlsx({
    sheets: [
      { name: sheetName, cells: grid, columns: columns.map(({ heading }) => ({ width: widthOf(heading) })) },
    ],
    defaultFont: font,
    properties: { creator: '有据 Youju', created: instant, modified: instant },
  })
}

/** In characters of Latin. */
const widthOf = (heading: string) => Math.min(40, Math.max(12, [...heading].length * 2 + 2))
