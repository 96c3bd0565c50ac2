import type { Language } from '#data/model/language.ts'
import type { ChartPoint, ShownNumber } from '#server/charts/chart-kind.ts'
import { derivedWord } from '#server/charts/words/derived-words.ts'
import { odditySign } from '#server/charts/words/oddity-words.ts'
import { printedText, qualifierWords, unitOf } from '#server/charts/words/value-text.ts'
import type { Badge, Cell } from '#server/tables/column.ts'
import { spaced } from '#web/format.ts'
import { oddWords } from '#web/odd-words.ts'
import { checksFields, printState } from '#web/url-state.ts'
import { type CopiedColumn, heading } from './data-table/table-column.ts'

/** A row of a table of numbers: one that may lack its number. */
export interface NumberRow extends Omit<ShownNumber, 'point'> {
  readonly point: ChartPoint | undefined
}

/** A number as it is printed, with its unit; one that was made says so. */
export function printedCell({ series, point }: NumberRow, language: Language): Cell {
  return point ? spaced(printedText(point, series, language)) : null
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

/** On the clipboard the digits stand by themselves, beside their unit and 约 or 超; a derived number in base units. */
export const copiedNumber: readonly CopiedColumn<NumberRow>[] = [
  {
    heading: heading(({ table }) => table.value),
    cell: ({ point }) => (point ? point.printedValue || plain(point.value) : null),
  },
  {
    heading: heading(({ table }) => table.unit),
    cell: ({ series, point }, language) =>
      (point && (point.printedUnit || unitOf(series).name[language])) || null,
  },
  {
    heading: heading(({ table }) => table.qualifier),
    cell: ({ point }, language) => (point ? qualifierWords[point.qualifier][language].trim() : null),
  },
]

/** Every digit, without groups: a spreadsheet reads it as a number. */
const plain = (value: number) =>
  value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 8 })

/** Both ends of what a number can stand for, in base units. */
export const copiedInterval: readonly CopiedColumn<NumberRow>[] = (['low', 'high'] as const).map((end) => ({
  heading: heading(({ table }) => table[end]),
  cell: ({ point }) => (point && point[end] !== null ? plain(point[end]) : null),
}))
