import type { Language } from '#data/model/language.ts'
import type { Scale } from '#data/model/quantity.ts'
import { derivedWord } from '#data/wording/derived-names.ts'
import {
  asPrinted,
  type ChartPoint,
  commonScale,
  exactDigits,
  intervalText,
  odditySign,
  printedText,
  printState,
  qualifierWords,
  type ShownNumber,
  textAt,
  unitOf,
} from '#server/charts/index.ts'
import type { Badge } from '#server/tables/column.ts'
import { spaced } from '#web/format.ts'
import { oddWords } from '#web/odd-words.ts'
import { checksFields } from '#web/url-state.ts'
import { type CopiedColumn, heading, type TableColumn } from './data-table/table-column.ts'

/** A row of a table of numbers: one that may lack its number. */
export interface NumberRow extends Omit<ShownNumber, 'point'> {
  readonly point: ChartPoint | undefined
}

/** The columns of the numbers of a table, which are held against one another. */
export interface NumberColumns<Row> {
  readonly value: TableColumn<Row>
  readonly interval: TableColumn<Row>
  /** The numbers as printed, where `value` says some in another unit. */
  readonly printed: readonly TableColumn<Row>[]
}

/** The columns of numbers as printed, where that is in one unit; else all in one, and beside them how they were printed. */
export function numberColumns<Row extends NumberRow>(rows: readonly Row[]): NumberColumns<Row> {
  const numbers = rows.flatMap(({ series, point }) => (point ? [{ series, point }] : []))
  const scales: Scales = { zh: commonScale(numbers, 'zh'), en: commonScale(numbers, 'en') }
  const isMade = scales.zh !== undefined || numbers.some(({ point }) => point.derived)
  return {
    value: { ...valueColumn(scales), ...(isMade && { heading: heading(({ table }) => table.value) }) },
    interval: intervalColumn(scales),
    printed: scales.zh ? [printedColumn] : [],
  }
}

/** The one unit of a column in each language, where numbers are not said each in its own. */
type Scales = Readonly<Record<Language, Scale | undefined>>

const valueColumn = (scales: Scales): TableColumn<NumberRow> => ({
  id: 'value',
  heading: heading(({ table }) => table.printed),
  type: 'number',
  stays: true,
  cell: ({ series, point }, language) => {
    if (!point) return null
    const scale = scales[language]
    return spaced(scale ? textAt(point, scale, language) : printedText(point, series, language))
  },
  order: ({ point }) => point?.value ?? null,
  badges: numberBadges,
  copied: copiedNumber(scales),
})

const intervalColumn = (scales: Scales): TableColumn<NumberRow> => ({
  id: 'interval',
  heading: heading(({ table }) => table.interval),
  type: 'number',
  className: 'muted',
  cell: ({ series, point }, language) =>
    point ? spaced(intervalText(point, series, language, scales[language])) : null,
  order: ({ point }) => (point && point.low !== null && point.high !== null ? point.high - point.low : null),
  copied: copiedInterval,
})

const printedColumn: TableColumn<NumberRow> = {
  id: 'printed',
  heading: heading(({ table }) => table.printed),
  type: 'number',
  className: 'muted',
  cell: ({ point }) => (point && !point.derived ? spaced(asPrinted(point)) : null),
  // Blank, for it is no gap that a number which nobody printed is not here.
  look: ({ point }) => (point?.derived ? '' : undefined),
  order: ({ point }) => point?.value ?? null,
  copied: [
    {
      heading: heading(({ table }) => table.printed),
      cell: ({ point }) => point?.printedValue ?? null,
    },
    {
      heading: heading(({ table }) => table.printedUnit),
      cell: ({ point }) => point?.printedUnit ?? null,
    },
  ],
}

/** What stands beside it: that nobody printed it, or that it left its course. */
export function numberBadges({ series, point }: NumberRow, language: Language): readonly Badge[] {
  if (!point) return []
  const derived: readonly Badge[] = point.derived ? [{ kind: 'note', text: derivedWord[language] }] : []
  return [...oddBadges(series, point, language), ...derived]
}

function oddBadges(
  { indicator, region }: ShownNumber['series'],
  point: ChartPoint,
  language: Language,
): readonly Badge[] {
  if (!point.oddity) return []
  const { code } = indicator
  const about = point.derived ? { indicator: code } : { indicator: code, region: region.code }
  const link = `/checks?${printState(checksFields, { ...about, open: [code] })}`
  return [{ kind: 'sign', sign: odditySign, text: oddWords(point, indicator, language), link }]
}

/** On the clipboard the digits stand by themselves, beside their unit and 约 or 超; a derived number in base units where no unit is common. */
const copiedNumber = (scales: Scales): readonly CopiedColumn<NumberRow>[] => [
  {
    heading: heading(({ table }) => table.value),
    cell: ({ point }, language) => (point ? copiedDigits(point, scales[language]) : null),
  },
  {
    heading: heading(({ table }) => table.unit),
    cell: ({ series, point }, language) =>
      (point && (scales[language]?.label || point.printedUnit || unitOf(series).name[language])) || null,
  },
  {
    heading: heading(({ table }) => table.qualifier),
    cell: ({ point }, language) => (point ? qualifierWords[point.qualifier][language].trim() : null),
  },
]

function copiedDigits(point: ChartPoint, scale: Scale | undefined): string {
  if (point.derived) return plain(point.value / 10 ** (scale?.power ?? 0))
  return scale ? exactDigits(point, scale) : point.printedValue
}

/** Every digit, without groups: a spreadsheet reads it as a number. */
const plain = (value: number) =>
  value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 8 })

/** Both ends of what a number can stand for, in base units. */
const copiedInterval: readonly CopiedColumn<NumberRow>[] = (['low', 'high'] as const).map((end) => ({
  heading: heading(({ table }) => table[end]),
  cell: ({ point }) => (point && point[end] !== null ? plain(point[end]) : null),
}))
