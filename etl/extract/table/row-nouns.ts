import type { Column } from './columns.ts'
import { type Label, type LabelContext, readLabel } from './label.ts'
import type { Outer } from './outer.ts'
import type { StubbedRow } from './rows.ts'

/**
 * Rows beside a column that says how their names end: 集成电路 and 产量 are one name in two halves, 电信业务收入 ends so by
 * itself. A row that does neither is of what nobody knows.
 */
export function withNoun(
  rows: readonly StubbedRow[],
  columns: readonly Column[],
  context: LabelContext & { readonly outer: Outer },
): readonly StubbedRow[] {
  const { noun } = columns.find((column) => column.noun !== undefined) ?? {}
  return noun === undefined
    ? rows
    : rows.map(({ row, label }) => ({ row, label: endingWith(noun, label, context) }))
}

function endingWith(noun: string, label: Label, context: LabelContext & { readonly outer: Outer }): Label {
  const isNamed = label.indicators.length > 0
  if (label.unknown === '' && endsSo(isNamed ? label : context.outer, noun, context)) return label
  const { indicators, unknown } = isNamed ? label : readLabel(label.text + noun, context)
  const isWhole = !isNamed && unknown === '' && indicators.length > 0
  return isWhole ? { ...label, indicators, unknown: '' } : { ...label, unknown: label.unknown + noun }
}

/** Whether a name of what is spoken of ends with the noun. */
function endsSo({ indicators }: Pick<Label, 'indicators'>, noun: string, { lexicon }: LabelContext): boolean {
  const entry = lexicon.catalog.indicators.get(indicators[0] ?? '')
  return entry !== undefined && [entry.name.zh, ...entry.aliases].some((name) => name.endsWith(noun))
}
