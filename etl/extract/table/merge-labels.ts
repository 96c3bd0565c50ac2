import type { Label } from './label.ts'

/** Labels one above the other: the lower says more. */
export function mergeLabels(labels: readonly Label[], topic: string | undefined): Label {
  const last = <Item>(pick: (label: Label) => readonly Item[]) =>
    labels.map(pick).findLast((list) => list.length > 0) ?? []
  return {
    text: labels.at(-1)?.text ?? '',
    indicators: last(({ indicators }) => indicators),
    regions: last(({ regions }) => regions),
    homeless: labels.some(({ homeless }) => homeless),
    periods: labels.flatMap(({ periods }) => periods),
    base: labels.findLast(({ base }) => base !== undefined)?.base,
    whole: labels.findLast(({ whole }) => whole !== undefined)?.whole,
    units: last(({ units }) => units),
    words: labels.flatMap(({ words }) => words),
    unknown: labels.map(({ unknown }) => unknown).join(''),
    narrowed: labels.some(({ narrowed }) => narrowed),
    topic: labels.findLast((label) => label.topic !== undefined)?.topic ?? topic,
  }
}
