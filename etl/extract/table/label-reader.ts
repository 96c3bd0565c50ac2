import { isSection, type Row, type Shape } from './find-shape.ts'
import { type Label, type LabelContext, readLabel } from './label.ts'
import { mergeLabels } from './merge-labels.ts'
import { readPartOfYear } from './written-period.ts'

/** A column whose words name its rows, with its header where they are periods. */
interface Naming {
  readonly at: number
  readonly isPeriod: boolean
  readonly heads: readonly string[]
}

/** Reads the names and periods of a row; the same words are read once, and nobody knows a period that is left out. */
export function labelReader(
  { headers, roles }: Omit<Shape, 'body'>,
  context: LabelContext,
): (row: Row) => readonly Label[] {
  const naming = roles.flatMap((role, at): Naming[] => {
    const isPeriod = role === 'period'
    const heads = isPeriod ? headers.map((row) => row[at]?.text ?? '') : []
    return isPeriod || role === 'stub' ? [{ at, isPeriod, heads }] : []
  })
  const known = new Map<string, Label>()
  return (row) => {
    const labels = new Map<string, Label>()
    for (const { at, isPeriod, heads } of naming) {
      const text = row[at]?.text ?? ''
      if (text === '' && (!isPeriod || isSection(row))) continue
      const key = [text, ...heads].join('|')
      const label = known.get(key) ?? readName(text, heads, context)
      known.set(key, label)
      labels.set(key, label)
    }
    return [...labels.values()]
  }
}

function readName(text: string, heads: readonly string[], context: LabelContext): Label {
  const nothing = mergeLabels([], context.topic)
  if (text === '') return { ...nothing, unknown: ' ' }
  const part = readPartOfYear(text, heads)
  return part ? { ...nothing, periods: [part] } : readLabel(text, context)
}
